// A request is refused, taken back, or called off before its day.
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor } from '../../platform/slice.ts';
import { load } from './models.deploying.ts';
import { audience } from './models.drafting.ts';
import type { Parts } from './models.reading.ts';

export const refuseDeployment = async (
  parts: Parts,
  actor: Actor,
  modelId: string,
  id: string,
  reason: string,
): Promise<Result<{ ok: true }>> => {
  const { deps, documents } = parts;
  const request = await load(parts, modelId, id);
  const mayTakeBack = request?.askedById === actor.userId;
  if (!mayTakeBack && !deps.access.can(actor, 'approve', 'Model')) return refuse('forbidden');
  if (request === null) return refuse('not_found');
  return deps.transact(actor, async (work) => {
    const { matchedCount } = await documents.deployments.updateOne(
      { _id: id, state: { $in: ['asked', 'scheduled'] } },
      {
        $set: {
          state: 'refused',
          openFor: id,
          answer: reason,
          decidedAt: work.now,
          decidedById: actor.userId,
          decidedByName: actor.name,
        },
      },
      { session: work.session },
    );
    if (matchedCount !== 1) return refuse('conflict');
    work.audit({
      action: 'model.refuse-deploy',
      object: 'deployment',
      objectId: id,
      summary: `不予部署 ${modelId}：${reason}`,
    });
    work.change({ topic: 'model', id: modelId, what: 'changed', to: audience });
    work.notify({
      groups: [`user:${request.askedById}`],
      title: '流程模型没有通过复核',
      detail: reason,
      link: `/models/${modelId}`,
    });
    return ok({ ok: true as const });
  });
};
