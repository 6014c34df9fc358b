// The overview's codes in Chinese: for its file; on screen the reader's own language words them.
import type { CampaignOverview } from '#contracts/campaigns.ts';

type Lane = CampaignOverview['lanes'][number];
type Cell = CampaignOverview['matrix'][number]['cells'][number];
type Deadline = CampaignOverview['deadlines'][number];

export const columnNames = { plan: '方案', selfCheck: '自查', rectify: '整改', report: '报告' } as const;
const deadlineNames = {
  plan: '单位方案报送',
  selfCheck: '单位自查',
  report: '整改情况报告',
  end: '行动结束',
} as const;

const dayWords = (at: string): string => `${Number(at.slice(5, 7))}月${Number(at.slice(8, 10))}日`;

export const laneName = ({ name, problemNo }: Lane): string => (problemNo === null ? name : `问题${problemNo} ${name}`);
export const laneDates = ({ start, end, problemNo }: Lane): string => {
  if (problemNo !== null) return `至${dayWords(end ?? '')}`;
  if (start === null && end === null) return '日期未定';
  return `${start === null ? '' : dayWords(start)}—${end === null ? '' : dayWords(end)}`;
};
export const milestoneName = ({ name, problemNo }: Lane): string =>
  problemNo === null ? `${name}报送` : `问题${problemNo}时限`;

export const cellWords = ({ kind, at, lateDays = 0, done = 0, of = 0 }: Cell): string => {
  switch (kind) {
    case 'done':
      return at === null ? `${done}/${of}` : dayWords(at);
    case 'late':
      return at === null ? `逾期${lateDays}天` : `迟${lateDays}天`;
    case 'waiting':
      return '待报';
    case 'none':
      return '—';
    case 'progress':
      return `${done}/${of}`;
  }
};

export const deadlineName = ({ what, problemNo }: Deadline): string =>
  what === 'problem' ? `问题${problemNo ?? ''}时限` : deadlineNames[what];
export const deadlineNote = ({ sent, openRows }: Deadline): string =>
  sent === null ? `未销号 ${openRows}` : `已报 ${sent.done}/${sent.of}`;
