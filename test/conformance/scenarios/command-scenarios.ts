// What operators do: cancel, modify, start in the middle; and what is refused.
import { boundary, bpmn, end, part, start, timer } from '../bpmn.ts';
import { user } from '../parts.ts';
import type { Scenario } from '../world.ts';

export const commandScenarios: Readonly<Record<string, Scenario>> = {
  async cancel_instance(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), user(), boundary('b', 't', timer('Duration', 'PT1H')), end(), end('late')],
        flows: ['s>t', 't>e', 'b>late'],
      }),
    );
    const key = await world.create();
    await world.until('JOB', 'CREATED');
    await world.call('CancelProcessInstance', { processInstanceKey: key });
    await world.until('PROCESS_INSTANCE', 'ELEMENT_TERMINATED', world.id);
    await world.attempt('CancelProcessInstance', { processInstanceKey: key });
  },

  async modify_instance(world) {
    await world.deploy(bpmn(world.id, { parts: [start(), user('a'), user('b'), end()], flows: ['s>a', 'a>b', 'b>e'] }));
    const processInstanceKey = await world.create();
    const job = await world.until('JOB', 'CREATED', 'a');
    await world.call('ModifyProcessInstance', {
      processInstanceKey,
      activateInstructions: [
        {
          elementId: 'b',
          ancestorElementInstanceKey: 0,
          variableInstructions: [{ variables: '{"v":1}', scopeId: 'b' }],
        },
      ],
      terminateInstructions: [{ elementInstanceKey: String(job.value.elementInstanceKey) }],
    });
    await world.complete('b');
    await world.ended();
  },

  async start_in_the_middle(world) {
    await world.deploy(bpmn(world.id, { parts: [start(), user('a'), user('b'), end()], flows: ['s>a', 'a>b', 'b>e'] }));
    await world.create({}, { startInstructions: [{ elementId: 'b' }] });
    await world.complete('b');
    await world.ended();
  },

  async refusals(world) {
    await world.attempt('CreateProcessInstance', { bpmnProcessId: 'nothing_there', version: -1 });
    await world.attempt('CreateProcessInstance', { bpmnProcessId: 'nothing_there', version: 3 });
    await world.attempt('CompleteJob', { jobKey: '2251799999999999', variables: '{}' });
    await world.attempt('CompleteJob', { jobKey: '2251799999999999', variables: '[1]' });
    await world.attempt('FailJob', { jobKey: '2251799999999999', retries: 1 });
    await world.attempt('ThrowError', { jobKey: '2251799999999999', errorCode: 'x' });
    await world.attempt('UpdateJobRetries', { jobKey: '2251799999999999', retries: 1 });
    await world.attempt('UpdateJobRetries', { jobKey: '2251799999999999', retries: 0 });
    await world.attempt('CancelProcessInstance', { processInstanceKey: '2251799999999999' });
    await world.attempt('ResolveIncident', { incidentKey: '2251799999999999' });
    await world.attempt('SetVariables', { elementInstanceKey: '2251799999999999', variables: '{}' });
    await world.attempt('ModifyProcessInstance', { processInstanceKey: '2251799999999999' });
    await world.attempt('DeleteResource', { resourceKey: '2251799999999999' });
    await world.attempt('EvaluateDecision', { decisionId: 'nothing_there', variables: '{}' });
    await world.refusedDeploy('not xml at all');
    await world.refusedDeploy(bpmn(world.id, { parts: [start(), part('serviceTask', 't')], flows: ['s>t'] }));
    await world.attempt('DeployResource', { resources: [{ name: 'x.txt', content: Buffer.from('x') }] });
    await world.attempt('DeployResource', { resources: [] });
  },
};
