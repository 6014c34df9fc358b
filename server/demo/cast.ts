// Who plays whom in the story: accounts found by unit, team and section, and the clock that only goes forward.
import type { IssueRow } from '#contracts/issues.ts';
import { sections, teams } from './accounts.ts';
import type { Driver } from './driver.ts';
import type { StoryDates } from './story-dates.ts';

export type Cast = {
  readonly driver: Driver;
  readonly dates: StoryDates;
  readonly userIds: ReadonlyMap<string, string>;
};
type Place = Pick<IssueRow, 'unitId' | 'siteId'>;

export const clerkOf = ({ unitId }: Pick<Place, 'unitId'>): string => `${unitId}-clerk`;
export const headOf = ({ unitId }: Pick<Place, 'unitId'>): string => `${unitId}-head`;
export const executorOf = ({ unitId, siteId }: Place): string => siteId ?? `${unitId}-clerk`;

const teamNoOf = (unitId: string): number => {
  const at = teams.findIndex((team) => team.unitIds.some((id) => id === unitId));
  if (at < 0) throw new Error(`Expected a team for ${unitId}`);
  return at + 1;
};
export const leaderOf = ({ unitId }: Pick<Place, 'unitId'>): string => `leader${teamNoOf(unitId)}`;

const sectionAccounts: Readonly<Record<string, string>> = {
  'section-reform': 'reform',
  'section-business': 'business',
  'section-building': 'building',
};
/** A row without a section is the office's own. */
export const sectionOf = ({ responsibleSection }: Pick<IssueRow, 'responsibleSection'>): string => {
  const section = sections.find(({ name }) => name === responsibleSection);
  return section === undefined ? 'office' : (sectionAccounts[section.id] ?? 'office');
};
