// One row with its whole life: evidence, rounds, dates, what comes next and what this person may do.
import type { IssueDetail } from '#contracts/issues.ts';
import { inBoth } from '../../platform/in-both.ts';
import type { Actor } from '../../platform/slice.ts';
import { actionChips, causeChips } from './chips.ts';
import type { IssueDeps } from './issue.deps.ts';
import { isSettled } from './issue.lifecycle.ts';
import { presentRounds, presentRow } from './issue.presenter.ts';
import type { IssueRecord } from './issue.record.ts';
import { extensionRule, personOf } from './issue.rules.ts';
import type { IssueStore } from './issue.store.ts';
import { nextStepOf } from './next-step.ts';

const holds = (actor: Actor, ...roles: readonly string[]): boolean =>
  actor.memberships.some(({ role }) => roles.includes(role));

export const mayOf = (
  { access }: Pick<IssueDeps, 'access'>,
  issue: IssueRecord,
  actor: Actor,
  extensible: boolean,
): IssueDetail['may'] => {
  const open = !isSettled(issue.state);
  const may: IssueDetail['may'] = [];
  if (extensible && access.can(actor, 'create', 'Extension', issue)) may.push('extend');
  if (open && mayCancel({ access }, issue, actor)) may.push('cancel');
  if (open && holds(actor, 'office', 'teamLeader')) may.push('urge');
  if (access.can(actor, 'export', 'Issue', issue)) may.push('export');
  if (open && access.can(actor, 'create', 'Escalation', issue)) may.push('escalate');
  return may;
};

/** Whoever keeps the row may ask; who decides is judged when it is decided. */
export const mayCancel = ({ access }: Pick<IssueDeps, 'access'>, issue: IssueRecord, actor: Actor): boolean =>
  issue.cancelAsked?.by.id !== personOf(actor).id &&
  (access.can(actor, 'cancel', 'Issue', issue) ||
    (issue.cancelAsked === null && access.can(actor, 'edit', 'Issue', issue)));

const extensionsOf = (issue: IssueRecord): IssueDetail['extensions'] =>
  issue.extensions.map((extension) => ({
    id: extension.id,
    no: extension.no,
    askedAt: extension.askedAt.toISOString(),
    newDue: extension.newDue.toISOString(),
    reason: extension.reason,
    state: extension.state,
    opinion: extension.opinion,
    decidedBy: extension.decidedBy?.name ?? '',
  }));

const processOf = async (deps: IssueDeps, issueId: string, actor: Actor) => {
  const { processInstanceKey, openTaskKey, heldTaskKey } = await deps.processOf({ issueId }, actor);
  return { processInstanceKey, openTaskKey, heldTaskKey: heldTaskKey ?? null };
};

export const detailer =
  (deps: IssueDeps, store: IssueStore) =>
  async (issue: IssueRecord, actor: Actor): Promise<IssueDetail> => {
    const facts = await deps.campaignFacts(issue.campaignId);
    const rule = extensionRule(issue, facts?.settings ?? { maxExtensions: 0, outerDue: null });
    const evidence = await deps.evidence.list(actor, { issueId: issue._id });
    return {
      ...presentRow(issue, new Date(deps.clock.now())),
      evidenceCount: evidence.length,
      basis: issue.basis,
      foundBy: issue.foundBy,
      foundAt: issue.foundAt.toISOString(),
      requiredEvidence: issue.requiredEvidence,
      measured: [...issue.measured],
      actionChips: actionChips(issue.measures),
      causeChips: [...causeChips],
      dueHistory: issue.dueHistory.map(({ at, setAt, reason, by }) => ({
        at: at.toISOString(),
        setAt: setAt.toISOString(),
        reason: inBoth(reason),
        by,
      })),
      evidence: [...evidence],
      rounds: presentRounds(issue),
      returned: issue.returned === null ? null : { ...issue.returned, at: issue.returned.at.toISOString() },
      cancelAsked:
        issue.cancelAsked === null
          ? null
          : {
              by: issue.cancelAsked.by.name,
              reason: issue.cancelAsked.reason,
              at: issue.cancelAsked.at.toISOString(),
            },
      extensions: extensionsOf(issue),
      extensionRule: rule,
      life: await store.life(issue._id),
      nextStep: nextStepOf(issue),
      ...(await processOf(deps, issue._id, actor)),
      relapses: [...issue.relapses],
      may: mayOf(deps, issue, actor, rule.allowed),
    };
  };
