// Record values as JSON: documents are spliced in as they are, what is internal is left out.
import { TENANT, type AnyEvent } from '../protocol/index.ts';

/** Parsed forms and bookkeeping that only the engine needs. */
const hidden: ReadonlySet<string> = new Set(['executable', 'graph', 'flows', 'joined', 'loopCounter', 'interrupts']);
const deployed: ReadonlySet<string> = new Set([
  'processesMetadata',
  'decisionsMetadata',
  'decisionRequirementsMetadata',
  'formMetadata',
  'evaluatedDecisions',
]);

export function valueJson({ type, value }: AnyEvent): string {
  const parts: string[] = [`"tenantId":"${TENANT}"`];
  if (type === 'DEPLOYMENT.CREATED') parts.push('"resources":[]');
  for (const [name, field] of Object.entries(value) as [string, unknown][]) {
    if (hidden.has(name) || field === undefined) continue;
    parts.push(`"${name}":${fieldJson(name, field)}`);
  }
  return `{${parts.join(',')}}`;
}

function fieldJson(name: string, field: unknown): string {
  if (name === 'variables' && typeof field === 'string') return field;
  if (deployed.has(name) && Array.isArray(field)) return JSON.stringify(field.map(withTenant));
  if (name === 'activateInstructions') return JSON.stringify(field, parseDocuments);
  return JSON.stringify(field);
}

const withTenant = (entry: unknown): unknown =>
  typeof entry === 'object' && entry !== null ? { ...entry, tenantId: TENANT } : entry;

const parseDocuments = (name: string, field: unknown): unknown =>
  name === 'variables' && typeof field === 'string' ? (JSON.parse(field) as unknown) : field;
