// Scenarios of gateways, calls and multi-instance that were recorded on Zeebe 8.5.8.
import * as m from '../support/model.ts';
import { job, type Scenario } from './scenario.ts';

const { bpmn, el, chain, flow, start, end, service, user, subProcess, call, loop, io } = m;

export const flowScenarios: readonly Scenario[] = [
  {
    name: 'xor-par',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p3',
          start(),
          el('exclusiveGateway', 'g', { attrs: 'default="g_e2"' }),
          el('parallelGateway', 'f'),
          el('task', 't1'),
          el('task', 't2'),
          el('parallelGateway', 'j'),
          end(),
          end('e2'),
          flow('s', 'g'),
          flow('g', 'f', '=a = 1'),
          flow('g', 'e2'),
          flow('f', 't1'),
          flow('f', 't2'),
          flow('t1', 'j'),
          flow('t2', 'j'),
          flow('j', 'e'),
        ),
      );
      await x.client.create('p3', { a: 1 });
      await x.client.create('p3', { a: 2 });
    },
  },
  {
    name: 'incl',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p3i',
          start(),
          el('inclusiveGateway', 'g', { attrs: 'default="g_e3"' }),
          end(),
          end('e2'),
          end('e3'),
          flow('s', 'g'),
          flow('g', 'e', '=a = 1'),
          flow('g', 'e2', '=b=1'),
          flow('g', 'e3'),
        ),
      );
      await x.client.create('p3i', { a: 1, b: 1 });
      await x.client.create('p3i', { a: 2, b: 2 });
    },
  },
  {
    name: 'condition-incident',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p4',
          start(),
          el('exclusiveGateway', 'g'),
          end(),
          end('e2'),
          flow('s', 'g'),
          flow('g', 'e', '=a = 1'),
          flow('g', 'e2', '=a = 2'),
        ),
      );
      const k = await x.client.create('p4', { a: 3 });
      await x.settled();
      await x.client.call('SetVariables', { elementInstanceKey: k, variables: '{"a":1}' });
      await x.client.call('ResolveIncident', { incidentKey: (await x.last('INCIDENT', 'CREATED')).key });
    },
  },
  {
    name: 'link',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p19',
          start(),
          el('intermediateThrowEvent', 'l1', { body: '<bpmn:linkEventDefinition id="ld1" name="L" />' }),
          el('intermediateCatchEvent', 'l2', { body: '<bpmn:linkEventDefinition id="ld2" name="L" />' }),
          end(),
          chain('s', 'l1'),
          chain('l2', 'e'),
        ),
      );
      await x.client.create('p19');
      await x.settled();
    },
  },
  {
    name: 'terminate-end',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p20',
          start(),
          el('parallelGateway', 'f'),
          user('t'),
          el('endEvent', 'e', { body: '<bpmn:terminateEventDefinition />' }),
          end('e2'),
          flow('s', 'f'),
          flow('f', 'e'),
          flow('f', 't'),
          flow('t', 'e2'),
        ),
      );
      await x.client.create('p20');
      await x.settled();
    },
  },
  {
    name: 'call-activity',
    run: async (x) => {
      await x.client.deploy(
        bpmn('p13', start(), call('ca', 'p13c', { ext: io({ y: '=a' }) }), end(), chain('s', 'ca', 'e')),
        bpmn('p13c', start(), service('t', 'svc13'), end(), chain('s', 't', 'e')),
      );
      await x.client.create('p13', { a: 1 });
      const j = await job(x, 'svc13');
      await x.client.complete(j.key, { r: 1 });
    },
  },
  {
    name: 'call-missing',
    run: async (x) => {
      await x.client.deploy(bpmn('p14', start(), call('ca', '=q'), end(), chain('s', 'ca', 'e')));
      const k = await x.client.create('p14', { q: 'nope' });
      await x.settled();
      await x.client.call('CancelProcessInstance', { processInstanceKey: k });
    },
  },
  {
    name: 'cancel-call',
    run: async (x) => {
      await x.client.deploy(bpmn('p13x', start(), call('ca', 'p13c'), end(), chain('s', 'ca', 'e')));
      const k = await x.client.create('p13x', { a: 1 });
      await x.settled();
      await x.client.call('CancelProcessInstance', { processInstanceKey: k });
    },
  },
  {
    name: 'mi-par',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p15',
          start(),
          service('t', 'svc15', { loop: loop('=[1,2]', { output: ['outs', '=r'] }) }),
          end(),
          chain('s', 't', 'e'),
        ),
      );
      await x.client.create('p15');
      const js = await x.client.activate('svc15');
      for (const j of js) await x.client.complete(j.key, { r: 10 });
    },
  },
  {
    name: 'mi-seq',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p16',
          start(),
          service('t', 'svc16', {
            loop: loop('=[1,2,3]', { sequential: true, output: ['outs', '=r'], until: '=r = 7' }),
          }),
          end(),
          chain('s', 't', 'e'),
        ),
      );
      await x.client.create('p16');
      let j = await job(x, 'svc16');
      await x.client.complete(j.key, { r: 5 });
      j = await job(x, 'svc16');
      await x.client.complete(j.key, { r: 7 });
    },
  },
  {
    name: 'mi-par-until',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p16b',
          start(),
          subProcess('sp', [start('s2'), service('t', 'svc16b'), end('e2'), chain('s2', 't', 'e2')], {
            loop: loop('=[1,2,3]', { output: ['outs', '=r'], until: '=numberOfCompletedInstances = 1' }),
          }),
          end(),
          chain('s', 'sp', 'e'),
        ),
      );
      await x.client.create('p16b');
      const js = await x.client.activate('svc16b');
      await x.client.complete(js[0]!.key, { r: 5 });
    },
  },
  {
    name: 'mi-empty',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p16c',
          start(),
          service('t', 'svc16c', { loop: loop('=[]', { output: ['outs', '=r'] }) }),
          end(),
          chain('s', 't', 'e'),
        ),
      );
      await x.client.create('p16c');
      await x.settled();
    },
  },
];
