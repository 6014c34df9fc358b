// Signatures that wait: what has left for good, and taking one back while it has not.
import type { BodyOf, ResponseOf } from '#contracts/http.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor, Job, Variables, Work } from '../../platform/slice.ts';
import { isoShanghai } from '../calendar/index.ts';
import type { EscalationRecord } from './escalation.record.ts';
import { waitingPaper } from './papers.ts';
import type { Parts } from './request-escalation.ts';
import { signingEffects } from './signing-effects.ts';
import { mayRecall, type Signing } from './signing.record.ts';
import { rungName } from './words.ts';

const hour = 3_600_000;

/** What leaves, as its signer knows it. */
const subjectOf = (escalation: EscalationRecord, signing: Signing): string => {
  const paper =
    signing.task === 'approve-document' || signing.task === 'approve-exposure' ? waitingPaper(escalation) : null;
  return paper?.title ?? `${rungName(signing.rung?.id ?? escalation.rungId)}：${escalation.unitName}`;
};

export const createSignings = (parts: Parts) => {
  const { deps, store } = parts;
  const effect = signingEffects(parts);
  const now = () => new Date(deps.clock.now());

  const recall = (
    actor: Actor,
    id: string,
    { signingId }: BodyOf<'POST /api/escalations/:id/recall'>,
  ): Promise<Result<{ ok: true }>> =>
    deps.transact(actor, async (work) => {
      const escalation = await store.load(id, work.session);
      if (escalation === null || !deps.access.can(actor, 'read', 'Escalation', escalation)) return refuse('not_found');
      const { signing } = escalation;
      // to anyone else there is nothing here: they must not learn that something waits
      if (signing?.id !== signingId || signing.by.id !== actor.userId)
        return refuse('rule_refused', {
          message: { zh: '没有您可以撤回的签发。', en: 'You have signed nothing here that can be recalled.' },
        });
      if (signing.state === 'recalled') return ok({ ok: true as const });
      if (!mayRecall(signing, actor.userId, work.now))
        return refuse('rule_refused', {
          message: {
            zh: '撤回时间已过，已经送出。需要更正的，请在督办件中按申诉或解除办理。',
            en: 'The time to recall is over and it has left. To correct it, decide an appeal or lift the matter.',
          },
        });
      const marked = await store.mark(work, escalation, {
        action: 'recall',
        title: '签发后撤回',
        patch: { signing: { ...signing, state: 'recalled' } },
        restricted: signing.task === 'approve-accountability',
      });
      if (!marked.ok) return marked;
      work.send({
        kind: 'publishMessage',
        name: 'escalation.recalled',
        correlationKey: signing.id,
        messageId: `escalation.recalled-${signing.id}`,
        timeToLiveMs: hour,
        variables: {},
      });
      return ok({ ok: true as const });
    });

  return {
    recall,
    /** One's own, soonest first; survives a reload of the page. */
    waiting: async (actor: Actor): Promise<ResponseOf<'GET /api/signings'>> => {
      const found = await store.model
        .find({ open: true, 'signing.state': 'waiting', 'signing.by.id': actor.userId })
        .lean<EscalationRecord[]>();
      return found
        .flatMap((escalation) => {
          const { signing } = escalation;
          return mayRecall(signing, actor.userId, now())
            ? [
                {
                  escalationId: escalation._id,
                  signingId: signing.id,
                  task: signing.task,
                  subject: subjectOf(escalation, signing),
                  unitName: escalation.unitName,
                  leavesAt: isoShanghai(signing.leavesAt),
                },
              ]
            : [];
        })
        .sort((one, other) => one.leavesAt.localeCompare(other.leavesAt));
    },
    /** The model asks when the time is up or a recall was heard; only what is stored here decides, once. */
    settle: async (escalation: EscalationRecord, work: Work, job: Job): Promise<Variables> => {
      const { signing } = escalation;
      if (signing === null || signing === undefined || signing.id !== job.variables['signingId']) return { left: true };
      if (signing.state !== 'waiting') return { left: signing.state === 'left' };
      const step = await effect(escalation, signing, work);
      const moved = await store.advance(work, escalation, {
        ...step,
        by: signing.by.name,
        patch: { ...step.patch, signing: { ...signing, state: 'left' } },
      });
      if (!moved.ok) throw new Error(`Expected the signature ${signing.id} to take effect: ${moved.refusal.code}`);
      return { left: true };
    },
  };
};
