// The overview as sheets: what the page shows at a glance, to be sent and filed.
import type { CampaignOverview } from '#contracts/campaigns.ts';
import type { Table } from '../../platform/workbook.ts';
import { dayOf } from '../calendar/index.ts';
import { rungNames } from '../escalations/index.ts';
import { statusWords } from '../issues/index.ts';
import {
  cellWords,
  columnNames,
  deadlineName,
  deadlineNote,
  laneDates,
  laneName,
  milestoneName,
} from './overview-words.ts';
import { progressRows } from './progress-rows.ts';

const day = (iso: string): string => dayOf(new Date(iso));
const laneStates = { done: '已结束', running: '进行中', planned: '未开始' } as const;
const words: Readonly<Record<string, string>> = statusWords;

const cellText = (cell: CampaignOverview['matrix'][number]['cells'][number] | undefined): string => {
  if (cell === undefined) return '';
  const worst = cell.worst ?? null;
  return worst === null ? cellWords(cell) : `${cellWords(cell)}，${words[worst.status] ?? worst.status} ${worst.count}`;
};

export const overviewTables = (overview: CampaignOverview): Table[] => [
  {
    name: '总体情况',
    title: `${overview.title}总体情况`,
    columns: [
      { title: '项目', width: 24 },
      { title: '数值', width: 40 },
    ],
    rows: [
      ['文号', overview.documentNo],
      ['问题来源', overview.source],
      ['单位数', overview.unitCount],
      ['问题类别数', overview.problemCount],
      ...progressRows(overview),
      ['按期率', `${overview.onTimePercent}%`],
      ...overview.ladder.map(({ rung, count }): [string, number] => [`在办${rungNames[rung]}`, count]),
    ],
  },
  {
    name: '阶段',
    title: '阶段安排',
    columns: [
      { title: '阶段', width: 28 },
      { title: '起止', width: 28 },
      { title: '状态', width: 12 },
      { title: '报送', width: 30 },
    ],
    rows: overview.lanes.map((lane) => [
      laneName(lane),
      laneDates(lane),
      laneStates[lane.state],
      lane.milestones.map(({ at }) => `${milestoneName(lane)} ${at.slice(0, 10)}`).join('、'),
    ]),
  },
  {
    name: '单位进度',
    title: '单位进度（整改为已销号／应改）',
    columns: [
      { title: '单位', width: 24 },
      ...overview.columns.map((code) => ({ title: columnNames[code], width: 20 })),
    ],
    rows: overview.matrix.map(({ unitName, cells }) => [
      unitName,
      ...overview.columns.map((code) => cellText(cells.find((cell) => cell.code === code))),
    ]),
  },
  {
    name: '乡镇排名',
    title: '乡镇整改率排名',
    columns: [
      { title: '名次', width: 8 },
      { title: '乡镇', width: 20 },
      { title: '整改率', width: 12 },
      { title: '已销号', width: 12 },
      { title: '应改', width: 12 },
      { title: '较上周名次', width: 14 },
    ],
    rows: overview.ranking.map(({ name, percent, done, of, change }, at) => [
      at + 1,
      name,
      `${percent}%`,
      done,
      of,
      change === 0 ? '—' : change > 0 ? `升 ${change}` : `降 ${-change}`,
    ]),
  },
  {
    name: '近期期限',
    title: '近期期限',
    columns: [
      { title: '期限', width: 14 },
      { title: '事项', width: 36 },
      { title: '情况', width: 24 },
    ],
    rows: overview.deadlines.map((line) => [day(line.due.at), deadlineName(line), deadlineNote(line)]),
  },
];
