// What throws: messages as jobs, signals, escalations; and what catches on a boundary.
import { boundary, bpmn, end, manual, message, part, refer, service, start, timer } from '../bpmn.ts';
import { call, escalation, signal, user } from '../parts.ts';
import type { Scenario } from '../world.ts';

const job = (type: string) => `<zeebe:taskDefinition type="${type}"/>`;

export const throwingScenarios: Readonly<Record<string, Scenario>> = {
  async send_task(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), part('sendTask', 't', { extensions: job('send') }), end()],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create({ to: 'x' });
    await world.complete('t', { sent: true });
    await world.ended();
  },

  async message_throw_and_end(world) {
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [
            start(),
            part('intermediateThrowEvent', 'th', { extensions: job('throw'), inner: refer('message', 'msg') }),
            part('endEvent', 'e', { extensions: job('end'), inner: refer('message', 'msg') }),
          ],
          flows: ['s>th', 'th>e'],
        },
        message('msg', `${world.id}_m`),
      ),
    );
    await world.create();
    await world.complete('th', { a: 1 });
    await world.complete('e');
    await world.ended();
  },

  async signal_throw_and_end(world) {
    const throwing = bpmn(
      `${world.id}_thrower`,
      {
        parts: [
          start(),
          part('intermediateThrowEvent', 'th', { inner: refer('signal', 'one') }),
          end('e', refer('signal', 'two')),
        ],
        flows: ['s>th', 'th>e'],
      },
      signal('one', `${world.id}_one`) + signal('two', `${world.id}_two`),
    );
    const waiting = bpmn(
      world.id,
      {
        parts: [
          start(),
          user(),
          boundary('b', 't', refer('signal', 'one'), false),
          boundary('c', 't', refer('signal', 'two')),
          end(),
          end('seen'),
          end('stopped'),
        ],
        flows: ['s>t', 't>e', 'b>seen', 'c>stopped'],
      },
      signal('one', `${world.id}_one`) + signal('two', `${world.id}_two`),
    );
    await world.deploy(throwing);
    await world.deploy(waiting);
    await world.create();
    await world.until('SIGNAL_SUBSCRIPTION', 'CREATED', undefined, 1);
    await world.create({}, { bpmnProcessId: `${world.id}_thrower` });
    await world.ended();
  },

  async message_boundary_interrupting(world) {
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [start(), service(), boundary('b', 't', refer('message', 'msg')), end(), end('stopped')],
          flows: ['s>t', 't>e', 'b>stopped'],
        },
        message('msg', `${world.id}_m`, '=k'),
      ),
    );
    await world.create({ k: 'a' });
    await world.until('PROCESS_MESSAGE_SUBSCRIPTION', 'CREATED');
    await world.publish('m', 'a', { variables: { why: 'x' } });
    await world.ended();
  },

  async message_correlates_once_a_process(world) {
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [start(), part('intermediateCatchEvent', 'c', { inner: refer('message', 'msg') }), end()],
          flows: ['s>c', 'c>e'],
        },
        message('msg', `${world.id}_m`, '=k'),
      ),
    );
    await world.create({ k: 'a' });
    await world.until('PROCESS_MESSAGE_SUBSCRIPTION', 'CREATED');
    await world.create({ k: 'a' });
    await world.until('PROCESS_MESSAGE_SUBSCRIPTION', 'CREATED', undefined, 1);
    await world.publish('m', 'a', { variables: { n: 1 } });
    await world.ended();
    await world.publish('m', 'a', { variables: { n: 2 } });
    await world.ended(1);
  },

  async message_expires(world) {
    await world.publish('m', 'a', { timeToLive: 600_000, messageId: 'one' });
    await world.publish('m', 'a', { timeToLive: 600_000, messageId: 'one' });
    await world.passTime(1_200_000);
    await world.until('MESSAGE', 'EXPIRED');
    await world.publish('m', 'a', { timeToLive: 600_000, messageId: 'one' });
  },

  async escalation_interrupts_the_subprocess(world) {
    const inner = {
      parts: [
        start('is'),
        part('intermediateThrowEvent', 'th', { inner: refer('escalation', 'es') }),
        manual('after'),
        end('ie'),
      ],
      flows: ['is>th', 'th>after', 'after>ie'],
    };
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [
            start(),
            part('subProcess', 'sub', { children: inner }),
            boundary('b', 'sub', refer('escalation', 'es')),
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

  async escalation_uncaught(world) {
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [start(), part('intermediateThrowEvent', 'th', { inner: refer('escalation', 'es') }), end()],
          flows: ['s>th', 'th>e'],
        },
        escalation('es', 'X1'),
      ),
    );
    await world.create();
    await world.ended();
  },

  async error_from_a_called_process(world) {
    const child = bpmn(
      `${world.id}_child`,
      { parts: [start(), end('e', refer('error', 'er'))], flows: ['s>e'] },
      '<bpmn:error id="er" name="er" errorCode="E1"/>',
    );
    await world.deploy(
      child,
      bpmn(
        world.id,
        {
          parts: [
            start(),
            call('c', `${world.id}_child`),
            boundary('b', 'c', refer('error', 'er')),
            end(),
            end('caught'),
          ],
          flows: ['s>c', 'c>e', 'b>caught'],
        },
        '<bpmn:error id="er" name="er" errorCode="E1"/>',
      ),
    );
    await world.create();
    await world.ended();
  },

  async undefined_task_and_none_throw(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), part('task', 't'), part('intermediateThrowEvent', 'th'), end()],
        flows: ['s>t', 't>th', 'th>e'],
      }),
    );
    await world.create();
    await world.ended();
  },

  async timer_date_in_the_past_is_due_at_once(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), part('intermediateCatchEvent', 'c', { inner: timer('Date', '=d') }), end()],
        flows: ['s>c', 'c>e'],
      }),
    );
    await world.create({ d: '2020-01-01T00:00:00Z' });
    await world.ended();
  },
};
