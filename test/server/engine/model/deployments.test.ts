// What is deployed is accepted or refused as real Zeebe 8.5.8 does, and becomes the graph that the engine runs.
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parseForm, parseProcesses } from '../../../../server/engine/model/index.ts';

type Deployment = readonly [name: string, definitions: string, errors: string | null];

/** Recorded from a broker; FEEL syntax errors are compared up to what was expected where. */
const deployments = JSON.parse(
  readFileSync(new URL('deployments.json', import.meta.url), 'utf8'),
) as readonly Deployment[];

const wrapped = (definitions: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t" id="definitions">${definitions}</bpmn:definitions>`;

async function refusal(definitions: string, name = 'x'): Promise<string | null> {
  const parsed = await parseProcesses(wrapped(definitions), `${name}.bpmn`);
  return parsed.ok ? null : parsed.errors.replace(/: Expected \([\s\S]*/u, '');
}

const withTask = (task: string): string =>
  `<bpmn:process id="p" isExecutable="true"><bpmn:startEvent id="s"><bpmn:outgoing>f</bpmn:outgoing></bpmn:startEvent><bpmn:sequenceFlow id="f" sourceRef="s" targetRef="t"/>${task}</bpmn:process>`;

describe('deployment', () => {
  it.each(deployments)('%s', async (name, definitions, errors) => {
    expect(await refusal(definitions, name)).toBe(errors);
  });

  it.each([
    [
      'native user tasks',
      '<bpmn:userTask id="t"><bpmn:extensionElements><zeebe:userTask/></bpmn:extensionElements><bpmn:incoming>f</bpmn:incoming></bpmn:userTask>',
      /zeebe:userTask/u,
    ],
    [
      'standard loops',
      '<bpmn:task id="t"><bpmn:incoming>f</bpmn:incoming><bpmn:standardLoopCharacteristics/></bpmn:task>',
      /Loops of this type/u,
    ],
    [
      'compensation',
      '<bpmn:intermediateThrowEvent id="t"><bpmn:incoming>f</bpmn:incoming><bpmn:compensateEventDefinition/></bpmn:intermediateThrowEvent>',
      /not supported/u,
    ],
  ])('%s would not be executed and are refused', async (_, task, reason) => {
    expect(await refusal(withTask(task))).toMatch(reason);
  });

  it('a boundary event knows its host and the host its boundary events', async () => {
    const task =
      '<bpmn:userTask id="t"><bpmn:incoming>f</bpmn:incoming></bpmn:userTask><bpmn:boundaryEvent id="b" cancelActivity="false" attachedToRef="t"><bpmn:outgoing>g</bpmn:outgoing><bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">=wait</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:sequenceFlow id="g" sourceRef="b" targetRef="e"/><bpmn:endEvent id="e"><bpmn:incoming>g</bpmn:incoming></bpmn:endEvent>';
    const parsed = await parseProcesses(wrapped(withTask(task)), 'x.bpmn');
    const process = parsed.ok ? parsed.processes[0] : undefined;
    expect(process?.nodes.t).toMatchObject({ type: 'userTask', boundaryIds: ['b'], scopeId: 'p' });
    expect(process?.nodes.b).toMatchObject({
      attachedTo: 't',
      interrupting: false,
      outgoing: ['g'],
      event: { type: 'timer', timer: 'duration', expression: { kind: 'feel', source: 'wait' } },
    });
    expect(process?.scope).toMatchObject({ startEventId: 's', startEventIds: ['s'], eventSubProcessIds: [] });
  });

  it('candidate groups written as a list of names become a list', async () => {
    const task =
      '<bpmn:userTask id="t"><bpmn:extensionElements><zeebe:assignmentDefinition candidateGroups="office, county"/></bpmn:extensionElements><bpmn:incoming>f</bpmn:incoming></bpmn:userTask>';
    const parsed = await parseProcesses(wrapped(withTask(task)), 'x.bpmn');
    expect(parsed.ok && parsed.processes[0]?.nodes.t?.user?.candidateGroups).toEqual({
      kind: 'feel',
      source: '["office","county"]',
    });
  });
});

describe('forms', () => {
  it('need an id', () => {
    expect(parseForm('{"id":"reply","components":[]}')).toMatchObject({ ok: true, id: 'reply' });
    expect(parseForm('{"components":[]}')).toMatchObject({
      ok: false,
      error: 'Expected the form id to be present, but none given',
    });
    expect(parseForm('{"id":" "}')).toMatchObject({
      ok: false,
      error: 'Expected the form id to be filled, but it is blank',
    });
    expect(parseForm('{')).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^Failed to parse formId from form JSON/u),
    });
  });
});
