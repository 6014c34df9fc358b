// Who works in the demo county; people are called by their post, never by a name.
import type { Membership } from '#contracts/roles.ts';

export type DemoAccount = {
  readonly username: string;
  readonly name: string;
  readonly role: string;
  readonly entry: 'office' | 'phone';
  readonly orgId: string;
  readonly memberships: readonly Membership[];
  /** Shown on the sign-in page: one a role. */ readonly offered: boolean;
};

const account = (
  username: string,
  name: string,
  role: string,
  orgId: string,
  memberships: readonly Membership[],
  offered = false,
): DemoAccount => ({
  username,
  name,
  role,
  entry: memberships.some((member) => ['clinic', 'unitClerk', 'teamMember'].includes(member.role)) ? 'phone' : 'office',
  orgId,
  memberships,
  offered,
});

export const towns = [
  { id: 'yanghe', name: '杨和镇', villages: ['纳家户村', '王太村', '观桥村'] },
  { id: 'lijun', name: '李俊镇', villages: ['宁化村', '雷台村', '王团村', '李俊村', '西邵村', '许桥村'] },
  { id: 'wangyuan', name: '望远镇', villages: ['通桥村', '政台村', '立强村'] },
  { id: 'wanghong', name: '望洪镇', villages: ['东河村', '农丰村', '靖益村'] },
  { id: 'minning', name: '闽宁镇', villages: ['木兰村', '福宁村', '园艺村'] },
  { id: 'shengli', name: '胜利乡', villages: ['烽火村', '先锋村', '许旺村'] },
] as const;

export const hospitals = [
  { id: 'county-hospital', name: '县人民医院', type: 'countyHospital' },
  { id: 'maternal-hospital', name: '县妇幼保健院', type: 'maternalHospital' },
] as const;

export const sections = [
  { id: 'section-reform', name: '医改办' },
  { id: 'section-business', name: '业务科' },
  { id: 'section-building', name: '基建办' },
] as const;

export const hospitalId = (townId: string): string => `${townId}-hospital`;
export const clinicId = (townId: string, index: number): string => `${townId}-clinic-${index + 1}`;

const units = [
  ...hospitals.map(({ id, name }) => ({ id, name })),
  ...towns.map(({ id, name }) => ({ id: hospitalId(id), name: `${name}卫生院` })),
];

export const teams = [
  { id: 'team-1', name: '第一督查组', unitIds: ['lijun-hospital', 'wanghong-hospital'] },
  { id: 'team-2', name: '第二督查组', unitIds: ['yanghe-hospital', 'wangyuan-hospital'] },
  { id: 'team-3', name: '第三督查组', unitIds: ['minning-hospital', 'shengli-hospital'] },
  { id: 'team-4', name: '第四督查组', unitIds: ['county-hospital', 'maternal-hospital'] },
] as const;

const teamPeople = teams.flatMap(({ id, name }, index) => [
  account(
    `leader${index + 1}`,
    `${name}组长`,
    '督查组组长',
    'bureau',
    [{ role: 'teamLeader', scopeId: id }],
    index === 0,
  ),
  account(
    `inspector${index + 1}a`,
    `${name}组员甲`,
    '督查组组员',
    'bureau',
    [{ role: 'teamMember', scopeId: id }],
    index === 0,
  ),
  account(`inspector${index + 1}b`, `${name}组员乙`, '督查组组员', 'bureau', [{ role: 'teamMember', scopeId: id }]),
]);
const unitPeople = units.flatMap(({ id, name }) => [
  account(`${id}-head`, `${name}院长`, '单位负责人', id, [{ role: 'unitHead', scopeId: id }], id === 'lijun-hospital'),
  account(
    `${id}-clerk`,
    `${name}公卫科干事`,
    '单位经办人',
    id,
    [{ role: 'unitClerk', scopeId: id }],
    id === 'lijun-hospital',
  ),
]);
const clinicPeople = towns.flatMap(({ id, villages }) =>
  villages.map((village, index) =>
    account(
      `${clinicId(id, index)}`,
      `${village}卫生室负责人`,
      '村卫生室',
      clinicId(id, index),
      [{ role: 'clinic', scopeId: clinicId(id, index) }],
      id === 'lijun' && index === 0,
    ),
  ),
);

export const accounts: readonly DemoAccount[] = [
  account('admin', '流程管理员', '管理员', 'bureau', [{ role: 'admin' }], true),
  account('admin2', '复核管理员', '管理员（复核）', 'bureau', [{ role: 'admin' }], true),
  account('office', '医改办主任', '整改办公室', 'section-reform', [{ role: 'office' }], true),
  account('head', '领导小组组长', '领导小组', 'bureau', [{ role: 'groupHead' }], true),
  ...sections.map(({ id, name }, index) =>
    account(
      ['reform', 'business', 'building'][index] ?? id,
      `${name}负责人`,
      '科室',
      id,
      [{ role: 'section', scopeId: id }],
      id === 'section-business',
    ),
  ),
  account('discipline', '纪检负责人', '纪检', 'bureau', [{ role: 'discipline' }], true),
  account('superior', '市级联络员', '上级', 'bureau', [{ role: 'superior' }], true),
  ...teamPeople,
  ...unitPeople,
  ...clinicPeople,
];
