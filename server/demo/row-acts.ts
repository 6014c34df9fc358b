// What people do with one row of the ledger, each with their own account.
import type { IssueRow } from '#contracts/issues.ts';
import { executorOf, headOf, leaderOf, clerkOf, sectionOf, type Cast } from './cast.ts';
import { drawnPhoto } from './photos.ts';

export type Row = IssueRow;
type Confirmation = { readonly due?: string; readonly needsPolicy?: boolean };

/** In words a unit would write, by problem of the plan. */
const words: Readonly<Record<number, { readonly cause: string; readonly did: string; readonly chip: string }>> = {
  1: { cause: '只看签约数量，随访没有排到人', did: '签约服务分片到人，随访记录补齐', chip: '制度没有落实' },
  2: { cause: '编制空缺，村医年龄偏大', did: '招录和返聘到岗，完成村医轮训', chip: '人手不足' },
  3: { cause: '房屋和设备多年没有更新', did: '诊室隔断和设备已补齐', chip: '设备或场地不够' },
  4: { cause: '按季度申报采购，短缺没有及时报', did: '短缺药品补齐，改为每月清点补货', chip: '采购或补货不及时' },
  5: { cause: '下乡服务没有固定安排', did: '每周下乡一次，登记在册', chip: '制度没有落实' },
  6: { cause: '会诊设备闲置，医生不会用', did: '完成操作培训，每周会诊两次', chip: '不清楚标准' },
  7: { cause: '宣传栏内容陈旧', did: '更换宣传栏，入户讲解政策', chip: '没有按时登记' },
};
const wordsOf = (row: Row) =>
  words[row.problemNo ?? 0] ?? { cause: '日常检查不到位', did: '问题已改正并建立台账', chip: '制度没有落实' };

export const createRowActs = ({ driver }: Cast) => {
  const photo = async (row: Row, phase: 'before' | 'after', username: string): Promise<string> => {
    const number = driver.nextPicture();
    const taken = await driver.upload(
      username,
      {
        clientId: `story-photo-${number}`,
        kind: 'photo',
        phase,
        label: phase === 'before' ? '整改前照片' : '整改后照片',
        issueId: row.id,
      },
      { name: `${phase}-${number}.jpg`, bytes: await drawnPhoto(number, phase === 'after') },
    );
    return taken.id;
  };
  const refs = (row: Row) => ({ issueId: row.id });

  const acts = {
    register: (row: Row): Promise<void> =>
      driver.does(clerkOf(row), 'register-issue', refs(row), {
        rootCause: wordsOf(row).cause,
        measures: row.measures === '' ? wordsOf(row).did : row.measures.slice(0, 300),
        responsibleLeader: '院长',
        person: row.siteName === null ? '公卫科负责人' : '卫生室负责人',
      }),
    confirm: (row: Row, { due, needsPolicy = false }: Confirmation = {}): Promise<void> =>
      driver.does(sectionOf(row), 'confirm-measures', refs(row), {
        complete: true,
        opinion: needsPolicy ? '涉及设备配置和资金，须上报研究' : '措施可行，按期整改',
        standard: row.standard,
        needsPolicy,
        ...(due === undefined ? {} : { due }),
      }),
    giveBack: (row: Row, opinion: string): Promise<void> =>
      driver.does(sectionOf(row), 'confirm-measures', refs(row), { complete: false, opinion }),
    handIn: async (row: Row): Promise<void> => {
      const executor = executorOf(row);
      await driver.openTask('rectify', refs(row));
      const photos = [await photo(row, 'before', executor), await photo(row, 'after', executor)];
      const measured = await driver.measuredIn(row.id);
      await driver.does(executor, 'rectify', refs(row), {
        did: wordsOf(row).did,
        cause: wordsOf(row).chip,
        percent: 100,
        photos,
        documents: [],
        declared: measured.map(({ code, standard }) => ({ code, value: standard })),
      });
    },
    sign: (row: Row): Promise<void> =>
      driver.does(headOf(row), 'sign-evidence', refs(row), { signed: true, opinion: '情况属实' }),
    handInSigned: async (row: Row): Promise<void> => {
      await acts.handIn(row);
      await acts.sign(row);
    },
    claimVerification: async (row: Row): Promise<void> => {
      const key = await driver.openTask('verify-issue', refs(row));
      await driver.call(leaderOf(row), 'POST /api/tasks/:key/claim', { params: { key } });
    },
    pass: async (row: Row): Promise<void> => {
      await driver.openTask('verify-issue', refs(row));
      const measured = await driver.measuredIn(row.id);
      await driver.does(leaderOf(row), 'verify-issue', refs(row), {
        verdict: 'passed',
        opinion: '现场核查，与佐证一致',
        photosMatch: true,
        recordsMatch: true,
        noOldPhotos: true,
        counted: measured.map(({ code, standard }) => ({ code, value: standard })),
      });
    },
    fail: (row: Row, opinion: string, verdict: 'failed' | 'false' = 'failed'): Promise<void> =>
      driver.does(leaderOf(row), 'verify-issue', refs(row), { verdict, opinion, counted: [] }),
    approve: (row: Row): Promise<void> =>
      driver.does('office', 'approve-strike-off', refs(row), { approved: true, opinion: '同意销号' }),
  };
  return acts;
};
export type RowActs = ReturnType<typeof createRowActs>;
