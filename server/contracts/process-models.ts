// Process models: versions, drafts, lint, deployment by two people, running instances, incidents.
import { z } from 'zod';

const words = z.object({ zh: z.string(), en: z.string() });
export const modelKinds = ['bpmn', 'dmn', 'form'] as const;
export const modelRow = z.object({
  id: z.string(),
  kind: z.enum(modelKinds),
  no: z.string(),
  name: z.string(),
  latestVersion: z.number().int(),
  running: z.number().int(),
  incidents: z.number().int(),
  draft: z.boolean(),
  pending: z.boolean(),
});
export const modelVersion = z.object({
  version: z.number().int(),
  definitionKey: z.string(),
  deployedAt: z.string(),
  running: z.number().int(),
  reason: z.string(),
  by: z.string(),
  secondBy: z.string(),
  state: z.enum(['running', 'latest', 'retired']),
});
export const lintFinding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  elementId: z.string(),
  elementName: z.string(),
  message: words,
  field: z.string(),
});
export const modelDraft = z.object({
  content: z.string(),
  savedAt: z.string(),
  by: z.string(),
  byId: z.string(),
  version: z.number().int(),
  baseVersion: z.number().int(),
});
/** What a model may rely on outside itself: the editor judges with it as the server does. */
export const modelSurroundings = z.object({
  jobTypes: z.array(z.string()),
  messages: z.array(z.string()),
  payloads: z.record(z.string(), z.array(z.string())),
  handedIn: z.record(z.string(), z.array(z.string())),
  forms: z.array(z.string()),
  decisions: z.array(z.string()),
  processes: z.array(z.string()),
  answers: z.record(z.string(), z.array(z.string())),
  rungs: z.array(z.string()).optional(),
});
/** What becomes of running cases when a new version comes. */
export const runningChoice = z.enum(['stay', 'migrate']);
/** A step the new version lacks, and the step of it where a case standing there goes on. */
export const stepMapping = z.object({ from: z.string().max(200), to: z.string().max(200) });
export const migrationAsk = z.object({
  content: z.string().max(2_000_000),
  mapping: z.array(stepMapping).max(200).default([]),
});
export const migrationPreview = z.object({
  /** Why no case at all could move, null where some may. */
  blocked: words.nullable(),
  movable: z.number().int(),
  staying: z.array(
    z.object({ elementId: z.string(), version: z.number().int(), count: z.number().int(), message: words }),
  ),
  lost: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      count: z.number().int(),
      choices: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  ),
});
export const moveRow = z.object({
  instanceKey: z.string(),
  fromVersion: z.number().int(),
  state: z.enum(['waiting', 'migrated', 'refused']),
  message: words.nullable(),
  at: z.string(),
});
export const deploymentState = z.enum(['asked', 'scheduled', 'deploying', 'deployed', 'refused']);
/** Every request to deploy, also the refused ones, newest first. */
export const deploymentLine = z.object({
  id: z.string(),
  state: deploymentState,
  reason: z.string(),
  answer: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  decidedBy: z.string(),
  decidedAt: z.string().nullable(),
  version: z.number().int().nullable(),
  effectiveOn: z.string().nullable(),
  running: runningChoice,
  /** Cases that were to move, by what became of them; null until they are told. */
  moves: z.object({ waiting: z.number().int(), migrated: z.number().int(), refused: z.number().int() }).nullable(),
});
export const pendingDeployment = z.object({
  id: z.string(),
  askedBy: z.string(),
  askedById: z.string(),
  askedAt: z.string(),
  reason: z.string(),
  baseVersion: z.number().int(),
  content: z.string(),
  running: runningChoice,
  mapping: z.array(stepMapping),
  state: deploymentState,
  effectiveOn: z.string().nullable(),
});
export const modelDetail = modelRow.extend({
  versions: z.array(modelVersion),
  content: z.string(),
  shownVersion: z.number().int(),
  draftState: modelDraft.nullable(),
  pendingDeployment: pendingDeployment.nullable(),
  editors: z.array(z.string()),
  requests: z.array(deploymentLine),
  surroundings: modelSurroundings,
  tokens: z.array(
    z.object({
      elementId: z.string(),
      count: z.number().int(),
      overdue: z.number().int(),
      incidents: z.number().int(),
    }),
  ),
});
export const draftSaveModel = z.object({
  content: z.string().max(2_000_000),
  baseVersion: z.number().int(),
  draftVersion: z.number().int(),
});
export const deployAsk = z.object({
  reason: z.string().min(4).max(300),
  draftVersion: z.number().int(),
  running: runningChoice.default('stay'),
  mapping: z.array(stepMapping).max(200).default([]),
  /** The day it begins to hold, in the business zone; at once where there is none. */
  effectiveOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable()
    .default(null),
});
export const instanceRow = z.object({
  key: z.string(),
  processId: z.string(),
  version: z.number().int(),
  state: z.enum(['active', 'completed', 'terminated']),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  refNo: z.string(),
  subject: z.string(),
  incidents: z.number().int(),
});
export const instanceDetail = instanceRow.extend({
  processName: z.string(),
  content: z.string(),
  parentKey: z.string().nullable(),
  children: z.array(instanceRow),
  elements: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      type: z.string(),
      state: z.enum(['active', 'completed', 'terminated', 'incident']),
      count: z.number().int(),
      enteredAt: z.string(),
      leftAt: z.string().nullable(),
      seconds: z.number(),
    }),
  ),
  takenFlows: z.array(z.string()),
  incidentList: z.array(
    z.object({
      key: z.string(),
      elementId: z.string(),
      type: z.string(),
      message: z.string(),
      at: z.string(),
      jobKey: z.string().nullable(),
    }),
  ),
});
export const incidentRow = z.object({
  key: z.string(),
  processId: z.string(),
  processName: z.string(),
  version: z.number().int(),
  instanceKey: z.string(),
  elementId: z.string(),
  elementName: z.string(),
  type: z.string(),
  message: z.string(),
  at: z.string(),
  jobKey: z.string().nullable(),
});
