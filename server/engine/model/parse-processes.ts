// BPMN text to executable processes, or the reasons why it is refused.
import { buildProcess } from './build-process.ts';
import { flag, many } from './element.ts';
import type { ExecutableProcess } from './graph.ts';
import { readBpmn, type Warning } from './read-xml.ts';
import { reviewDefinitions } from './review.ts';
import { straightLoopIn } from './rules/straight-loops.ts';

export type ParsedProcesses =
  | { readonly ok: true; readonly processes: readonly ExecutableProcess[] }
  /** The text that follows `'<file>': ` in a deployment rejection. */
  | { readonly ok: false; readonly errors: string };

export async function parseProcesses(xml: string, resourceName: string): Promise<ParsedProcesses> {
  const read = await readBpmn(xml);
  if (!read.ok) return { ok: false, errors: `Fatal Error: ${read.message}` };
  const malformed = read.warnings.map(schemaError).find((problem) => problem !== undefined);
  if (malformed !== undefined) return { ok: false, errors: `Error: ${malformed}` };
  const errors = reviewDefinitions(read.root);
  if (errors !== undefined) return { ok: false, errors };
  const executable = many(read.root, 'rootElements').filter(
    (root) => root.$type === 'bpmn:Process' && flag(root, 'isExecutable', false),
  );
  const processes = executable.map(buildProcess);
  const loops = processes.flatMap((process) => loopError(process, resourceName));
  return loops.length === 0 ? { ok: true, processes } : { ok: false, errors: loops.join('') };
}

/** References that a BPMN schema checks; others may dangle. */
const checked = ['bpmn:sourceRef', 'bpmn:targetRef', 'bpmn:attachedToRef', 'bpmn:default'];

function schemaError({ message, property, value }: Warning): string | undefined {
  const duplicate = /duplicate ID <([^>]*)>/u.exec(message)?.[1];
  if (duplicate !== undefined) return `cvc-id.2: There are multiple occurrences of ID value '${duplicate}'.`;
  if (property !== undefined && checked.includes(property))
    return `cvc-id.1: There is no ID/IDREF binding for IDREF '${value ?? ''}'.`;
  const unknown = /unparsable content <(bpmn:[^>]*)> detected/u.exec(message)?.[1];
  return unknown === undefined
    ? undefined
    : `cvc-complex-type.2.4.a: Invalid content was found starting with element '${unknown}'.`;
}

function loopError(process: ExecutableProcess, resourceName: string): readonly string[] {
  const loop = straightLoopIn(process);
  if (loop === undefined) return [];
  const text = `Processes are not allowed to contain a straight-through processing loop: ${loop.join(' > ')}`;
  return [`\`${resourceName}\`: - Process: ${process.id}\n    - ERROR: ${text}\n`];
}
