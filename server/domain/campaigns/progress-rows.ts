// How far rows have come, as the lines that every file about a campaign begins with.
import type { CampaignOverview } from '#contracts/campaigns.ts';
import type { Cell } from '../../platform/workbook.ts';
import { statusWords } from '../issues/index.ts';

const statuses = ['notStarted', 'rectifying', 'toVerify', 'struckOff', 'watching', 'relapse', 'overdue'] as const;

export const progressRows = ({
  counts,
  ratePercent,
}: Pick<CampaignOverview, 'counts' | 'ratePercent'>): [string, Cell][] => [
  ['台账行数', counts.all],
  ...statuses.map((status): [string, Cell] => [statusWords[status], counts[status]]),
  ['整改率', `${ratePercent}%`],
];
