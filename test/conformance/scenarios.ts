// Each scenario: a small model and what is done to it. Ids begin with the scenario's name.
import { boundary, bpmn, each, end, io, manual, message, part, refer, service, start, timer } from './bpmn.ts';
import type { World } from './world.ts';

export type Scenario = (world: World) => Promise<void>;

const user = (id = 't', extensions = '', inner = '') => part('userTask', id, { extensions, inner });
const catching = (id: string, inner: string) => part('intermediateCatchEvent', id, { inner });
const script = (id: string, expression: string, variable: string) =>
  part('scriptTask', id, { extensions: `<zeebe:script expression="${expression}" resultVariable="${variable}"/>` });
const call = (id: string, processId: string, attributes = '', extensions = '', inner = '') =>
  part('callActivity', id, {
    extensions: `<zeebe:calledElement processId="${processId}" ${attributes}/>${extensions}`,
    inner,
  });
const eventSubProcess = (id: string, definition: string, interrupting: boolean, inner = manual(`${id}_t`)) =>
  part('subProcess', id, {
    attributes: 'triggeredByEvent="true"',
    children: {
      parts: [
        part('startEvent', `${id}_s`, { attributes: `isInterrupting="${interrupting}"`, inner: definition }),
        inner,
        end(`${id}_e`),
      ],
      flows: [`${id}_s>${inner.id}`, `${inner.id}>${id}_e`],
    },
  });
const error = (id: string, code: string) => `<bpmn:error id="${id}" name="${id}" errorCode="${code}"/>`;
const escalation = (id: string, code: string) => `<bpmn:escalation id="${id}" name="${id}" escalationCode="${code}"/>`;
const signal = (id: string, name: string) => `<bpmn:signal id="${id}" name="${name}"/>`;

export const scenarios: Readonly<Record<string, Scenario>> = {
  async service_task(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          service('t', {
            extensions: `${io({ x: '=a + 1', lit: 'text', 'n.m': '=a' }, { out: '=r' })}<zeebe:taskHeaders><zeebe:header key="h" value="v"/></zeebe:taskHeaders>`,
          }),
          end(),
        ],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create({ a: 1 });
    await world.complete('t', { r: { deep: [1, 2.5, 'x', null] }, other: 1 });
    await world.ended();
  },

  async variables_merge_upwards(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), service('t', { extensions: io({ local: '=a' }) }), end()],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create({ a: 1, b: 2 });
    await world.complete('t', { local: 5, b: 3, fresh: true });
    await world.ended();
  },

  async user_task(world) {
    const extensions =
      '<zeebe:assignmentDefinition assignee="=who" candidateGroups="office,county" candidateUsers="=[who]"/><zeebe:taskSchedule dueDate="=due"/><zeebe:formDefinition formKey="form-1"/><zeebe:taskHeaders><zeebe:header key="h" value="v"/></zeebe:taskHeaders>';
    await world.deploy(bpmn(world.id, { parts: [start(), user('t', extensions), end()], flows: ['s>t', 't>e'] }));
    await world.create({ who: 'clerk', due: '2030-01-01T08:00:00+08:00' });
    await world.complete('t', { ok: true });
    await world.ended();
  },

  async user_task_wrong_groups(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), user('t', '<zeebe:assignmentDefinition candidateGroups="=[1]"/>'), end()],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create();
    await world.until('INCIDENT', 'CREATED');
  },

  async exclusive_last_match_wins(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), part('exclusiveGateway', 'g'), end('e1'), end('e2')],
        flows: ['s>g', 'g>e1', 'g>e2'],
        conditions: { 'g>e1': '=a > 0', 'g>e2': '=a > 1' },
      }),
    );
    await world.create({ a: 5 });
    await world.ended();
    await world.create({ a: 1 });
    await world.ended(1);
  },

  async exclusive_default(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), part('exclusiveGateway', 'g', { attributes: 'default="f_g_e2"' }), end('e1'), end('e2')],
        flows: ['s>g', 'g>e1', 'g>e2'],
        conditions: { 'g>e1': '=a' },
      }),
    );
    await world.create({ a: false });
    await world.ended();
  },

  async exclusive_no_condition_true(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), part('exclusiveGateway', 'g'), end('e1'), end('e2')],
        flows: ['s>g', 'g>e1', 'g>e2'],
        conditions: { 'g>e1': '=a > 0', 'g>e2': '=a > 1' },
      }),
    );
    await world.create({ a: 0 });
    const incident = await world.until('INCIDENT', 'CREATED');
    await world.call('SetVariables', {
      elementInstanceKey: String(incident.value.elementInstanceKey),
      variables: '{"a":1}',
      local: false,
    });
    await world.call('ResolveIncident', { incidentKey: String(incident.key) });
    await world.ended();
  },

  async exclusive_not_a_boolean(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), part('exclusiveGateway', 'g'), end('e1'), end('e2')],
        flows: ['s>g', 'g>e1', 'g>e2'],
        conditions: { 'g>e1': '=a', 'g>e2': '=missing' },
      }),
    );
    await world.create({ a: 'x' });
    await world.until('INCIDENT', 'CREATED');
  },

  async parallel_fork_and_join(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), part('parallelGateway', 'f'), manual('a'), manual('b'), part('parallelGateway', 'j'), end()],
        flows: ['s>f', 'f>a', 'f>b', 'a>j', 'b>j', 'j>e'],
      }),
    );
    await world.create();
    await world.ended();
  },

  async inclusive_fork(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          part('inclusiveGateway', 'g', { attributes: 'default="f_g_e3"' }),
          end('e1'),
          end('e2'),
          end('e3'),
        ],
        flows: ['s>g', 'g>e1', 'g>e2', 'g>e3'],
        conditions: { 'g>e1': '=a > 0', 'g>e2': '=a > 1' },
      }),
    );
    await world.create({ a: 2 });
    await world.ended();
    await world.create({ a: 0 });
    await world.ended(1);
  },

  async event_based_gateway_message(world) {
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [
            start(),
            part('eventBasedGateway', 'g'),
            catching('m', refer('message', 'msg')),
            catching('d', timer('Duration', 'PT1H')),
            end(),
          ],
          flows: ['s>g', 'g>m', 'g>d', 'm>e', 'd>e'],
        },
        message('msg', `${world.id}_m`, '=k'),
      ),
    );
    await world.create({ k: 'one' });
    await world.until('PROCESS_MESSAGE_SUBSCRIPTION', 'CREATED');
    await world.publish('m', 'one', { variables: { got: 1 } });
    await world.ended();
  },

  async event_based_gateway_timer(world) {
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [
            start(),
            part('eventBasedGateway', 'g'),
            catching('m', refer('message', 'msg')),
            catching('d', timer('Duration', 'PT1H')),
            end(),
          ],
          flows: ['s>g', 'g>m', 'g>d', 'm>e', 'd>e'],
        },
        message('msg', `${world.id}_m`, '=k'),
      ),
    );
    await world.create({ k: 'one' });
    await world.until('PROCESS_MESSAGE_SUBSCRIPTION', 'CREATED');
    await world.passTime(3_600_000);
    await world.ended();
  },

  async timer_catch(world) {
    await world.deploy(
      bpmn(world.id, { parts: [start(), catching('c', timer('Duration', '=d')), end()], flows: ['s>c', 'c>e'] }),
    );
    await world.create({ d: 'PT10M' });
    await world.until('TIMER', 'CREATED');
    await world.passTime(600_000);
    await world.ended();
  },

  async timer_wrong_type(world) {
    await world.deploy(
      bpmn(world.id, { parts: [start(), catching('c', timer('Date', '=d')), end()], flows: ['s>c', 'c>e'] }),
    );
    await world.create({ d: 5 });
    await world.until('INCIDENT', 'CREATED');
  },

  async timer_boundary_interrupting(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), user(), boundary('b', 't', timer('Duration', 'PT10M')), end(), end('late')],
        flows: ['s>t', 't>e', 'b>late'],
      }),
    );
    await world.create();
    await world.until('TIMER', 'CREATED');
    await world.passTime(600_000);
    await world.ended();
  },

  async timer_boundary_cycle(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), user(), boundary('b', 't', timer('Cycle', 'R2/PT10M'), false), end(), end('late')],
        flows: ['s>t', 't>e', 'b>late'],
      }),
    );
    await world.create();
    await world.until('TIMER', 'CREATED');
    await world.passTime(600_000);
    await world.until('TIMER', 'CREATED', undefined, 1);
    await world.passTime(600_000);
    await world.until('TIMER', 'TRIGGERED', undefined, 1);
    await world.complete('t');
    await world.ended();
  },

  async message_catch(world) {
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [
            start(),
            part('receiveTask', 'r', { attributes: 'messageRef="msg"', extensions: io({}, { got: '=x' }) }),
            end(),
          ],
          flows: ['s>r', 'r>e'],
        },
        message('msg', `${world.id}_m`, '=k'),
      ),
    );
    await world.create({ k: 42 });
    await world.until('PROCESS_MESSAGE_SUBSCRIPTION', 'CREATED');
    await world.publish('m', '42', { variables: { x: 1, y: 2 }, messageId: 'one', timeToLive: 60_000 });
    await world.ended();
  },

  async message_waits_in_the_buffer(world) {
    await world.deploy(
      bpmn(
        world.id,
        { parts: [start(), catching('c', refer('message', 'msg')), end()], flows: ['s>c', 'c>e'] },
        message('msg', `${world.id}_m`, '=k'),
      ),
    );
    await world.publish('m', 'lost');
    await world.publish('m', 'kept', { timeToLive: 600_000, messageId: 'one' });
    await world.publish('m', 'kept', { timeToLive: 600_000, messageId: 'one' });
    await world.create({ k: 'kept' });
    await world.ended();
  },

  async message_boundary_not_interrupting(world) {
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [start(), user(), boundary('b', 't', refer('message', 'msg'), false), end(), end('seen')],
          flows: ['s>t', 't>e', 'b>seen'],
        },
        message('msg', `${world.id}_m`, '=k'),
      ),
    );
    await world.create({ k: 'a' });
    await world.until('PROCESS_MESSAGE_SUBSCRIPTION', 'CREATED');
    await world.publish('m', 'a', { variables: { n: 1 } });
    await world.until('PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 'seen');
    await world.publish('m', 'a', { variables: { n: 2 } });
    await world.until('PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 'seen', 1);
    await world.complete('t');
    await world.ended();
  },

  async message_start_waits_for_its_turn(world) {
    await world.deploy(
      bpmn(
        world.id,
        { parts: [start('s', refer('message', 'msg')), user(), end()], flows: ['s>t', 't>e'] },
        message('msg', `${world.id}_m`),
      ),
    );
    await world.publish('m', 'k', { timeToLive: 600_000, variables: { n: 1 } });
    await world.publish('m', 'k', { timeToLive: 600_000, variables: { n: 2 } });
    await world.publish('m', 'k', { variables: { n: 3 } });
    await world.complete('t');
    await world.complete('t', {}, 1);
    await world.ended(1);
  },

  async message_key_wrong_type(world) {
    await world.deploy(
      bpmn(
        world.id,
        { parts: [start(), catching('c', refer('message', 'msg')), end()], flows: ['s>c', 'c>e'] },
        message('msg', `${world.id}_m`, '=k'),
      ),
    );
    await world.create({ k: null });
    await world.until('INCIDENT', 'CREATED');
  },

  async error_boundary(world) {
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [start(), service(), boundary('b', 't', refer('error', 'er')), end(), end('caught')],
          flows: ['s>t', 't>e', 'b>caught'],
        },
        error('er', 'E1'),
      ),
    );
    await world.create();
    await world.throwError('t', 'E1', { why: 'x' });
    await world.ended();
  },

  async error_uncaught(world) {
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [start(), service(), boundary('b', 't', refer('error', 'er')), end(), end('caught')],
          flows: ['s>t', 't>e', 'b>caught'],
        },
        error('er', 'E1'),
      ),
    );
    await world.create();
    await world.throwError('t', 'E2');
    await world.until('INCIDENT', 'CREATED');
  },

  async error_end_leaves_the_subprocess(world) {
    const inner = { parts: [start('is'), end('ie', refer('error', 'er'))], flows: ['is>ie'] };
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [
            start(),
            part('subProcess', 'sub', { children: inner }),
            boundary('b', 'sub', refer('error', 'er')),
            end(),
            end('caught'),
          ],
          flows: ['s>sub', 'sub>e', 'b>caught'],
        },
        error('er', 'E1'),
      ),
    );
    await world.create();
    await world.ended();
  },

  async escalation_end_not_interrupting(world) {
    const inner = { parts: [start('is'), end('ie', refer('escalation', 'es'))], flows: ['is>ie'] };
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [
            start(),
            part('subProcess', 'sub', { children: inner }),
            boundary('b', 'sub', refer('escalation', 'es'), false),
            end(),
            end('caught'),
          ],
          flows: ['s>sub', 'sub>e', 'b>caught'],
        },
        escalation('es', 'X1'),
      ),
    );
    await world.create();
    await world.ended();
  },

  async signal_catch_and_throw(world) {
    await world.deploy(
      bpmn(
        world.id,
        { parts: [start(), catching('c', refer('signal', 'sg')), end()], flows: ['s>c', 'c>e'] },
        signal('sg', `${world.id}_go`),
      ),
    );
    await world.create();
    await world.until('SIGNAL_SUBSCRIPTION', 'CREATED');
    await world.call('BroadcastSignal', { signalName: `${world.id}_go`, variables: '{"v":1}' });
    await world.ended();
  },

  async terminate_end(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          part('parallelGateway', 'f'),
          user(),
          manual('m'),
          end(),
          end('stop', '<bpmn:terminateEventDefinition/>'),
        ],
        flows: ['s>f', 'f>t', 'f>m', 't>e', 'm>stop'],
      }),
    );
    await world.create();
    await world.ended();
  },

  async link(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          part('intermediateThrowEvent', 'out', { inner: '<bpmn:linkEventDefinition id="throw_link" name="L"/>' }),
          catching('in', '<bpmn:linkEventDefinition id="catch_link" name="L"/>'),
          end(),
        ],
        flows: ['s>out', 'in>e'],
      }),
    );
    await world.create();
    await world.ended();
  },

  async script_and_scope(world) {
    const inner = { parts: [start('is'), script('w', '=a * 2', 'doubled'), end('ie')], flows: ['is>w', 'w>ie'] };
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          part('subProcess', 'sub', { extensions: io({ a: '=a + 1' }, { res: '=doubled' }), children: inner }),
          end(),
        ],
        flows: ['s>sub', 'sub>e'],
      }),
    );
    await world.result({ a: 1 });
  },

  async mapping_fails(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), manual('t', { extensions: io({ x: '=assert(a, a > 1)' }) }), end()],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create({ a: 1 });
  },

  async job_fails_until_no_retries(world) {
    await world.deploy(
      bpmn(world.id, { parts: [start(), service('t', { retries: '2' }), end()], flows: ['s>t', 't>e'] }),
    );
    await world.create();
    await world.fail('t', 1, 'first');
    await world.fail('t', 0, 'second');
    const incident = await world.until('INCIDENT', 'CREATED');
    await world.attempt('ResolveIncident', { incidentKey: String(incident.key) });
    await world.until('INCIDENT', 'CREATED', undefined, 0);
    await world.call('UpdateJobRetries', { jobKey: String(incident.value.jobKey), retries: 1 });
    await world.attempt('ResolveIncident', { incidentKey: String(incident.key) });
    await world.complete('t');
    await world.ended();
  },

  async call_activity(world) {
    const child = bpmn(`${world.id}_child`, {
      parts: [start(), script('w', '=given + 1', 'made'), end()],
      flows: ['s>w', 'w>e'],
    });
    const flags = 'propagateAllParentVariables="false" propagateAllChildVariables="false"';
    await world.deploy(
      child,
      bpmn(world.id, {
        parts: [start(), call('c', `${world.id}_child`, flags, io({ given: '=a' }, { back: '=made' })), end()],
        flows: ['s>c', 'c>e'],
      }),
    );
    await world.create({ a: 1, secret: true });
    await world.ended();
  },

  async call_activity_propagates_all(world) {
    const child = bpmn(`${world.id}_child`, {
      parts: [start(), script('w', '=a + 1', 'made'), end()],
      flows: ['s>w', 'w>e'],
    });
    await world.deploy(child, bpmn(world.id, { parts: [start(), call('c', '=target'), end()], flows: ['s>c', 'c>e'] }));
    await world.create({ a: 1, target: `${world.id}_child` });
    await world.ended();
  },

  async call_activity_without_target(world) {
    await world.deploy(
      bpmn(world.id, { parts: [start(), call('c', `${world.id}_none`), end()], flows: ['s>c', 'c>e'] }),
    );
    await world.create();
    await world.until('INCIDENT', 'CREATED');
  },

  async multi_instance_parallel(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          service('t', {
            inner: each(
              '',
              'inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=r"',
            ),
          }),
          end(),
        ],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create({ items: ['a', 'b', 'c'] });
    await world.complete('t', { r: 2 }, 1);
    await world.complete('t', { r: 1 }, 0);
    await world.complete('t', { r: 3 }, 2);
    await world.ended();
  },

  async multi_instance_sequential(world) {
    const until = '<bpmn:completionCondition xsi:type="bpmn:tFormalExpression">=stop</bpmn:completionCondition>';
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          service('t', {
            inner: each(
              'isSequential="true"',
              'inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=item"',
              until,
            ),
          }),
          end(),
        ],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create({ items: [1, 2, 3], stop: false });
    await world.complete('t', {});
    await world.complete('t', { stop: true }, 1);
    await world.ended();
  },

  async multi_instance_empty(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          manual('t', { inner: each('', 'inputCollection="=[]" outputCollection="results" outputElement="=1"') }),
          end(),
        ],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create();
    await world.ended();
  },

  async multi_instance_not_a_list(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), manual('t', { inner: each('', 'inputCollection="=items"') }), end()],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create({ items: 5 });
    await world.until('INCIDENT', 'CREATED');
  },

  async event_subprocess_interrupting(world) {
    await world.deploy(
      bpmn(
        world.id,
        { parts: [start(), user(), end(), eventSubProcess('x', refer('message', 'msg'), true)], flows: ['s>t', 't>e'] },
        message('msg', `${world.id}_m`, '=k'),
      ),
    );
    await world.create({ k: 'a' });
    await world.until('JOB', 'CREATED');
    await world.publish('m', 'a', { variables: { why: 'end' } });
    await world.ended();
  },

  async event_subprocess_not_interrupting(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), user(), end(), eventSubProcess('x', timer('Duration', 'PT5M'), false)],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create();
    await world.until('JOB', 'CREATED');
    await world.passTime(300_000);
    await world.until('PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 'x');
    await world.complete('t');
    await world.ended();
  },

  async event_subprocess_catches_error(world) {
    await world.deploy(
      bpmn(
        world.id,
        { parts: [start(), service(), end(), eventSubProcess('x', refer('error', 'er'), true)], flows: ['s>t', 't>e'] },
        error('er', 'E1'),
      ),
    );
    await world.create();
    await world.throwError('t', 'E1');
    await world.ended();
  },

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
