// Trace-backs (倒查): from a wrong answer to those who guaranteed, checked and signed it. The door of the slice.
import type { Connection } from 'mongoose';
import type { EscalationDetail } from '#contracts/escalations.ts';
import type { Clock } from '../../platform/clock.ts';
import type { IdSource } from '../../platform/ids.ts';
import { ok, refuse } from '../../platform/result.ts';
import type { Actor, Job, Slice, Work } from '../../platform/slice.ts';
import type { Issues } from '../issues/index.ts';
import { personOf } from '../issues/index.ts';
import { backtrackModel, type BacktrackRecord, type TracedPerson } from './backtrack.record.ts';
import { signersOfRow } from './signers.ts';

export type Matter = {
  readonly campaignId: string;
  readonly unitId: string;
  readonly issueId: string | null;
  readonly trigger: string;
};
export type SelfCheckSigner = Pick<TracedPerson, 'userId' | 'name' | 'duty' | 'at' | 'statement'>;
export type BacktrackDeps = {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly issues: Issues;
  readonly matterOf: (escalationId: string) => Promise<Matter | null>;
  /** Who guaranteed, checked and signed the unit's self-check. */
  readonly selfCheckSigners: (campaignId: string, unitId: string) => Promise<readonly SelfCheckSigner[]>;
  /** The escalation beside the form, as its own slice shows it. */
  readonly escalationView: (escalationId: string, actor: Actor) => Promise<EscalationDetail | null>;
};
const escalationOf = (job: Job): string => String(job.variables['escalationId'] ?? '');

export const createBacktracks = (deps: BacktrackDeps) => {
  const model = backtrackModel(deps.connection);
  const latest = async (escalationId: string, session: Work['session'] | null = null) =>
    await model.findOne({ escalationId }).sort({ createdAt: -1 }).session(session).lean<BacktrackRecord>();
  const audit = (work: Work, record: BacktrackRecord, action: string, summary: string): void =>
    work.audit({ action: `backtrack.${action}`, object: 'accountability', objectId: record.escalationId, summary });
  const news = (work: Work, escalationId: string): void =>
    work.change({ topic: 'escalation', id: escalationId, what: 'changed', to: ['discipline', 'group-head'] });

  const slice: Slice = {
    workers: {
      'backtracks.collect-signers': async (job, work) => {
        const escalationId = escalationOf(job);
        const matter = await deps.matterOf(escalationId);
        if (matter === null) throw new Error(`Expected an escalation ${escalationId}`);
        const issue = matter.issueId === null ? null : await deps.issues.load(matter.issueId, work.session);
        const signers = [
          ...(await deps.selfCheckSigners(matter.campaignId, matter.unitId)),
          ...(issue === null ? [] : signersOfRow(issue)),
        ];
        const record: BacktrackRecord = {
          _id: deps.ids.next(),
          escalationId,
          campaignId: matter.campaignId,
          unitId: matter.unitId,
          persons: signers.map((signer) => ({ ...signer, finding: '' })),
          propose: null,
          proposal: '',
          tracedBy: null,
          tracedAt: null,
          listedAt: null,
          createdAt: work.now,
        };
        await model.insertMany([record], { session: work.session });
        audit(work, record, 'collect', `倒查：调取签字 ${record.persons.length} 人`);
        news(work, escalationId);
        return {};
      },
      'backtracks.record-proposal': async (job, work) => {
        const record = await latest(escalationOf(job), work.session);
        if (record === null) throw new Error(`Expected a trace-back of ${escalationOf(job)}`);
        await model.updateOne({ _id: record._id }, { $set: { listedAt: work.now } }, { session: work.session });
        audit(work, record, 'list', '倒查结果记入问责清单');
        news(work, record.escalationId);
        return { outcome: 'proposed' };
      },
    },
    tasks: {
      'trace-back': {
        describe: async (task) => {
          const matter = await deps.matterOf(task.refs.escalationId ?? '');
          const unit = matter === null ? null : await deps.issues.desk.deps.organisations.byId(matter.unitId);
          return {
            refNo: '倒查',
            unitId: matter?.unitId ?? null,
            unitName: unit?.name ?? '',
            siteName: '',
            subject: '倒查检查人、保证人、签字人',
            rung: 'accountability',
            returned: false,
            returnReason: '',
            secret: false,
          };
        },
        view: async (task, actor) => {
          const record = await latest(task.refs.escalationId ?? '');
          return {
            escalation: await deps.escalationView(task.refs.escalationId ?? '', actor),
            values: {
              persons: (record?.persons ?? []).map(({ userId, name, duty, finding }) => ({
                ...(userId === null ? {} : { userId }),
                name,
                duty,
                finding,
              })),
              propose: false,
            },
          };
        },
        complete: async (task, answer, work) => {
          const record = await latest(task.refs.escalationId ?? '', work.session);
          if (record === null) return refuse('task_gone');
          const actorUnit = work.actor.orgId === record.unitId || work.actor.unitIds.includes(record.unitId);
          if (actorUnit) return refuse('own_unit');
          const persons = answer.persons.map(({ userId, name, duty, finding }) => {
            const known = record.persons.find((person) => person.name === name && person.duty === duty);
            return {
              userId: userId ?? known?.userId ?? null,
              name,
              duty,
              at: known?.at ?? '',
              statement: known?.statement ?? '',
              finding,
            };
          });
          await model.updateOne(
            { _id: record._id },
            {
              $set: {
                persons,
                propose: answer.propose,
                proposal: answer.opinion,
                tracedBy: personOf(work.actor),
                tracedAt: work.now,
              },
            },
            { session: work.session },
          );
          audit(work, record, 'trace', answer.propose ? '倒查：建议问责' : '倒查：无需问责');
          news(work, record.escalationId);
          return ok({
            variables: { propose: answer.propose },
            message: answer.propose
              ? { zh: '已提出问责建议', en: 'Accountability proposed' }
              : { zh: '已记录，无需问责', en: 'Recorded: nobody is held to account' },
          });
        },
      },
    },
  };
  return {
    slice,
    /** For readers the caller has judged: persons are restricted. */
    of: async (escalationId: string): Promise<EscalationDetail['backtrack']> => {
      const record = await latest(escalationId);
      return record === null
        ? null
        : {
            persons: record.persons.map(({ name, duty, at, statement, finding }) => ({
              name,
              duty,
              at,
              statement,
              finding,
            })),
            proposal: record.proposal,
          };
    },
  };
};
export type Backtracks = ReturnType<typeof createBacktracks>;
