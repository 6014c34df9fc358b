// Zeebe's variable scoping: reads see the nearest scope, writes go where the name is known, else to the top.
import type { Json, ProcessInstanceValue } from '../protocol/index.ts';
import type { StateReader } from '../state/index.ts';
import type { Context } from './context.ts';
import { splitDocument, type Entry } from './documents.ts';

type Owner = Pick<ProcessInstanceValue, 'processDefinitionKey' | 'bpmnProcessId' | 'processInstanceKey'>;

/** Scopes from the given one to the process instance. */
export function scopesOf(state: StateReader, scopeKey: number): number[] {
  const scopes: number[] = [];
  for (let key = scopeKey; key > 0; key = state.elements.get(key)?.value.flowScopeKey ?? -1) scopes.push(key);
  return scopes;
}

export function visibleEntries(state: StateReader, scopeKey: number): Entry[] {
  const seen = new Map<string, string>();
  for (const scope of scopesOf(state, scopeKey).reverse())
    for (const { name, value } of state.variables.local(scope)) seen.set(name, value);
  return [...seen];
}

export const localEntries = (state: StateReader, scopeKey: number): Entry[] =>
  state.variables.local(scopeKey).map(({ name, value }) => [name, value]);

/** What expressions see; each variable is parsed when it is looked at. */
export function visibleVariables(state: StateReader, scopeKey: number): Record<string, Json> {
  const variables: Record<string, Json> = {};
  for (const [name, value] of visibleEntries(state, scopeKey)) {
    Object.defineProperty(variables, name, {
      enumerable: true,
      configurable: true,
      get: () => JSON.parse(value) as Json,
    });
  }
  return variables;
}

export function setLocal(ctx: Context, owner: Owner, scopeKey: number, entries: readonly Entry[]): void {
  for (const [name, value] of entries) setVariable(ctx, owner, scopeKey, name, value);
}

/** Each entry goes to the nearest scope that has the name, the rest to the process instance. */
export function propagate(ctx: Context, owner: Owner, scopeKey: number, entries: readonly Entry[]): void {
  let rest = entries;
  const scopes = scopesOf(ctx.state, scopeKey);
  for (const scope of scopes.slice(0, -1)) {
    const known = rest.filter(([name]) => ctx.state.variables.find(scope, name) !== undefined);
    if (known.length === 0) continue;
    setLocal(ctx, owner, scope, known);
    rest = rest.filter((entry) => !known.includes(entry));
  }
  setLocal(ctx, owner, scopes.at(-1) ?? scopeKey, rest);
}

export const propagateDocument = (ctx: Context, owner: Owner, scopeKey: number, document: string): void =>
  propagate(ctx, owner, scopeKey, splitDocument(document));

function setVariable(ctx: Context, owner: Owner, scopeKey: number, name: string, value: string): void {
  const known = ctx.state.variables.find(scopeKey, name);
  if (known?.value === value) return;
  const { processDefinitionKey, bpmnProcessId, processInstanceKey } = owner;
  const record = { name, value, processDefinitionKey, scopeKey, bpmnProcessId, processInstanceKey };
  if (known === undefined) ctx.emit('VARIABLE.CREATED', ctx.nextKey(), record);
  else ctx.emit('VARIABLE.UPDATED', known.key, record);
}
