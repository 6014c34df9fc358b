// Several of a kind: in which order they are listened for, and which elements heed mappings.
import { boundary, bpmn, end, io, manual, message, part, refer, service, start, timer } from '../bpmn.ts';
import { catching, eventSubProcess, signal, user } from '../parts.ts';
import type { Scenario } from '../world.ts';

const events = (id: string) =>
  message('m1', `${id}_m1`, '=k') +
  message('m2', `${id}_m2`, '=k') +
  signal('s1', `${id}_s1`) +
  signal('s2', `${id}_s2`);

export const orderScenarios: Readonly<Record<string, Scenario>> = {
  async boundaries_in_order(world) {
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [
            start(),
            user(),
            boundary('b1', 't', timer('Duration', 'PT1H')),
            boundary('b2', 't', refer('message', 'm1')),
            boundary('b3', 't', refer('signal', 's1')),
            boundary('b4', 't', timer('Duration', 'PT2H')),
            boundary('b5', 't', refer('message', 'm2')),
            boundary('b6', 't', refer('signal', 's2')),
            end(),
          ],
          flows: ['s>t', 't>e', 'b1>e', 'b2>e', 'b3>e', 'b4>e', 'b5>e', 'b6>e'],
        },
        events(world.id),
      ),
    );
    await world.create({ k: 'a' });
    await world.complete('t');
    await world.ended();
  },

  async event_gateway_in_order(world) {
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [
            start(),
            part('eventBasedGateway', 'g'),
            catching('c1', timer('Duration', 'PT1H')),
            catching('c2', refer('message', 'm1')),
            catching('c3', refer('signal', 's1')),
            catching('c4', timer('Duration', 'PT2H')),
            catching('c5', refer('message', 'm2')),
            catching('c6', refer('signal', 's2')),
            end(),
          ],
          flows: [
            's>g',
            'g>c1',
            'g>c2',
            'g>c3',
            'g>c4',
            'g>c5',
            'g>c6',
            'c1>e',
            'c2>e',
            'c3>e',
            'c4>e',
            'c5>e',
            'c6>e',
          ],
        },
        events(world.id),
      ),
    );
    await world.create({ k: 'a' });
    await world.until('SIGNAL_SUBSCRIPTION', 'CREATED', undefined, 1);
    await world.call('BroadcastSignal', { signalName: `${world.id}_s2` });
    await world.ended();
  },

  async event_subprocesses_in_order(world) {
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [
            start(),
            user(),
            end(),
            eventSubProcess('x1', timer('Duration', 'PT1H'), false),
            eventSubProcess('x2', refer('message', 'm1'), false),
            eventSubProcess('x3', refer('signal', 's1'), false),
            eventSubProcess('x4', timer('Duration', 'PT2H'), false),
            eventSubProcess('x5', refer('message', 'm2'), false),
            eventSubProcess('x6', refer('signal', 's2'), false),
          ],
          flows: ['s>t', 't>e'],
        },
        events(world.id),
      ),
    );
    await world.create({ k: 'a' });
    await world.complete('t');
    await world.ended();
  },

  async mappings_of_tasks_that_pass_through(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          manual('m', { extensions: io({ x: '=assert(1, false)' }, { y: '=x' }) }),
          part('task', 't', { extensions: io({ x: '=1' }, { z: '=x' }) }),
          end(),
        ],
        flows: ['s>m', 'm>t', 't>e'],
      }),
    );
    await world.create();
    await world.ended();
  },

  async mappings_of_events(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [
          part('startEvent', 's', { extensions: io({}, { a: '=1' }) }),
          part('intermediateThrowEvent', 'th', { extensions: io({ x: '=2' }, { b: '=x' }) }),
          part('endEvent', 'e', { extensions: io({ x: '=3' }, { c: '=x' }) }),
        ],
        flows: ['s>th', 'th>e'],
      }),
    );
    await world.create();
    await world.ended();
  },

  async mappings_build_on_each_other(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          service('t', {
            extensions: io({ 'p.q': '=a', 'p.r': '=p.q + 1', s: '=p' }, { 'o.n': '=res', 'o.m': '=o.n' }),
          }),
          end(),
        ],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create({ a: 1, o: { kept: true } });
    await world.complete('t', { res: 5 });
    await world.ended();
  },

  async mapping_of_several_fails(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          service('t', { extensions: io({ x: '=1', 'p.q': '=assert(b, b > 1)', lit: 'text', z: '=zz' }) }),
          end(),
        ],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create({ b: 0 });
    await world.until('INCIDENT', 'CREATED');
  },

  async output_mapping_of_several_fails(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          service('t', { extensions: io({}, { x: '=1', 'p.q': '=assert(b, b > 1)', z: '=zz' }) }),
          end(),
        ],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create({ b: 0 });
    await world.complete('t');
    await world.until('INCIDENT', 'CREATED');
  },

  async mappings_of_literals(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          service('t', {
            extensions: io(
              { n: '5', d: '-2.50', t: 'say hi', b: 'true', 'p.q': '7', date: '2020-01-01' },
              { 'a.b.c': '=1', 'a.b.d': '="x"', 'have.b.c': '=2', n: '=6' },
            ),
          }),
          end(),
        ],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create({ have: { b: { kept: 1 }, too: 2 } });
    await world.complete('t');
    await world.ended();
  },

  async mapping_into_what_is_no_context(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), service('t', { extensions: io({ a: '=1', 'a.b': '=2' }, { 'x.y': '=3' }) }), end()],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create({ x: 'text' });
    await world.complete('t');
    await world.ended();
  },
};
