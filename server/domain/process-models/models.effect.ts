// A deployment that waits for its day: it goes to the engine when the business day has begun, also after a stop.
import { ok, type Result } from '../../platform/result.ts';
import { systemActor } from '../../platform/slice.ts';
import type { DeploymentDoc } from './model.documents.ts';
import { dayBegins, finish, judge, overtaken, withReason } from './models.deploying.ts';
import { audience } from './models.drafting.ts';
import type { Parts } from './models.reading.ts';

const lookEveryMs = 1000;

/** Judged again: what was right when it was agreed may not be so on its day. */
const stillReady = async (parts: Parts, request: DeploymentDoc): Promise<Result<true>> => {
  const newest = (await parts.catalogue.all(request.modelId))[0]?.version ?? 0;
  return request.baseVersion === newest
    ? judge(parts, request.modelId, request.content)
    : overtaken(request.baseVersion, newest);
};

const fail = (parts: Parts, request: DeploymentDoc, reason: string): Promise<Result<true>> =>
  parts.deps.transact(systemActor, async (work) => {
    await parts.documents.deployments.updateOne(
      { _id: request._id },
      { $set: { state: 'refused', openFor: request._id, answer: reason } },
      { session: work.session },
    );
    work.audit({
      action: 'model.refuse-deploy',
      object: 'deployment',
      objectId: request._id,
      summary: `到期没有部署 ${request.modelId}：${reason}`,
    });
    work.change({ topic: 'model', id: request.modelId, what: 'changed', to: audience });
    work.notify({
      groups: [`user:${request.askedById}`, `user:${request.decidedById ?? ''}`],
      title: '流程模型到生效日没有部署成',
      detail: reason,
      link: `/models/${request.modelId}`,
    });
    return ok(true as const);
  });

type Step = 'scheduled' | 'deploying';
const mark = ({ documents }: Parts, { _id }: DeploymentDoc, from: Step, to: Step) =>
  documents.deployments.updateOne({ _id, state: from }, { $set: { state: to } });

const takeEffect = async (parts: Parts, request: DeploymentDoc): Promise<void> => {
  // one that was stopped in the middle may be in the engine already: asked again it gives the same version
  if (request.state === 'scheduled') {
    const ready = await stillReady(parts, request);
    if (!ready.ok) return void (await fail(parts, request, ready.refusal.message?.zh ?? ready.refusal.code));
    if ((await mark(parts, request, 'scheduled', 'deploying')).matchedCount !== 1) return;
  }
  const deployed = await parts.deps.engine.deploy({ name: request.resourceName, content: request.content });
  if (deployed.ok)
    await parts.deps.transact(systemActor, async (work) => {
      await finish(parts, work, request, deployed.value.version);
      return ok(true as const);
    });
  else if (deployed.refusal.code === 'engine_unavailable') await mark(parts, request, 'deploying', 'scheduled');
  else {
    const told = withReason(deployed.refusal);
    await fail(parts, request, told.ok ? '' : (told.refusal.message?.zh ?? told.refusal.code));
  }
};

export const createEffect = (parts: Parts, deployed: () => void) => {
  const { deps, documents } = parts;
  let looking = false;
  const look = async (states: readonly DeploymentDoc['state'][]): Promise<void> => {
    const waiting = await documents.deployments
      .find({ state: { $in: [...states] }, effectiveOn: { $type: 'string' } })
      .lean<DeploymentDoc[]>();
    const due = waiting.filter(({ effectiveOn }) => dayBegins(effectiveOn ?? '') <= deps.clock.now());
    for (const request of due) await takeEffect(parts, request);
    if (due.length > 0) deployed();
  };
  const tick = (states: readonly DeploymentDoc['state'][]): void => {
    if (looking) return;
    looking = true;
    void look(states)
      .catch(deps.failed)
      .finally(() => {
        looking = false;
      });
  };
  return {
    /** Returns how to stop. */
    start: (): (() => void) => {
      tick(['deploying', 'scheduled']);
      const timer = setInterval(() => tick(['scheduled']), lookEveryMs);
      return () => clearInterval(timer);
    },
  };
};
