// explain: which way the planner takes, and what it cost, in the words of MongoDB's plans.
import { CommandError, notSupported } from '../errors.ts';
import { headOf } from '../aggregate/pipeline.ts';
import { existingCollection, readWith } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { choosePlan } from '../plan/choose.ts';
import type { Access, Plan } from '../plan/access.ts';
import { runQuery } from '../plan/run-query.ts';
import type { Query } from '../plan/run-query.ts';
import type { ScanCounters } from '../plan/scan.ts';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { parseFilter } from '../query/parse-filter.ts';
import type { Command } from './command.ts';
import { findQuery } from './find.ts';
import { pipelineOf } from './pipeline-of.ts';

export const explain: Command = {
  reading: 'promoted',
  inTransaction: false,
  run: async (operation) => {
    const inner = operation.body.explain;
    if (!isDoc(inner)) throw new CommandError('FailedToParse', 'explain needs a command');
    const [name = ''] = Object.keys(inner);
    const asked: Operation = { ...operation, body: inner, name };
    const stats = operation.body.verbosity !== 'queryPlanner';
    if (name === 'aggregate') return explainAggregate(asked, pipelineOf(inner));
    if (name === 'find' || name === 'count' || name === 'distinct') return explainQuery(asked, findQuery(asked), stats);
    const [statement] = Array.isArray(inner.updates)
      ? inner.updates
      : Array.isArray(inner.deletes)
        ? inner.deletes
        : [{ q: inner.query }];
    if (!isDoc(statement) || !['update', 'delete', 'findAndModify'].includes(name))
      throw notSupported(`explain of ${name}`);
    return explainQuery(asked, { predicate: parseFilter(statement.q), hint: statement.hint }, stats);
  },
};

export async function explainAggregate(operation: Operation, pipeline: Doc[]): Promise<Doc> {
  const { query, rest } = headOf(pipeline, operation);
  const found = await explainQuery(operation, { ...query, hint: operation.body.hint }, true);
  return rest.length === 0 ? found : { stages: [{ $cursor: found }, ...rest], ok: 1 };
}

async function explainQuery(operation: Operation, query: Query, stats: boolean): Promise<Doc> {
  const collection = existingCollection(operation);
  if (!collection) return { queryPlanner: { winningPlan: { stage: 'EOF' } } };
  return readWith(operation, async (reader) => {
    const plan = choosePlan(reader, collection, query);
    const queryPlanner = { namespace: collection.namespace, winningPlan: winningPlan(plan, query), rejectedPlans: [] };
    if (!stats) return { queryPlanner };
    const counters: ScanCounters = { keysExamined: 0, docsExamined: 0 };
    let returned = 0;
    for await (const _ of runQuery(reader, collection, query, operation.pacer, counters)) returned++;
    return {
      queryPlanner,
      executionStats: {
        executionSuccess: true,
        nReturned: returned,
        totalKeysExamined: counters.keysExamined,
        totalDocsExamined: counters.docsExamined,
      },
    };
  });
}

function winningPlan(plan: Plan, query: Query): Doc {
  const access = describeAccess(plan.access);
  return query.sort?.kind === 'fields' && !plan.ordered ? { stage: 'SORT', inputStage: access } : access;
}

function describeAccess(access: Access): Doc {
  switch (access.kind) {
    case 'nothing':
      return { stage: 'EOF' };
    case 'all':
      return { stage: 'COLLSCAN', direction: access.reverse ? 'backward' : 'forward' };
    case 'union':
      return { stage: 'FETCH', inputStage: { stage: 'OR', inputStages: access.of.map(describeAccess) } };
    case 'index':
      return {
        stage: 'FETCH',
        inputStage: {
          stage: 'IXSCAN',
          indexName: access.index.name,
          keyPattern: access.index.spec.key,
          isMultiKey: access.index.multikey.some(Boolean),
          direction: access.reverse ? 'backward' : 'forward',
          seeks: access.stretches.length,
        },
      };
  }
}
