// The route table: server and client both derive from it; the role × route test walks it.
import { z } from 'zod';
import { boot, credentials, firstAdministrator, me } from './session.ts';
import {
  assignment,
  colleague,
  completed,
  completion,
  draftSave,
  draftSaved,
  newSavedView,
  savedView,
  snooze,
  taskCounts,
  taskCountsQuery,
  taskDetail,
  taskQuery,
  taskRow,
  urge,
  urgeResult,
} from './tasks.ts';
import { evidenceItem } from './evidence.ts';
import { page } from './due.ts';
import { cancelAsk, extensionAsk, issueDetail, ledgerPage, ledgerQuery, newIssue } from './issues.ts';
import { caseDetail, checklist, institutionPage } from './cases.ts';
import {
  campaignDetail,
  campaignDraft,
  campaignOverview,
  stageClosing,
  campaignRow,
  campaignTemplate,
} from './campaigns.ts';
import { inspectionDetail, inspectionRow, newInspection } from './inspections.ts';
import {
  appeal,
  documentNumber,
  escalationBoard,
  escalationDetail,
  newEscalation,
  recall,
  waitingSigning,
} from './escalations.ts';
import {
  auditCheck,
  auditEntry,
  calendarDay,
  newOrganisation,
  newTeam,
  newUser,
  notification,
  organisation,
  personRow,
  team,
  userChange,
  userRow,
} from './administration.ts';
import {
  deployAsk,
  draftSaveModel,
  incidentRow,
  instanceDetail,
  instanceRow,
  lintFinding,
  migrationAsk,
  migrationPreview,
  modelDetail,
  modelRow,
  moveRow,
} from './process-models.ts';
import { publicList, publicReport } from './disclosure.ts';

export type Route = {
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  readonly open?: true;
  readonly multipart?: true;
  readonly file?: true;
};
const ok = z.object({ ok: z.literal(true) });
const created = z.object({ id: z.string() });
const file = z.unknown();
const cursor = { cursor: z.string().optional(), limit: z.coerce.number().int().min(1).max(100).optional() };

/** Path parameters are `:name`; `open` routes need no session; `file` answers are bytes. */
export const routes = {
  'GET /api/boot': { response: boot, open: true },
  'POST /api/session': { body: credentials, response: me, open: true },
  'DELETE /api/session': { response: ok },
  'POST /api/setup': { body: firstAdministrator, response: me, open: true },

  'GET /api/tasks': { query: taskQuery, response: page(taskRow) },
  'GET /api/tasks/counts': { query: taskCountsQuery, response: taskCounts },
  'GET /api/tasks/:key': { response: taskDetail },
  'POST /api/tasks/:key/claim': { response: taskRow },
  'POST /api/tasks/:key/release': { response: taskRow },
  'POST /api/tasks/:key/assign': { body: assignment, response: taskRow },
  'POST /api/tasks/:key/delegate': { body: assignment, response: taskRow },
  'POST /api/tasks/:key/snooze': { body: snooze, response: taskRow },
  'GET /api/tasks/:key/colleagues': { response: z.array(colleague) },
  'PUT /api/tasks/:key/draft': { body: draftSave, response: draftSaved },
  'POST /api/tasks/:key/complete': { body: completion, response: completed },
  'POST /api/tasks/urge': { body: urge, response: urgeResult },
  'GET /api/views': { response: z.array(savedView) },
  'POST /api/views': { body: newSavedView, response: savedView },
  'PUT /api/views/:id': { body: newSavedView, response: savedView },
  'DELETE /api/views/:id': { response: ok },
  'GET /api/notifications': { response: z.array(notification) },
  'POST /api/notifications/read': { body: z.object({ ids: z.array(z.string()) }), response: ok },

  'POST /api/evidence': { response: evidenceItem, multipart: true },
  'GET /api/evidence/:id': { response: evidenceItem },
  'GET /api/evidence/:id/file': { response: file, file: true },
  'GET /api/evidence/:id/thumb': { response: file, file: true },

  'GET /api/issues': { query: ledgerQuery, response: ledgerPage },
  'GET /api/issues/export.xlsx': { query: ledgerQuery, response: file, file: true },
  'GET /api/issues/:id': { response: issueDetail },
  'POST /api/issues': { body: newIssue, response: created },
  'POST /api/issues/:id/extension': { body: extensionAsk, response: created },
  'POST /api/issues/:id/cancel': { body: cancelAsk, response: ok },

  'GET /api/campaigns': { response: z.array(campaignRow) },
  'GET /api/campaign-templates': { response: z.array(campaignTemplate) },
  'POST /api/campaigns': {
    body: z.object({ templateId: z.string().nullable(), title: z.string().optional() }),
    response: created,
  },
  'GET /api/campaigns/:id': { response: campaignDetail },
  'PUT /api/campaigns/:id': { body: campaignDraft.extend({ version: z.number().int() }), response: campaignDetail },
  'POST /api/campaigns/:id/submit': { response: ok },
  'POST /api/campaigns/:id/cancel': { body: cancelAsk, response: ok },
  'POST /api/campaigns/:id/units': { body: z.object({ unitId: z.string() }), response: ok },
  'PUT /api/campaigns/:id/stages': {
    body: z.object({
      stages: z.array(z.object({ code: z.string(), start: z.string(), end: z.string() })),
      reason: z.string().min(4),
    }),
    response: ok,
  },
  'GET /api/campaigns/:id/export.xlsx': { response: file, file: true },
  'GET /api/campaigns/:id/overview': { response: campaignOverview },
  'GET /api/campaigns/:id/stages/:code/closing': { response: stageClosing },
  'GET /api/cases/:id': { response: caseDetail },
  'GET /api/institutions': {
    query: z.object({ campaignId: z.string() }),
    response: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        type: z.string(),
        ratePercent: z.number().int(),
        overdue: z.number().int(),
      }),
    ),
  },
  'GET /api/institutions/:id': { query: z.object({ campaignId: z.string() }), response: institutionPage },
  'GET /api/institutions/:id/dossier.xlsx': {
    query: z.object({ campaignId: z.string() }),
    response: file,
    file: true,
  },
  'GET /api/checklists': { response: z.array(checklist) },

  'GET /api/inspections': { query: z.object({ campaignId: z.string() }), response: z.array(inspectionRow) },
  'POST /api/inspections': { body: newInspection, response: created },
  'GET /api/inspections/:id': { response: inspectionDetail },
  'POST /api/inspections/:id/cancel': { body: cancelAsk, response: ok },

  'GET /api/escalations': {
    query: z.object({ campaignId: z.string(), unitId: z.string().optional() }),
    response: escalationBoard,
  },
  'GET /api/escalations/:id': { response: escalationDetail },
  'POST /api/escalations': { body: newEscalation, response: created },
  'GET /api/signings': { response: z.array(waitingSigning) },
  'POST /api/escalations/:id/recall': { body: recall, response: ok },
  'POST /api/escalations/:id/appeal': { body: appeal, response: ok },
  'PUT /api/escalations/:id/documents/:documentId/number': { body: documentNumber, response: ok },

  'GET /api/organisations': { response: z.array(organisation) },
  'POST /api/organisations': { body: newOrganisation, response: organisation },
  'PUT /api/organisations/:id': { body: newOrganisation.extend({ active: z.boolean() }), response: organisation },
  'GET /api/users': { response: z.array(userRow) },
  'POST /api/users': { body: newUser, response: userRow },
  'PUT /api/users/:id': { body: userChange, response: userRow },
  'GET /api/people': { response: z.array(personRow) },
  'GET /api/teams': { response: z.array(team) },
  'POST /api/teams': { body: newTeam, response: team },
  'PUT /api/teams/:id': { body: newTeam.extend({ active: z.boolean() }), response: team },
  'GET /api/audit': { query: z.object({ ...cursor, objectId: z.string().optional() }), response: page(auditEntry) },
  'GET /api/audit/check': { response: auditCheck },
  'GET /api/calendar': { query: z.object({ from: z.string(), to: z.string() }), response: z.array(calendarDay) },

  'GET /api/models': { response: z.array(modelRow) },
  'GET /api/models/:id': { query: z.object({ version: z.coerce.number().int().optional() }), response: modelDetail },
  'PUT /api/models/:id/draft': {
    body: draftSaveModel,
    response: z.object({ savedAt: z.string(), version: z.number().int(), findings: z.array(lintFinding) }),
  },
  'DELETE /api/models/:id/draft': { response: ok },
  'POST /api/models/:id/lint': {
    body: z.object({ content: z.string().max(2_000_000) }),
    response: z.array(lintFinding),
  },
  'POST /api/models/:id/migration': { body: migrationAsk, response: migrationPreview },
  'POST /api/models/:id/deployments': { body: deployAsk, response: created },
  'POST /api/models/:id/deployments/:deploymentId/approve': {
    response: z.object({ version: z.number().int(), effectiveOn: z.string().nullable() }),
  },
  'POST /api/models/:id/deployments/:deploymentId/refuse': { body: cancelAsk, response: ok },
  'GET /api/models/:id/deployments/:deploymentId/moves': {
    response: z.object({ items: z.array(moveRow), total: z.number().int() }),
  },
  'GET /api/models/:id/instances': {
    query: z.object({
      ...cursor,
      version: z.coerce.number().int().optional(),
      state: z.enum(['active', 'completed', 'terminated']).optional(),
      elementId: z.string().optional(),
    }),
    response: page(instanceRow),
  },
  'GET /api/instances/:key': { response: instanceDetail },
  'GET /api/incidents': { response: z.array(incidentRow) },
  'POST /api/incidents/:key/retry': { response: ok },

  'GET /api/public/list': {
    query: z.object({ campaignId: z.string().optional(), q: z.string().max(60).optional() }),
    response: publicList,
    open: true,
  },
  'GET /api/public/report/:campaignId': { response: publicReport, open: true },
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type RouteKey = keyof Routes;
type Part<K extends RouteKey, P extends string> = Routes[K] extends { readonly [X in P]: infer T extends z.ZodType }
  ? T
  : never;
export type ResponseOf<K extends RouteKey> = z.infer<Part<K, 'response'>>;
export type BodyOf<K extends RouteKey> = z.input<Part<K, 'body'>>;
export type QueryOf<K extends RouteKey> = z.input<Part<K, 'query'>>;
