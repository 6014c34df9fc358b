// Call activities and multi-instance.
import { bpmn, each, end, io, manual, service, start } from '../bpmn.ts';
import { script, call } from '../parts.ts';
import type { Scenario } from '../world.ts';

export const compositionScenarios: Readonly<Record<string, Scenario>> = {
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
};
