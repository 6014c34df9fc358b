// Why a case stays on its version, in words: our own forecast and what the engine answered.
import type { Stay, StayCode } from './migration.plan.ts';

export type Words = { readonly zh: string; readonly en: string };

const words: Readonly<Record<StayCode, (step: string) => Words>> = {
  eventSubProcess: () => ({
    zh: '旧版有事件子流程，流程引擎不能迁移这样的在办件，按旧版办完。',
    en: 'The old version has an event sub-process; the engine cannot migrate such cases.',
  }),
  newEventSubProcess: () => ({
    zh: '新版有事件子流程，流程引擎不能把在办件迁进去，按旧版办完。',
    en: 'The new version has an event sub-process; the engine cannot migrate cases into it.',
  }),
  lostStep: (step) => ({
    zh: `停在“${step}”，新版没有这一步，也没有选定接到哪一步。`,
    en: `Stands at '${step}', which the new version lacks and which was given no place.`,
  }),
  waitingEvent: (step) => ({
    zh: `正在等“${step}”（定时、消息或汇合），流程引擎不能迁移等待中的事件。`,
    en: `Waits at '${step}'; the engine cannot migrate a waiting event or gateway.`,
  }),
  multiInstance: (step) => ({
    zh: `“${step}”正在逐项办理，流程引擎不能迁移。`,
    en: `'${step}' runs for several items; the engine cannot migrate it.`,
  }),
  incident: (step) => ({
    zh: `“${step}”出了异常，先处理异常再迁移。`,
    en: `'${step}' has an incident; resolve it first.`,
  }),
  boundary: (step) => ({
    zh: `停在“${step}”，这一步上挂着定时或错误事件，流程引擎不能迁移。`,
    en: `Stands at '${step}', which carries a timer or error event; the engine cannot migrate it.`,
  }),
  newBoundary: (step) => ({
    zh: `停在“${step}”，新版在接办的一步上挂了定时或错误事件，流程引擎不能迁移。`,
    en: `Stands at '${step}', whose place in the new version carries a timer or error event.`,
  }),
  messageBoundary: (step) => ({
    zh: `停在“${step}”，两版在这一步上等同一条消息，流程引擎不能迁移。`,
    en: `Stands at '${step}', which waits for the same message in both versions.`,
  }),
  scope: (step) => ({
    zh: `停在“${step}”，新版把它挪进或挪出了子流程，流程引擎不能迁移。`,
    en: `Stands at '${step}', which the new version moved into or out of a sub-process.`,
  }),
  otherType: (step) => ({
    zh: `停在“${step}”，新版里它换了类型。`,
    en: `Stands at '${step}', which is of another type in the new version.`,
  }),
  ended: () => ({ zh: '轮到迁移时已经办完。', en: 'It had ended by then.' }),
  other: () => ({ zh: '流程引擎没有接受。', en: 'The engine did not accept it.' }),
};

export const stayWords = ({ code }: Pick<Stay, 'code'>, step: string): Words => words[code](step);

const told: readonly (readonly [RegExp, StayCode])[] = [
  [/target process has an event subprocess/, 'newEventSubProcess'],
  [/process instance has an event subprocess/, 'eventSubProcess'],
  [/no mapping instruction defined/, 'lostStep'],
  [/migration of a MULTI_INSTANCE_BODY/, 'multiInstance'],
  [/has an unsupported type/, 'waitingEvent'],
  [/has an incident/, 'incident'],
  [/target element with id .* has one or more boundary events/, 'newBoundary'],
  [/has one or more boundary events/, 'boundary'],
  [/mapped boundary event|already subscribed/, 'messageBoundary'],
  [/flow scope/, 'scope'],
  [/different type/, 'otherType'],
  [/no process instance found/, 'ended'],
];

/** The engine's sentence as one of the known reasons. */
export const stayOf = (reason: string): Stay => ({
  code: told.find(([pattern]) => pattern.test(reason))?.[1] ?? 'other',
  elementId: /element with id '([^']+)'/.exec(reason)?.[1] ?? '',
});
