// Mappings become one FEEL context, as in Zeebe: later entries see earlier ones, nested targets are nested contexts.
import type { Expression, Mapping } from '../model/index.ts';
import type { Json, Typed, Evaluation, Variables } from './result.ts';

type Evaluate = (source: string, variables: Variables) => Evaluation;
type Entries = Map<string, string | Entries>;

const inputSources = new WeakMap<readonly Mapping[], string>();
const outputSources = new WeakMap<readonly Mapping[], string>();

/** Inputs start from nothing. */
export const mapInputs = (evaluate: Evaluate, mappings: readonly Mapping[], variables: Variables): Typed<Variables> =>
  map(evaluate, kept(inputSources, mappings, contextOf), variables);

/** Outputs merge a nested target into the variable that is already there. */
export const mapOutputs = (evaluate: Evaluate, mappings: readonly Mapping[], variables: Variables): Typed<Variables> =>
  map(
    evaluate,
    kept(outputSources, mappings, (entries) => mergedContextOf(entries, [])),
    variables,
  );

function map(evaluate: Evaluate, source: string, variables: Variables): Typed<Variables> {
  const result = evaluate(source, variables);
  return result.ok ? { ok: true, value: result.value as Readonly<Record<string, Json>> } : result;
}

function kept(
  sources: WeakMap<readonly Mapping[], string>,
  mappings: readonly Mapping[],
  write: (entries: Entries) => string,
): string {
  const known = sources.get(mappings);
  if (known !== undefined) return known;
  const source = write(entriesOf(mappings));
  sources.set(mappings, source);
  return source;
}

/** A target below another one replaces what was mapped to that one. */
function entriesOf(mappings: readonly Mapping[]): Entries {
  const root: Entries = new Map();
  for (const { source, target } of mappings) {
    const path = target.split('.');
    const last = path.pop() ?? target;
    let entries = root;
    for (const name of path) {
      const there = entries.get(name);
      const inner: Entries = there instanceof Map ? there : new Map<string, string | Entries>();
      entries.set(name, inner);
      entries = inner;
    }
    entries.set(last, textOf(source));
  }
  return root;
}

const textOf = (source: Expression): string =>
  source.kind === 'feel' ? source.source : `"${source.value.replace(/["\\]/gu, '\\$&')}"`;

const contextOf = (entries: Entries): string => braced(entries, (_, inner) => contextOf(inner));

function mergedContextOf(entries: Entries, path: readonly string[]): string {
  return braced(entries, (name, inner) => {
    const there = [...path, name].join('.');
    const made = mergedContextOf(inner, [...path, name]);
    return `if (${there} != null) then context merge(${there},${made}) else ${made}`;
  });
}

const braced = (entries: Entries, nested: (name: string, inner: Entries) => string): string =>
  `{${[...entries].map(([name, value]) => `${name}:${typeof value === 'string' ? value : nested(name, value)}`).join(',')}}`;
