// Timers, messages, signals, links and end events.
import { boundary, bpmn, end, io, manual, message, part, refer, start, timer } from '../bpmn.ts';
import { user, catching, signal } from '../parts.ts';
import type { Scenario } from '../world.ts';

export const eventScenarios: Readonly<Record<string, Scenario>> = {
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
};
