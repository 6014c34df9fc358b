// Scenarios of events that were recorded on Zeebe 8.5.8.
import * as m from '../support/model.ts';
import { job, refused, type Scenario } from './scenario.ts';

const { bpmn, el, chain, flow, start, end, service, user, boundary, timer, subProcess, eventSubProcess } = m;

export const eventsScenarios: readonly Scenario[] = [
  {
    name: 'error-boundary',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p6',
          start(),
          subProcess('sp', [start('s2'), service('t', 'svc6'), end('e2'), chain('s2', 't', 'e2')]),
          boundary('b', 'sp', m.error('E1'), { roots: [m.errorRoot('E1')] }),
          end(),
          end('e3'),
          chain('s', 'sp', 'e'),
          flow('b', 'e3'),
        ),
      );
      await x.client.create('p6');
      const j = await job(x, 'svc6');
      await x.client.call('ThrowError', { jobKey: j.key, errorCode: 'E1', variables: '{"ev":1}' });
    },
  },
  {
    name: 'timer-catch-boundary',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p7',
          start(),
          el('intermediateCatchEvent', 'c', { body: timer('timeDuration', 'PT0.3S') }),
          service('t', 'svc7'),
          boundary('b', 't', timer('timeDuration', 'PT0.3S')),
          end(),
          end('e2'),
          chain('s', 'c', 't', 'e'),
          flow('b', 'e2'),
        ),
      );
      await x.client.create('p7');
      await x.advance(1_000);
      await x.advance(1_000);
    },
  },
  {
    name: 'timer-boundary-cycle',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p7c',
          start(),
          service('t', 'svc7c'),
          boundary('b', 't', timer('timeCycle', 'R2/PT0.3S'), { interrupting: false }),
          end(),
          end('e2'),
          chain('s', 't', 'e'),
          flow('b', 'e2'),
        ),
      );
      await x.client.create('p7c');
      await x.advance(1_000);
      await x.advance(1_000);
      await x.client.complete((await x.last('JOB', 'CREATED')).key);
    },
  },
  {
    name: 'message-catch',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p8',
          start(),
          el('intermediateCatchEvent', 'c', { body: m.message('m8'), roots: [m.messageRoot('m8', '=k')] }),
          end(),
          chain('s', 'c', 'e'),
        ),
      );
      await x.client.create('p8', { k: 'a' });
      await x.settled();
      await x.client.publish('m8', 'a', { mv: 1 }, { messageId: 'i1' });
      await x.settled();
      await x.client.publish('m8', 'b', { mv: 1 }, { timeToLive: 100000, messageId: 'i2' });
      await x.client.publish('m8', 'b', { mv: 1 }, { timeToLive: 100000, messageId: 'i2' }).catch(refused);
      await x.client.create('p8', { k: 'b' });
      await x.settled();
      await x.client.create('p8', { k: null });
      await x.settled();
    },
  },
  {
    name: 'message-boundary-ni',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p8b',
          start(),
          user('t'),
          boundary('b', 't', m.message('m8b'), { interrupting: false, roots: [m.messageRoot('m8b', '=k')] }),
          end(),
          end('e2'),
          chain('s', 't', 'e'),
          flow('b', 'e2'),
        ),
      );
      await x.client.create('p8b', { k: 'a' });
      await x.settled();
      await x.client.publish('m8b', 'a', { mv: 1 });
      await x.client.publish('m8b', 'a', { mv: 2 });
      await x.settled();
      await x.client.complete((await x.last('JOB', 'CREATED')).key);
      await x.settled();
    },
  },
  {
    name: 'message-start',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p9',
          el('startEvent', 's', { body: m.message('m9'), roots: [m.messageRoot('m9')] }),
          user('t'),
          end(),
          chain('s', 't', 'e'),
        ),
      );
      await x.client.publish('m9', 'a', { mv: 1 }, { timeToLive: 60000 });
      await x.client.publish('m9', 'a', { mv: 2 }, { timeToLive: 60000 });
      await x.settled();
      await x.client.complete((await x.last('JOB', 'CREATED')).key);
      await x.settled();
      await x.client.complete((await x.last('JOB', 'CREATED')).key);
    },
  },
  {
    name: 'event-gateway',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p10',
          start(),
          el('eventBasedGateway', 'g'),
          el('intermediateCatchEvent', 'c1', { body: m.message('m10'), roots: [m.messageRoot('m10', '=k')] }),
          el('intermediateCatchEvent', 'c2', { body: timer('timeDuration', 'PT1H') }),
          end(),
          end('e2'),
          chain('s', 'g', 'c1', 'e'),
          chain('g', 'c2', 'e2'),
        ),
      );
      await x.client.create('p10', { k: 'a' });
      await x.settled();
      await x.client.publish('m10', 'a', { mv: 1 });
      await x.settled();
    },
  },
  {
    name: 'event-sub-int',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p11',
          start(),
          user('t'),
          end(),
          chain('s', 't', 'e'),
          eventSubProcess('es', [
            el('startEvent', 's2', {
              attrs: 'isInterrupting="true"',
              body: m.message('m11'),
              roots: [m.messageRoot('m11', '=k')],
            }),
            el('task', 'x'),
            end('e2'),
            chain('s2', 'x', 'e2'),
          ]),
        ),
      );
      await x.client.create('p11', { k: 'a' });
      await x.settled();
      await x.client.publish('m11', 'a', { mv: 1 });
      await x.settled();
    },
  },
  {
    name: 'event-sub-ni',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p12',
          start(),
          user('t'),
          end(),
          chain('s', 't', 'e'),
          eventSubProcess('es', [
            el('startEvent', 's2', {
              attrs: 'isInterrupting="false"',
              body: m.message('m12'),
              roots: [m.messageRoot('m12', '=k')],
            }),
            el('task', 'x'),
            end('e2'),
            chain('s2', 'x', 'e2'),
          ]),
        ),
      );
      await x.client.create('p12', { k: 'a' });
      await x.settled();
      const k = (await x.last('JOB', 'CREATED')).key;
      await x.client.publish('m12', 'a', { mv: 1 });
      await x.settled();
      await x.client.complete(k);
      await x.settled();
    },
  },
  {
    name: 'escalation',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p17',
          start(),
          subProcess('sp', [
            start('s2'),
            el('intermediateThrowEvent', 'th', { body: m.escalation('ES'), roots: [m.escalationRoot('ES')] }),
            el('task', 'x'),
            el('endEvent', 'e2', { body: m.escalation('ES') }),
            chain('s2', 'th', 'x', 'e2'),
          ]),
          boundary('b', 'sp', m.escalation('ES'), { interrupting: false }),
          end(),
          end('e3'),
          chain('s', 'sp', 'e'),
          flow('b', 'e3'),
        ),
      );
      await x.client.create('p17');
      await x.client.deploy(
        bpmn(
          'p17b',
          start(),
          el('endEvent', 'e', { body: m.escalation('EZ'), roots: [m.escalationRoot('EZ')] }),
          chain('s', 'e'),
        ),
      );
      await x.client.create('p17b');
      await x.settled();
    },
  },
  {
    name: 'signal',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p18',
          start(),
          el('intermediateCatchEvent', 'c', { body: m.signal('sg'), roots: [m.signalRoot('sg')] }),
          end(),
          chain('s', 'c', 'e'),
        ),
        bpmn(
          'p18s',
          el('startEvent', 's', { body: m.signal('sg'), roots: [m.signalRoot('sg')] }),
          end(),
          chain('s', 'e'),
        ),
        bpmn(
          'p18t',
          start(),
          el('intermediateThrowEvent', 'th', { body: m.signal('sg'), roots: [m.signalRoot('sg')] }),
          end(),
          chain('s', 'th', 'e'),
        ),
      );
      await x.client.create('p18');
      await x.settled();
      await x.client.call('BroadcastSignal', { signalName: 'sg', variables: '{"sv":1}' });
      await x.settled();
      await x.client.create('p18');
      await x.client.create('p18t');
      await x.settled();
    },
  },
  {
    name: 'error-end-evsub',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p21',
          start(),
          el('endEvent', 'e', { body: m.error('E21'), roots: [m.errorRoot('E21')] }),
          chain('s', 'e'),
          eventSubProcess('es', [
            el('startEvent', 's2', { body: m.error() }),
            el('task', 'x'),
            end('e2'),
            chain('s2', 'x', 'e2'),
          ]),
        ),
      );
      await x.client.create('p21');
      await x.settled();
      await x.client.deploy(
        bpmn(
          'p21b',
          start(),
          el('endEvent', 'e', { body: m.error('E21b'), roots: [m.errorRoot('E21b')] }),
          chain('s', 'e'),
        ),
      );
      const k = await x.client.create('p21b');
      await x.settled();
      await x.client.call('CancelProcessInstance', { processInstanceKey: k });
    },
  },
];
