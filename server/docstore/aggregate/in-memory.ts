// Runs stages that mingo does well over documents already in memory.
import { Aggregator } from 'mingo/aggregator';
import type { Doc } from '../values/document.ts';
import { isDoc } from '../values/document.ts';
import { asCommandError, expressionOptions } from './expressions.ts';

export function runInMemory(docs: Doc[], stages: Doc[], variables: Doc = {}): Doc[] {
  try {
    return new Aggregator(stages, expressionOptions(variables)).run(docs).filter(isDoc);
  } catch (error) {
    throw asCommandError(error);
  }
}
