// Who answers for whom in the county of the story.
import type { IssueRow } from '../../../server/contracts/issues.ts';

export const units = [
  'county-hospital',
  'maternal-hospital',
  'yanghe-hospital',
  'lijun-hospital',
  'wangyuan-hospital',
  'wanghong-hospital',
  'minning-hospital',
  'shengli-hospital',
] as const;

const teamOf: Readonly<Record<string, number>> = {
  'lijun-hospital': 1,
  'wanghong-hospital': 1,
  'yanghe-hospital': 2,
  'wangyuan-hospital': 2,
  'minning-hospital': 3,
  'shengli-hospital': 3,
  'county-hospital': 4,
  'maternal-hospital': 4,
};
const sections: Readonly<Record<string, string>> = { 医改办: 'reform', 业务科: 'business', 基建办: 'building' };

type Place = Pick<IssueRow, 'unitId' | 'siteId'>;
export const clerkOf = ({ unitId }: Pick<Place, 'unitId'>): string => `${unitId}-clerk`;
export const headOf = ({ unitId }: Pick<Place, 'unitId'>): string => `${unitId}-head`;
export const leaderOf = ({ unitId }: Pick<Place, 'unitId'>): string => `leader${String(teamOf[unitId])}`;
export const executorOf = ({ unitId, siteId }: Place): string => siteId ?? clerkOf({ unitId });
/** A row without a section is the office's own. */
export const sectionOf = ({ responsibleSection }: Pick<IssueRow, 'responsibleSection'>): string =>
  sections[responsibleSection] ?? 'office';
