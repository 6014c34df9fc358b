// Before anybody decides: how many running cases could move to the new version, and why the others would stay.
import type { ResponseOf } from '#contracts/http.ts';
import type { ElementMapping } from '../../platform/slice.ts';
import { ok, refuse, type Result } from '../../platform/result.ts';
import type { Actor } from '../../platform/slice.ts';
import { readModel } from '../../../processes/lint/index.ts';
import type { InstanceDoc } from '../instances/index.ts';
import {
  choicesFor,
  hasEventSubProcess,
  lostSteps,
  mappingFor,
  staysBecause,
  type Process,
  type Stay,
} from './migration.plan.ts';
import { stayWords, type Words } from './migration.words.ts';
import type { Parts } from './models.reading.ts';

export type Preview = ResponseOf<'POST /api/models/:id/migration'>;
type Version = { readonly key: string; readonly version: number; readonly process: Process };
type Standing = Pick<InstanceDoc, 'definitionKey' | 'elements' | 'incidents'>;

const processIn = (content: string, id: string): Promise<Process | null> =>
  readModel(content).then(
    ({ processes }) => processes.find((process) => process.id === id) ?? null,
    () => null,
  );
export const olderVersions = async ({ catalogue }: Parts, modelId: string): Promise<Version[]> => {
  const found: Version[] = [];
  for (const model of await catalogue.all(modelId)) {
    const process = (await catalogue.factsOf(model))?.processes.find(({ id }) => id === modelId);
    if (process !== undefined) found.push({ key: model.key, version: model.version, process });
  }
  return found;
};

const unreadable: Words = { zh: '新版的图读不出来，先改正错误。', en: 'The new version cannot be read.' };
const firstVersion: Words = { zh: '还没有旧版，没有可迁移的在办件。', en: 'There is no older version yet.' };
/** Said of the models alone, whatever runs. */
const blockedBy = (versions: readonly Version[], target: Process | null): Words | null => {
  if (target === null) return unreadable;
  if (versions.length === 0) return firstVersion;
  if (hasEventSubProcess(target)) return stayWords({ code: 'newEventSubProcess' }, '');
  return versions.every(({ process }) => hasEventSubProcess(process))
    ? stayWords({ code: 'eventSubProcess' }, '')
    : null;
};

const standing = async ({ deps, running }: Parts, actor: Actor, modelId: string): Promise<Standing[]> =>
  deps.instances.models.instances
    .find(
      { processId: modelId, state: 'active', ...(await running.visible(actor)) },
      { definitionKey: 1, elements: 1, incidents: 1 },
    )
    .lean<Standing[]>();

const nameIn = ({ nodes }: Process, id: string): string => nodes.find((node) => node.id === id)?.name || id;

const judged = (
  cases: readonly Standing[],
  versions: readonly Version[],
  target: Process,
  chosen: readonly ElementMapping[],
): Pick<Preview, 'movable' | 'staying'> => {
  const staying = new Map<string, Preview['staying'][number]>();
  let movable = 0;
  for (const one of cases) {
    const from = versions.find(({ key }) => key === one.definitionKey);
    if (from === undefined) continue;
    const stay = staysBecause(one, { source: from.process, target }, mappingFor(from.process, target, chosen));
    if (stay === null) movable += 1;
    else count(staying, from, stay);
  }
  return { movable, staying: [...staying.values()] };
};
const count = (
  staying: Map<string, Preview['staying'][number]>,
  { version, process }: Version,
  { code, elementId }: Stay,
): void => {
  const key = `${version} ${code} ${elementId}`;
  const known = staying.get(key);
  staying.set(key, {
    elementId,
    version,
    count: (known?.count ?? 0) + 1,
    message: stayWords({ code }, nameIn(process, elementId)),
  });
};

/** Lost steps of the newest version whether or not a case stands there: one may arrive before the deployment. */
const lostIn = (cases: readonly Standing[], versions: readonly Version[], target: Process): Preview['lost'] => {
  const lost = new Map<string, Preview['lost'][number]>();
  const newest = versions[0]?.version;
  for (const { key, version, process } of versions.filter((one) => !hasEventSubProcess(one.process))) {
    const here = cases.filter(({ definitionKey }) => definitionKey === key);
    for (const step of lostSteps(process, target)) {
      const tokens = here.filter(({ elements }) => elements.some(({ e, s }) => e === step.id && s === 'active')).length;
      if (version !== newest && tokens === 0) continue;
      lost.set(step.id, {
        id: step.id,
        name: step.name || step.id,
        count: (lost.get(step.id)?.count ?? 0) + tokens,
        choices: choicesFor(step, target).map(({ id, name }) => ({ id, name: name || id })),
      });
    }
  }
  return [...lost.values()];
};

type Ask = { readonly content: string; readonly mapping: readonly ElementMapping[] };
export const previewMigration = async (
  parts: Parts,
  actor: Actor,
  modelId: string,
  { content, mapping }: Ask,
): Promise<Result<Preview>> => {
  if (!parts.deps.access.can(actor, 'read', 'Model')) return refuse('forbidden');
  const versions = await olderVersions(parts, modelId);
  const target = await processIn(content, modelId);
  const blocked = blockedBy(versions, target);
  if (target === null || versions.length === 0) return ok({ blocked, movable: 0, staying: [], lost: [] });
  const cases = await standing(parts, actor, modelId);
  return ok({
    blocked,
    ...judged(cases, versions, target, mapping),
    lost: blocked === null ? lostIn(cases, versions, target) : [],
  });
};

/** What is asked for must be possible for some case, and each chosen step must be there. */
export const readyToMigrate = async (parts: Parts, modelId: string, ask: Ask): Promise<Result<true>> => {
  const versions = await olderVersions(parts, modelId);
  const target = await processIn(ask.content, modelId);
  const blocked = blockedBy(versions, target);
  if (blocked !== null || target === null) return refuse('rule_refused', { message: blocked ?? unreadable });
  const wrong = ask.mapping.find(
    ({ from, to }) =>
      !versions.some(({ process }) =>
        lostSteps(process, target).some(
          (step) => step.id === from && choicesFor(step, target).some(({ id }) => id === to),
        ),
      ),
  );
  return wrong === undefined
    ? ok(true)
    : refuse('rule_refused', {
        message: {
          zh: `“${wrong.from}”不能接到“${wrong.to}”：只能从删去的步骤接到新版里同类型的步骤，请重新选。`,
          en: `'${wrong.from}' cannot go on as '${wrong.to}': choose a step of the same type in the new version.`,
        },
      });
};
