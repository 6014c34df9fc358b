// Errors, escalations and event subprocesses.
import { boundary, bpmn, end, message, part, refer, service, start, timer } from '../bpmn.ts';
import { user, eventSubProcess, error, escalation } from '../parts.ts';
import type { Scenario } from '../world.ts';

export const errorScenarios: Readonly<Record<string, Scenario>> = {
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
};
