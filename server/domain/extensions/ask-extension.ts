// Asking for a later date: the old one holds until the answer.
import type { BodyOf } from '#contracts/http.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor } from '../../platform/slice.ts';
import { dayOf } from '../calendar/index.ts';
import { personOf, type Extension } from '../issues/index.ts';
import { mayAsk, newDueOf } from './extension.rules.ts';
import type { ExtensionDeps } from './index.ts';

const hour = 3_600_000;

export const askExtension =
  ({ issues, ids }: ExtensionDeps) =>
  async (
    actor: Actor,
    issueId: string,
    body: BodyOf<'POST /api/issues/:id/extension'>,
  ): Promise<Result<{ id: string }>> =>
    issues.desk.deps.transact(actor, async (work) => {
      const { access, campaignFacts } = issues.desk.deps;
      const issue = await issues.load(issueId, work.session);
      if (issue === null || !access.can(actor, 'read', 'Issue', issue)) return refuse('not_found');
      if (!access.can(actor, 'create', 'Extension', issue)) return refuse('forbidden');
      const asked = issue.extensions.find(({ idempotencyKey }) => idempotencyKey === body.idempotencyKey);
      if (asked !== undefined) return ok({ id: asked.id });
      const facts = await campaignFacts(issue.campaignId);
      if (facts === null) return refuse('not_found');
      const allowed = mayAsk(issue, facts.settings);
      if (!allowed.ok) return allowed;
      const due = newDueOf(issue, body.newDue, facts.settings, work.now);
      if (!due.ok) return due;
      const extension: Extension = {
        id: ids.next(),
        no: issue.extensions.length + 1,
        askedAt: work.now,
        askedBy: personOf(actor),
        newDue: due.value,
        reason: body.reason,
        done: body.done,
        state: 'asked',
        opinion: '',
        endorsedBy: null,
        decidedBy: null,
        idempotencyKey: body.idempotencyKey,
      };
      const step = await issues.advance(work, issue, {
        patch: { extensions: [...issue.extensions, extension] },
        entry: {
          kind: 'askExtension',
          title: `申请延期至 ${dayOf(due.value)}`,
          detail: `${body.reason}${body.done === '' ? '' : `；已做：${body.done}`}`,
          refId: extension.id,
        },
      });
      if (!step.ok) return step;
      work.send({
        kind: 'publishMessage',
        name: 'extension.requested',
        correlationKey: issue._id,
        messageId: `${issue._id}-ask-${extension.no}`,
        timeToLiveMs: hour,
        variables: { extensionId: extension.id, extensionNo: extension.no },
      });
      return ok({ id: extension.id });
    });
