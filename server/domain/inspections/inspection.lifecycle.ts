// How an inspection lives.
//
// A team leader plans it; members who belong to the target's unit are found and replaced; the head approves or gives
// it back. Started on the site, it is recorded target by target, then the leader issues the opinion, the targets sign
// or their refusal is recorded, and the office publishes. It can be cancelled until it starts; a cancelled secret one
// leaves no trace. An open one is visible from planning, an unannounced one from its start, an undercover one from
// publication only.
import type { InspectionRecord } from './inspection.record.ts';

type State = InspectionRecord['state'];
export type InspectionEvent =
  'approve' | 'giveBack' | 'start' | 'record' | 'issueOpinion' | 'publish' | 'close' | 'cancel';

const table: Readonly<Record<State, Readonly<Partial<Record<InspectionEvent, State>>>>> = {
  planned: { approve: 'approved', giveBack: 'planned', cancel: 'cancelled' },
  approved: { start: 'started', cancel: 'cancelled' },
  started: { record: 'recording', issueOpinion: 'opinionIssued' },
  recording: { record: 'recording', issueOpinion: 'opinionIssued' },
  opinionIssued: { publish: 'published' },
  published: { close: 'closed' },
  closed: {},
  cancelled: {},
};

export const nextState = (state: State, event: InspectionEvent): State | null => table[state][event] ?? null;
export const mayCancel = (state: State): boolean => table[state].cancel !== undefined;

export const isSecret = (mode: InspectionRecord['mode']): boolean => mode === 'unannounced' || mode === 'undercover';

export const modeWords: Readonly<Record<InspectionRecord['mode'], string>> = {
  open: '现场督查',
  unannounced: '四不两直',
  undercover: '暗访',
  spot: '专项抽查',
  phone: '电话调查',
  data: '调阅系统数据',
};
