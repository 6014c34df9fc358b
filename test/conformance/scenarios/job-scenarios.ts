// What workers may do with jobs, and what operators may do with what they left.
import { bpmn, each, end, io, part, service, start } from '../bpmn.ts';
import { call, user } from '../parts.ts';
import type { Scenario } from '../world.ts';

const oneTask = (id: string, retries = '3') =>
  bpmn(id, { parts: [start(), service('t', { retries }), end()], flows: ['s>t', 't>e'] });

export const jobScenarios: Readonly<Record<string, Scenario>> = {
  async job_comes_back_after_its_backoff(world) {
    await world.deploy(oneTask(world.id));
    await world.create();
    await world.fail('t', 2, 'later', 0, { retryBackOff: 600_000, variables: '{"tried":1}' });
    await world.passTime(600_000);
    await world.until('JOB', 'RECURRED_AFTER_BACKOFF');
    await world.complete('t');
    await world.ended();
  },

  async job_times_out_and_may_still_be_completed(world) {
    await world.deploy(oneTask(world.id));
    await world.create();
    await world.lease('t');
    await world.passTime(120_000);
    await world.until('JOB', 'TIMED_OUT');
    await world.complete('t');
    await world.ended();
  },

  async job_timeout_is_prolonged(world) {
    await world.deploy(oneTask(world.id));
    await world.create();
    const { key } = await world.created('t');
    await world.attempt('UpdateJobTimeout', { jobKey: String(key), timeout: 1_000 });
    const jobKey = await world.lease('t');
    await world.call('UpdateJobTimeout', { jobKey, timeout: 3_600_000 });
    await world.passTime(600_000);
    await world.complete('t');
    await world.ended();
    await world.attempt('UpdateJobTimeout', { jobKey, timeout: 1_000 });
  },

  async jobs_are_pushed_down_a_stream(world) {
    await world.deploy(bpmn(world.id, { parts: [start(), service('pushed'), end()], flows: ['s>pushed', 'pushed>e'] }));
    await world.streamed('pushed', () => world.create({ a: 1 }));
    await world.complete('pushed');
    await world.ended();
  },

  async error_thrown_by_a_waiting_job_is_refused_when_done(world) {
    await world.deploy(oneTask(world.id));
    await world.create();
    const jobKey = await world.lease('t');
    await world.complete('t');
    await world.attempt('ThrowError', { jobKey, errorCode: 'x' });
    await world.attempt('FailJob', { jobKey, retries: 1 });
    await world.attempt('UpdateJobRetries', { jobKey, retries: 1 });
    await world.ended();
  },

  async mapping_of_a_missing_variable(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), service('t', { extensions: io({ x: '=assert(a, a != null)' }) }), end()],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create();
    const incident = await world.until('INCIDENT', 'CREATED');
    await world.call('SetVariables', {
      elementInstanceKey: String(incident.value.elementInstanceKey),
      variables: '{"a":7}',
      local: true,
    });
    await world.call('ResolveIncident', { incidentKey: String(incident.key) });
    await world.complete('t');
    await world.ended();
  },

  async output_mapping_fails(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), service('t', { extensions: io({}, { out: '=assert(r, r > 1)' }) }), end()],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create();
    await world.complete('t', { r: 1 });
    const incident = await world.until('INCIDENT', 'CREATED');
    await world.call('SetVariables', {
      elementInstanceKey: String(incident.value.elementInstanceKey),
      variables: '{"r":2}',
      local: true,
    });
    await world.call('ResolveIncident', { incidentKey: String(incident.key) });
    await world.ended();
  },

  async set_variables(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), service('t', { extensions: io({ near: '=1' }) }), end()],
        flows: ['s>t', 't>e'],
      }),
    );
    const instance = await world.create({ far: 1 });
    const job = await world.created('t');
    const task = String(job.value.elementInstanceKey);
    await world.call('SetVariables', {
      elementInstanceKey: task,
      variables: '{"near":2,"far":2,"new":2}',
      local: false,
    });
    await world.call('SetVariables', { elementInstanceKey: task, variables: '{"far":3,"own":3}', local: true });
    await world.call('SetVariables', { elementInstanceKey: instance, variables: '{"far":4}', local: true });
    await world.attempt('SetVariables', { elementInstanceKey: instance, variables: '[1]', local: true });
    await world.complete('t');
    await world.ended();
  },

  async multi_instance_subprocess(world) {
    const inner = { parts: [start('is'), service(), end('ie')], flows: ['is>t', 't>ie'] };
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          part('subProcess', 'sub', {
            inner: each('', 'inputCollection="=items" inputElement="item" outputCollection="out" outputElement="=r"'),
            children: inner,
          }),
          end(),
        ],
        flows: ['s>sub', 'sub>e'],
      }),
    );
    await world.create({ items: [1, 2] });
    await world.complete('t', { r: 'one' });
    await world.complete('t', { r: 'two' }, 1);
    await world.ended();
  },

  async multi_instance_call_activity(world) {
    const child = bpmn(`${world.id}_child`, { parts: [start(), user('u'), end()], flows: ['s>u', 'u>e'] });
    await world.deploy(
      child,
      bpmn(world.id, {
        parts: [
          start(),
          call(
            'c',
            `${world.id}_child`,
            '',
            '',
            each('isSequential="true"', 'inputCollection="=items" inputElement="item"'),
          ),
          end(),
        ],
        flows: ['s>c', 'c>e'],
      }),
    );
    await world.create({ items: ['a', 'b'] });
    await world.complete('u');
    await world.complete('u', {}, 1);
    await world.ended();
  },

  async cancel_reaches_called_processes(world) {
    const child = bpmn(`${world.id}_child`, { parts: [start(), user('u'), end()], flows: ['s>u', 'u>e'] });
    await world.deploy(
      child,
      bpmn(world.id, { parts: [start(), call('c', `${world.id}_child`), end()], flows: ['s>c', 'c>e'] }),
    );
    const instance = await world.create();
    const job = await world.created('u');
    await world.attempt('CancelProcessInstance', { processInstanceKey: String(job.value.processInstanceKey) });
    await world.call('CancelProcessInstance', { processInstanceKey: instance });
    await world.until('PROCESS_INSTANCE', 'ELEMENT_TERMINATED', world.id);
  },
};
