// $group that keeps one small state a group instead of the documents of each group.
import { CommandError } from '../errors.ts';
import { encodeValue } from '../values/key-encoding.ts';
import { isDoc } from '../values/document.ts';
import type { Doc } from '../values/document.ts';
import { accumulators, isAccumulator } from './accumulators.ts';
import type { Accumulator } from './accumulators.ts';
import { runInMemory } from './in-memory.ts';
import { chunksOf, collect } from './stage.ts';
import type { Chunks, Stage, StageContext } from './stage.ts';

interface Field {
  name: string;
  make: () => Accumulator;
  expression: unknown;
}

interface Group {
  id: unknown;
  states: Accumulator[];
}

export const group: Stage = (input, operand, context) => {
  if (!isDoc(operand) || !Object.hasOwn(operand, '_id'))
    throw new CommandError('BadValue', 'a group specification must include an _id');
  const fields = Object.entries(operand).flatMap(([name, spec]) =>
    name === '_id' ? [] : [accumulatorField(name, spec)],
  );
  const own = fields.filter((field): field is Field => 'make' in field);
  return own.length === fields.length ? grouped(input, operand._id, own, context) : byLibrary(input, operand, context);
};

function accumulatorField(name: string, spec: unknown): Field | { library: string } {
  const [operator, ...more] = isDoc(spec) ? Object.keys(spec) : [];
  if (!isDoc(spec) || operator === undefined || more.length > 0)
    throw new CommandError('BadValue', `The field '${name}' must be an accumulator object`);
  return isAccumulator(operator)
    ? { name, make: accumulators[operator], expression: spec[operator] }
    : { library: operator };
}

async function* byLibrary(input: Chunks, operand: Doc, context: StageContext): Chunks {
  yield* chunksOf(runInMemory(await collect(input), [{ $group: operand }], context.variables), context.pacer);
}

async function* grouped(input: Chunks, idExpression: unknown, fields: Field[], context: StageContext): Chunks {
  const groups = new Map<string, Group>();
  for await (const chunk of input) {
    for (const doc of chunk) {
      const id = context.evaluate(idExpression, doc) ?? null;
      const key = encodeValue(id).toString('latin1');
      let found = groups.get(key);
      if (!found) groups.set(key, (found = { id, states: fields.map((field) => field.make()) }));
      found.states.forEach((state, i) => state.add(context.evaluate(fields[i]?.expression, doc)));
    }
    if (context.pacer.step()) await context.pacer.rest();
  }
  const results = [...groups.values()].map(({ id, states }) => {
    const out: Doc = { _id: id };
    states.forEach((state, i) => (out[fields[i]?.name ?? ''] = state.result()));
    return out;
  });
  yield* chunksOf(results, context.pacer);
}
