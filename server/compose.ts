// Composition root: the only file that knows every slice.
import type { Connection } from 'mongoose';
import type { Boot } from '#contracts/session.ts';
import { createCalendar, dueView } from './domain/calendar/index.ts';
import { createInstances, createProjection } from './domain/instances/index.ts';
import { createProcessModels } from './domain/process-models/index.ts';
import { createTasks } from './domain/tasks/index.ts';
import { createGround } from './ground.ts';
import { createMatters } from './matters.ts';
import { createPeople } from './people.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import type { IdSource } from './platform/ids.ts';
import type { Logger } from './platform/logger.ts';
import type { JobWorkers, RouteHandlers, Slice, TaskHandlers } from './platform/slice.ts';
import type { EngineClient } from './platform/workflow/engine-client.ts';

type Deps = {
  readonly config: Config;
  readonly connection: Connection;
  readonly engine: EngineClient;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
  readonly demoAccounts: () => Promise<Boot['accounts']>;
  readonly signedOut: (userId: string) => void;
  readonly rightsChanged: () => void;
};

const merge = <T extends object>(parts: readonly (T | undefined)[], what: string): T => {
  const merged: Record<string, unknown> = {};
  for (const [key, value] of parts.flatMap((part) => Object.entries(part ?? {}))) {
    if (key in merged) throw new Error(`Expected one slice to own ${what} '${key}', but there are two`);
    merged[key] = value;
  }
  return merged as T;
};

/** Team tasks may be handed to any member of the team. */
const withTeams = (groups: readonly string[]): string[] => [
  ...new Set(
    groups.flatMap((group) =>
      group.startsWith('team-leader:') ? [group, group.replace('team-leader:', 'team-member:')] : [group],
    ),
  ),
];

export const compose = (deps: Deps) => {
  const { connection, clock, ids, logger } = deps;
  const ground = createGround(deps);
  const { transact } = ground;
  const people = createPeople(ground, {
    demo: deps.config.demo,
    demoAccounts: deps.demoAccounts,
    signedOut: deps.signedOut,
    rightsChanged: deps.rightsChanged,
  });
  const instances = createInstances({ connection });
  const late: { slices: readonly Slice[] } = { slices: [] };
  const handlers = (): TaskHandlers =>
    merge<TaskHandlers>(
      late.slices.map((slice) => slice.tasks),
      'task',
    );
  const tasks = createTasks({
    connection,
    clock,
    ids,
    transact,
    instances,
    handlers,
    matters: () => late.slices.flatMap((slice) => slice.matter ?? []),
    dueView: (at, now) => dueView(at, now),
    membersOf: (groups) => people.users.inGroups(groups),
    colleagues: (groups) => people.users.inGroups(withTeams(groups)),
    tell: ground.tell,
    failed: (error, taskKey) => logger.error({ err: error, taskKey }, 'a task could not be described'),
  });
  const matters = createMatters({ ground, people, instances, tasks });
  const processModels = createProcessModels({
    connection,
    clock,
    ids,
    transact,
    access: ground.access,
    instances,
    engine: ground.engine,
    jobTypes: () => late.slices.flatMap((slice) => Object.keys(slice.workers ?? {})),
    unseenInspections: matters.inspections.unseenBy,
    caseWords: matters.caseWords,
    overdueTasks: tasks.overdueOf,
    failed: (error) => logger.error({ err: error }, 'running cases could not be moved yet'),
  });
  ground.onRefused(processModels.refused);
  late.slices = [
    ...matters.slices,
    processModels.slice,
    people.organisations.slice,
    people.users.slice,
    people.teams.slice,
    people.session.slice,
    createCalendar().slice,
    ground.audit.slice,
    ground.notifications.slice,
    tasks.slice,
  ];
  const notDescribed = (error: unknown): void => logger.error({ err: error }, 'tasks not described anew');
  ground.onChange((changes) => void tasks.redescribing.afterChanges(changes).catch(notDescribed));
  const projection = createProjection({ connection, projectors: [tasks.projector, processModels.projector] });

  return {
    ...ground,
    ...people,
    ...matters,
    instances,
    tasks,
    accept: projection.accept,
    /** What a stop may have left undone beside the transactions; in the background. */
    catchUp: (): void => void tasks.redescribing.afterStop().catch(notDescribed),
    stopDescribing: tasks.redescribing.stop,
    startModels: processModels.start,
    handlers: merge<RouteHandlers>(
      late.slices.map((slice) => slice.routes),
      'route',
    ),
    workers: merge<JobWorkers>(
      late.slices.map((slice) => slice.workers),
      'worker',
    ),
    latestContent: async (resourceName: string): Promise<string | null> => {
      const edited = await processModels.countyText(resourceName);
      if (edited !== null) return edited;
      const definition = await instances.models.definitions.findOne({ resourceName }).sort({ version: -1 }).lean();
      const form = definition ?? (await instances.models.forms.findOne({ resourceName }).sort({ version: -1 }).lean());
      return form?.content ?? null;
    },
  };
};
export type Product = ReturnType<typeof compose>;
