// What all tasks of an institution's case share: finding it, its words in the inbox, the case beside the form.
import type { TaskAnswer, TaskType } from '#contracts/task-answers.ts';
import { messageOf } from '../../platform/problem-texts.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, MatterDesk, OpenTask, TaskDone, TaskHandler, TaskView, Work } from '../../platform/slice.ts';
import type { CaseDeps } from './case.deps.ts';
import type { CaseDocument, Person, Review } from './case.model.ts';
import type { CasePresenter } from './case.presenter.ts';
import type { CaseStore } from './case.store.ts';

export type CaseDesk = { readonly deps: CaseDeps; readonly store: CaseStore; readonly presenter: CasePresenter };
type Parts<T extends TaskType> = {
  readonly subject: string;
  readonly returned?: (record: CaseDocument) => string;
  readonly view?: (record: CaseDocument, task: OpenTask) => Promise<TaskView>;
  /** Judged for the form and again when the answer comes. */
  readonly allowed?: (actor: Actor, record: CaseDocument) => Result<null> | Promise<Result<null>>;
  readonly complete: (record: CaseDocument, answer: TaskAnswer<T>, work: Work) => Promise<Result<TaskDone>>;
};

export const notYourself = (actor: Actor, person: Person | null | undefined, zh: string, en: string): Result<null> =>
  person?.id === actor.userId ? refuse('four_eyes', { message: { zh, en } }) : ok(null);
export const otherUnit = (actor: Actor, record: CaseDocument): Result<null> =>
  actor.unitIds.includes(record.unitId) || actor.orgId === record.unitId ? refuse('own_unit') : ok(null);
/** Who says no says why. */
export const reasonFor = (yes: boolean, opinion: string): Result<null> =>
  yes || opinion !== ''
    ? ok(null)
    : refuse('invalid_form', {
        fields: [{ path: 'opinion', message: { zh: '请写明退回理由', en: 'Say why it goes back' } }],
      });

export const caseTask = <T extends TaskType>({ store, presenter }: CaseDesk, parts: Parts<T>): TaskHandler<T> => {
  const judge = async (actor: Actor, record: CaseDocument): Promise<Result<null>> =>
    parts.allowed === undefined ? ok(null) : parts.allowed(actor, record);
  return {
    describe: async (task) => {
      const record = await store.need(task.refs.caseId ?? '');
      const reason = parts.returned?.(record) ?? '';
      return {
        refNo: '',
        unitId: record.unitId,
        unitName: record.unitName,
        siteName: '',
        subject: parts.subject,
        rung: null,
        returned: reason !== '',
        returnReason: reason,
        secret: false,
      };
    },
    view: async (task, actor) => {
      const record = await store.need(task.refs.caseId ?? '');
      const allowed = await judge(actor, record);
      return {
        case: await presenter.detail(record, actor),
        ...(await parts.view?.(record, task)),
        ...(allowed.ok ? {} : { whyNot: messageOf(allowed.refusal) }),
      };
    },
    complete: async (task, answer, work) => {
      const record = await store.load(task.refs.caseId ?? '', work.session);
      if (record === null) return refuse('not_found');
      const allowed = await judge(work.actor, record);
      return allowed.ok ? parts.complete(record, answer, work) : allowed;
    },
  };
};

export const lateWord = (late: boolean): string => (late ? '（迟报）' : '');

export const lastRefusal = (reviews: readonly Review[]): string => {
  const last = reviews.at(-1);
  return last === undefined || last.accepted ? '' : last.opinion;
};

const unused = () => Promise.resolve(refuse('not_found'));
/** What a step the county added stands on; its model may name people who may not read the matter itself. */
export const caseMatter = (desk: CaseDesk): MatterDesk => {
  const { describe, view } = caseTask(desk, { subject: '', complete: unused });
  return {
    ref: 'caseId',
    describe,
    view: async (task, actor) => {
      const matter = await desk.store.load(task.refs.caseId ?? '');
      return matter !== null && desk.deps.access.can(actor, 'read', 'Case', matter) ? view(task, actor) : {};
    },
  };
};
