// Parses what is to be deployed before the single writer sees it; any error refuses the whole deployment.
import { createHash } from 'node:crypto';
import { parseDecisions, parseForm, parseProcesses } from '../model/index.ts';
import { reject, type DeployedResource, type Rejection } from '../protocol/index.ts';

export type Resource = { readonly name: string; readonly content: Buffer };
type Content = DeployedResource['content'];
type Parsed = { readonly ok: true; readonly content: Content } | { readonly ok: false; readonly errors: string };
type Result = { readonly ok: true; readonly resources: readonly DeployedResource[] } | Rejection;

export async function parseResources(resources: readonly Resource[]): Promise<Result> {
  const deployed: DeployedResource[] = [];
  const errors: string[] = [];
  for (const { name, content } of resources) {
    const parsed = await parseResource(name, content);
    if (!parsed.ok) {
      errors.push(parsed.errors);
      continue;
    }
    const checksum = createHash('md5').update(content).digest('base64');
    deployed.push({ name, resource: content.toString('base64'), checksum, content: parsed.content });
  }
  errors.push(...doubles(deployed));
  if (errors.length === 0) return { ok: true, resources: deployed };
  return reject(
    'INVALID_ARGUMENT',
    `Expected to deploy new resources, but encountered the following errors:\n${errors.join('\n')}`,
  );
}

async function parseResource(name: string, content: Buffer): Promise<Parsed> {
  const source = content.toString('utf8');
  if (/\.bpmn(20\.xml)?$/u.test(name)) {
    const parsed = await parseProcesses(source, name);
    if (!parsed.ok) return wrong(name, parsed.errors);
    return { ok: true, content: { kind: 'processes', processes: parsed.processes } };
  }
  if (name.endsWith('.dmn')) {
    const parsed = await parseDecisions(source);
    return parsed.ok ? { ok: true, content: { kind: 'decisions', graph: parsed.graph } } : wrong(name, parsed.errors);
  }
  if (name.endsWith('.form')) {
    const parsed = parseForm(source);
    return parsed.ok ? { ok: true, content: { kind: 'form', formId: parsed.id } } : wrong(name, parsed.error);
  }
  return { ok: false, errors: `\n'${name}': unknown resource type` };
}

const wrong = (name: string, errors: string): Parsed => ({ ok: false, errors: `'${name}': ${errors}` });

/** An id may come once in a deployment. */
function doubles(resources: readonly DeployedResource[]): string[] {
  const seen = new Map<string, string>();
  const errors: string[] = [];
  for (const { name, content } of resources)
    for (const [kind, id] of idsOf(content)) {
      const other = seen.get(`${kind} ${id}`);
      if (other === undefined) seen.set(`${kind} ${id}`, name);
      else errors.push(`Duplicated ${kind} id in resources '${other}' and '${name}'`);
    }
  return errors;
}

function idsOf(content: Content): (readonly [kind: string, id: string])[] {
  if (content.kind === 'processes') return content.processes.map(({ id }) => ['process', id] as const);
  if (content.kind === 'form') return [['form', content.formId]];
  return content.graph.decisions.map(({ id }) => ['decision', id] as const);
}
