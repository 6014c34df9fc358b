// The books after the storm, read from the store itself: what must be there once is there once.
import { join } from 'node:path';
import { connectStore } from '../../../server/platform/mongo/connection.ts';
import type { RunningProduct } from '../../support/product.ts';
import type { Told } from './people.ts';

type Doc = Record<string, unknown> & { _id: string };
export type Books = Awaited<ReturnType<typeof openBooks>>;

const repeated = (values: readonly unknown[]): unknown[] => {
  const seen = new Set<unknown>();
  return values.filter((value) => seen.size === seen.add(value).size);
};
const gaps = (numbers: readonly number[]): number[] => {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted.filter((number, at) => number !== (sorted[0] ?? 0) + at);
};

export const openBooks = async (product: RunningProduct) => {
  const socket = encodeURIComponent(join(product.dataDir, 'docstore.sock'));
  const connection = await connectStore(`mongodb://${socket}/supervision?directConnection=true`);
  const all = (name: string, filter: Record<string, unknown> = {}): Promise<Doc[]> =>
    connection.collection<Doc>(name).find(filter).toArray() as Promise<Doc[]>;

  return {
    close: () => connection.close(),
    /** Work that has not come to rest: entries for the engine, jobs under way. */
    underWay: async (): Promise<number> => {
      const waiting = (await all('outbox', { state: 'waiting' })).length;
      const instances = await all('instances', { state: 'active' });
      const busy = instances.flatMap((instance) =>
        (instance['elements'] as { s: string; t: string }[]).filter(
          ({ s, t }) => s === 'active' && ['SERVICE_TASK', 'SEND_TASK', 'BUSINESS_RULE_TASK'].includes(t),
        ),
      );
      return waiting + busy.length;
    },
    /** Every broken promise in words; empty when all is well. */
    complaints: async (told: Told): Promise<string[]> => {
      const found: string[] = [];
      const say = (what: string, broken: readonly unknown[]): void => {
        if (broken.length > 0) found.push(`${what}: ${JSON.stringify(broken.slice(0, 5))} (${broken.length})`);
      };
      const tasks = new Map((await all('tasks')).map((task) => [task._id, task]));
      const audit = await all('auditEntries');
      const issues = await all('issues');
      const entries = await all('issueEntries');
      const instances = await all('instances');
      const evidence = await all('evidence');
      const escalations = await all('escalations');
      const completions = audit.filter(({ action }) => String(action).startsWith('task.complete.'));

      say(
        'acts acknowledged and lost',
        [...told.tasks]
          .map(([key, { key: sent, ...act }]) => ({ act, sent, task: tasks.get(key) }))
          .filter(({ sent, task }) => task?.['completionKey'] !== sent || task['state'] !== 'completed')
          .map(({ act, task }) => ({ ...act, state: task?.['state'] })),
      );
      say('tasks completed twice', repeated(completions.map(({ objectId }) => objectId)));
      say(
        'tasks completed without a word in the trail',
        [...told.tasks.keys()].filter((key) => !completions.some(({ objectId }) => objectId === key)),
      );
      say(
        'rows acknowledged and lost',
        [...told.rows].filter((id) => !issues.some(({ _id }) => _id === id)),
      );
      say('rows doubled', repeated(issues.map(({ key }) => key)));
      say('rows with the same number', repeated(issues.map(({ no }) => no)));
      say('gaps in the row numbers', gaps(issues.map(({ seq }) => Number(seq))));
      const manual = issues.filter(({ key }) => String(key).startsWith('manual:'));
      say('rows nobody was told of', manual.length > told.rows.size + 1 ? [manual.length, told.rows.size] : []);
      for (const [collection, process, ref] of [
        [issues, 'issueRectification', 'issueId'],
        [escalations, 'escalation', 'escalationId'],
      ] as const)
        say(
          `not exactly one ${process} process`,
          collection
            .map(({ _id }) => ({
              id: _id,
              processes: instances.filter(
                ({ processId, refs }) => processId === process && (refs as Record<string, string>)[ref] === _id,
              ).length,
            }))
            .filter(({ processes }) => processes !== 1),
        );
      say(
        'lives of rows with gaps or repeats',
        issues.filter(({ _id, entryCount }) => {
          const own = entries.filter(({ issueId }) => issueId === _id).map(({ seq }) => Number(seq));
          return own.length !== entryCount || repeated(own).length > 0 || gaps(own).length > 0;
        }),
      );
      say(
        'rows struck off twice',
        issues.filter(
          ({ _id }) => entries.filter(({ issueId, kind }) => issueId === _id && kind === 'strikeOff').length > 1,
        ),
      );
      say(
        'evidence acknowledged and lost',
        [...told.evidence].filter(([, id]) => !evidence.some(({ _id }) => _id === id)),
      );
      say('evidence doubled', repeated(evidence.map(({ clientId }) => clientId)));
      say(
        'escalations acknowledged and lost',
        [...told.escalations].filter((id) => !escalations.some(({ _id }) => _id === id)),
      );
      say('escalations with the same number', repeated(escalations.map(({ no }) => no)));
      const papers = escalations.flatMap(({ papers: own }) => own as { no?: string; id: string }[]);
      say('papers doubled', repeated(papers.map(({ id }) => id)));
      say('incidents', await all('incidents', { resolvedAt: null }));
      say('entries the engine refused', await all('outbox', { state: 'refused' }));
      say('entries left for the engine', await all('outbox', { state: 'waiting' }));
      const standing = instances
        .filter(({ state }) => state === 'active')
        .flatMap((instance) => instance['elements'] as { s: string; t: string; k: string }[])
        .filter(({ s, t }) => s === 'active' && t === 'USER_TASK')
        .map(({ k }) => k);
      const open = [...tasks.values()].filter(({ state }) => state === 'open' || state === 'completing');
      const shown = new Set(open.map(({ elementInstanceKey }) => elementInstanceKey));
      say(
        'tasks that stand in a process and in no inbox',
        standing.filter((key) => !shown.has(key)),
      );
      say(
        'tasks in an inbox and in no process',
        [...shown].filter((key) => !standing.includes(String(key))),
      );
      say(
        'tasks handed in and never finished',
        open.filter(({ state }) => state === 'completing').map(({ _id }) => _id),
      );
      return found;
    },
    counts: async () => ({
      rows: (await all('issues')).length,
      struckOff: (await all('issues')).filter(({ struckOffAt }) => struckOffAt !== null).length,
      tasks: (await all('tasks', { state: 'completed' })).length,
      evidence: (await all('evidence')).length,
      escalations: (await all('escalations')).length,
      trail: (await all('auditEntries')).length,
    }),
  };
};
