// Deployment by two people: one asks with a reason, another looks and agrees; then it goes to the engine.
import type { z } from 'zod';
import type { deployAsk } from '#contracts/process-models.ts';
import { ok, refuse, type Refusal, type Result } from '../../platform/result.ts';
import type { Actor, Work } from '../../platform/slice.ts';
import { lintModel } from '../../../processes/lint/index.ts';
import { startOfDay } from '../calendar/index.ts';
import { canonical, kindOf } from './canonical.ts';
import { readyToDeploy } from './deployment.rules.ts';
import { readyToMigrate } from './migration.preview.ts';
import type { DeploymentDoc, ModelDraftDoc } from './model.documents.ts';
import { audience } from './models.drafting.ts';
import type { Parts } from './models.reading.ts';

type Ask = z.output<typeof deployAsk>;

export const judge = async (parts: Parts, modelId: string, content: string): Promise<Result<true>> => {
  const [latest] = await parts.catalogue.all(modelId);
  const standing = await parts.deps.instances.models.instances
    .find({ processId: 'escalation', state: 'active' }, { 'variables.rungId': 1 })
    .lean<{ readonly variables?: { readonly rungId?: unknown } }[]>();
  return readyToDeploy({
    content: await canonical(content),
    deployed: latest === undefined ? null : await canonical(await parts.catalogue.contentOf(latest)),
    findings: await lintModel(content, await parts.catalogue.surroundings()),
    standingRungs: standing.map(({ variables }) => String(variables?.rungId ?? '')),
  });
};

export const askToDeploy = async (
  parts: Parts,
  actor: Actor,
  modelId: string,
  ask: Ask,
): Promise<Result<{ id: string }>> => {
  const { deps, documents } = parts;
  if (!deps.access.can(actor, 'deploy', 'Model')) return refuse('forbidden');
  const draft = await documents.drafts.findById(modelId).lean<ModelDraftDoc>();
  if (draft === null) return refuse('not_found');
  if (draft.version !== ask.draftVersion) return refuse('draft_conflict');
  const [latest] = await parts.catalogue.all(modelId);
  const newest = latest?.version ?? 0;
  if (draft.baseVersion !== newest) return overtaken(draft.baseVersion, newest);
  const ready = await judge(parts, modelId, draft.content);
  if (!ready.ok) return ready;
  if (ask.running === 'migrate') {
    const may = await readyToMigrate(parts, modelId, { content: draft.content, mapping: ask.mapping });
    if (!may.ok) return may;
  }
  if (ask.effectiveOn !== null && !(dayBegins(ask.effectiveOn) > deps.clock.now())) return tooSoon();
  const id = deps.ids.next();
  return deps.transact(actor, async (work) => {
    const request: DeploymentDoc = {
      _id: id,
      modelId,
      resourceName: latest?.resourceName ?? `${modelId}.${kindOf(draft.content)}`,
      content: draft.content,
      baseVersion: draft.baseVersion,
      reason: ask.reason,
      state: 'asked',
      openFor: modelId,
      askedAt: work.now,
      askedById: actor.userId,
      askedByName: actor.name,
      decidedAt: null,
      decidedById: null,
      decidedByName: '',
      answer: '',
      deployedVersion: null,
      effectiveOn: ask.effectiveOn,
      running: ask.running,
      mapping: ask.running === 'migrate' ? ask.mapping : [],
    };
    await documents.deployments.insertMany([request], { session: work.session });
    work.audit({
      action: 'model.ask-deploy',
      object: 'deployment',
      objectId: id,
      summary: `申请部署 ${modelId}，${choiceWords(ask.running)}，${effectWords(ask.effectiveOn)}：${ask.reason}`,
    });
    work.change({ topic: 'model', id: modelId, what: 'changed', to: audience });
    work.notify({
      groups: audience,
      title: '有流程模型等待复核',
      detail: `${actor.name}：${ask.reason}`,
      link: `/models/${modelId}`,
    });
    return ok({ id });
  });
};

const choiceWords = (running: DeploymentDoc['running']): string =>
  running === 'migrate' ? '在办件迁到新版' : '在办件留在原版本';

const effectWords = (day: string | null | undefined): string =>
  typeof day === 'string' ? `${day} 起生效` : '立即生效';
/** Midnight of the business zone. */
export const dayBegins = (day: string): number => startOfDay(day).getTime();
const tooSoon = (): Result<never> =>
  refuse('invalid_form', {
    fields: [{ path: 'effectiveOn', message: { zh: '生效日期要晚于今天', en: 'Choose a day after today' } }],
  });

/** A version deployed meanwhile would be lost without a word. */
export const overtaken = (base: number, newest: number): Result<never> =>
  refuse('conflict', {
    message: {
      zh: `草稿是在第 ${base} 版上改的，现在已经是第 ${newest} 版。请先对比，再以新版为底保存草稿。`,
      en: `The draft was made on version ${base}; version ${newest} is deployed by now. Compare and save the draft on it first.`,
    },
    details: { baseVersion: base, latestVersion: newest },
  });

export const load = async (parts: Parts, modelId: string, id: string): Promise<DeploymentDoc | null> => {
  const found = await parts.documents.deployments.findById(id).lean<DeploymentDoc>();
  return found?.modelId === modelId ? found : null;
};

/** Marks who agreed before the engine is asked: a crash in between leaves the request open, and agreeing again is harmless. */
const agree = (
  parts: Parts,
  actor: Actor,
  request: DeploymentDoc,
  state: 'deploying' | 'scheduled',
): Promise<Result<true>> =>
  parts.deps.transact(actor, async (work) => {
    const { matchedCount } = await parts.documents.deployments.updateOne(
      { _id: request._id, state: { $in: ['asked', 'deploying'] } },
      { $set: { state, decidedAt: work.now, decidedById: actor.userId, decidedByName: actor.name } },
      { session: work.session },
    );
    if (matchedCount !== 1) return refuse('conflict');
    if (state === 'scheduled') {
      work.audit({
        action: 'model.schedule',
        object: 'deployment',
        objectId: request._id,
        summary: `同意部署 ${request.modelId}，${effectWords(request.effectiveOn)}，申请人 ${request.askedByName}`,
      });
      work.change({ topic: 'model', id: request.modelId, what: 'changed', to: audience });
    }
    return ok(true as const);
  });

export const finish = async (
  { documents }: Parts,
  work: Work,
  request: DeploymentDoc,
  version: number,
): Promise<void> => {
  const moving = request.running === 'migrate' ? { moving: 'due' as const } : {};
  await documents.deployments.updateOne(
    { _id: request._id },
    { $set: { state: 'deployed', openFor: request._id, deployedVersion: version, ...moving } },
    { session: work.session },
  );
  await documents.drafts.deleteOne({ _id: request.modelId, content: request.content }, { session: work.session });
  work.audit({
    action: 'model.deploy',
    object: 'deployment',
    objectId: request._id,
    summary: `部署 ${request.modelId} 第 ${version} 版，${choiceWords(request.running)}，申请人 ${request.askedByName}：${request.reason}`,
  });
  work.change({ topic: 'model', id: request.modelId, what: 'changed', to: audience });
};

export const approveDeployment = async (
  parts: Parts,
  actor: Actor,
  modelId: string,
  id: string,
): Promise<Result<{ version: number; effectiveOn: string | null }>> => {
  const { deps, documents } = parts;
  if (!deps.access.can(actor, 'approve', 'Model')) return refuse('forbidden');
  const request = await load(parts, modelId, id);
  if (request === null) return refuse('not_found');
  if (request.state !== 'asked' && request.state !== 'deploying') return refuse('conflict');
  if (request.askedById === actor.userId) return refuse('four_eyes');
  const [latest] = await parts.catalogue.all(modelId);
  if (request.state === 'asked') {
    if (request.baseVersion !== (latest?.version ?? 0)) return overtaken(request.baseVersion, latest?.version ?? 0);
    const ready = await judge(parts, modelId, request.content);
    if (!ready.ok) return ready;
  }
  const effectiveOn = request.effectiveOn ?? null;
  const later = request.state === 'asked' && effectiveOn !== null && dayBegins(effectiveOn) > deps.clock.now();
  const agreed = await agree(parts, actor, request, later ? 'scheduled' : 'deploying');
  if (!agreed.ok) return agreed;
  if (later) return ok({ version: request.baseVersion + 1, effectiveOn });
  const deployed = await deps.engine.deploy({ name: request.resourceName, content: request.content });
  if (!deployed.ok) {
    await documents.deployments.updateOne(
      { _id: id, state: 'deploying' },
      { $set: { state: 'asked', decidedAt: null, decidedById: null, decidedByName: '' } },
    );
    return withReason(deployed.refusal);
  }
  return deps.transact(actor, async (work) => {
    await finish(parts, work, request, deployed.value.version);
    return ok({ version: deployed.value.version, effectiveOn: null });
  });
};

export const withReason = ({ code, details }: Refusal): Result<never> => {
  const reason = String(details?.['reason'] ?? '');
  return code === 'model_invalid'
    ? refuse(code, { message: { zh: `流程引擎不接受：${reason}`, en: `The engine does not accept it: ${reason}` } })
    : refuse(code, { details: { reason } });
};
