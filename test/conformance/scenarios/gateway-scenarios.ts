// Gateways: which flows are taken, and when nothing can be taken.
import { bpmn, end, manual, message, part, refer, start, timer } from '../bpmn.ts';
import { catching } from '../parts.ts';
import type { Scenario } from '../world.ts';

export const gatewayScenarios: Readonly<Record<string, Scenario>> = {
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
};
