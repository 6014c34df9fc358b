// Starts other than by command: timers and signals; event sub-processes by their trigger.
import { bpmn, end, manual, message, part, refer, service, start, timer } from '../bpmn.ts';
import { escalation, eventSubProcess, signal, user } from '../parts.ts';
import type { Scenario } from '../world.ts';

export const startScenarios: Readonly<Record<string, Scenario>> = {
  async timer_start(world) {
    await world.deploy(
      bpmn(world.id, { parts: [start('s', timer('Cycle', 'R2/PT10M')), manual(), end()], flows: ['s>t', 't>e'] }),
    );
    await world.until('TIMER', 'CREATED');
    await world.passTime(600_000);
    await world.ended();
    await world.until('TIMER', 'CREATED', undefined, 1);
    await world.passTime(600_000);
    await world.ended(1);
  },

  async timer_start_of_an_older_version_ends(world) {
    const cycle = (text: string) =>
      bpmn(world.id, { parts: [start('s', timer('Cycle', text)), end()], flows: ['s>e'] });
    await world.deploy(cycle('R/PT10M'));
    await world.until('TIMER', 'CREATED');
    await world.deploy(cycle('R/PT20M'));
    await world.until('TIMER', 'CREATED', undefined, 1);
  },

  async signal_start(world) {
    await world.deploy(
      bpmn(
        world.id,
        { parts: [start('s', refer('signal', 'sg')), manual(), end()], flows: ['s>t', 't>e'] },
        signal('sg', `${world.id}_go`),
      ),
    );
    await world.until('SIGNAL_SUBSCRIPTION', 'CREATED');
    await world.call('BroadcastSignal', { signalName: `${world.id}_go`, variables: '{"v":1}' });
    await world.ended();
  },

  async event_subprocess_by_signal(world) {
    await world.deploy(
      bpmn(
        world.id,
        { parts: [start(), user(), end(), eventSubProcess('x', refer('signal', 'sg'), false)], flows: ['s>t', 't>e'] },
        signal('sg', `${world.id}_go`),
      ),
    );
    await world.create();
    await world.until('SIGNAL_SUBSCRIPTION', 'CREATED');
    await world.call('BroadcastSignal', { signalName: `${world.id}_go`, variables: '{"v":1}' });
    await world.until('PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 'x');
    await world.complete('t');
    await world.ended();
  },

  async event_subprocess_by_message_twice(world) {
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [start(), user(), end(), eventSubProcess('x', refer('message', 'msg'), false)],
          flows: ['s>t', 't>e'],
        },
        message('msg', `${world.id}_m`, '=k'),
      ),
    );
    await world.create({ k: 'a' });
    await world.until('PROCESS_MESSAGE_SUBSCRIPTION', 'CREATED');
    await world.publish('m', 'a', { variables: { n: 1 } });
    await world.until('PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 'x');
    await world.publish('m', 'a', { variables: { n: 2 } });
    await world.until('PROCESS_INSTANCE', 'ELEMENT_COMPLETED', 'x', 1);
    await world.complete('t');
    await world.ended();
  },

  async event_subprocess_by_escalation(world) {
    const throwing = part('intermediateThrowEvent', 'th', { inner: refer('escalation', 'es') });
    await world.deploy(
      bpmn(
        world.id,
        {
          parts: [start(), throwing, service(), end(), eventSubProcess('x', refer('escalation', 'es'), true)],
          flows: ['s>th', 'th>t', 't>e'],
        },
        escalation('es', 'X1'),
      ),
    );
    await world.create();
    await world.ended();
  },
};
