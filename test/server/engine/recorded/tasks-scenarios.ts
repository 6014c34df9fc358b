// Scenarios of jobs, tasks, modification and deployment that were recorded on Zeebe 8.5.8.
import * as m from '../support/model.ts';
import { job, refused, type Scenario } from './scenario.ts';

const { bpmn, el, chain, flow, start, end, service, user, boundary, timer, io } = m;

export const tasksScenarios: readonly Scenario[] = [
  {
    name: 'user-task-timer',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p1',
          start(),
          user('t', {
            ext: '<zeebe:assignmentDefinition candidateGroups="=[&quot;a&quot;,&quot;b&quot;]" /><zeebe:taskHeaders><zeebe:header key="k" value="v"/></zeebe:taskHeaders>',
          }),
          boundary('b', 't', timer('timeDuration', 'PT1H'), { interrupting: false }),
          end(),
          end('e2'),
          chain('s', 't', 'e'),
          flow('b', 'e2'),
        ),
      );
      await x.client.create('p1', { a: 1 });
      await x.settled();
      const k = (await x.last('JOB', 'CREATED')).key;
      await x.client.complete(k, { r: 'x', a: 2 });
    },
  },
  {
    name: 'service-io',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p2',
          start(),
          service('t', 'svc', { ext: io({ x: '=a + 1' }, { out: '=res' }) }),
          end(),
          chain('s', 't', 'e'),
        ),
      );
      await x.client.create('p2', { a: 1 });
      const j = await job(x, 'svc');
      await x.client.complete(j.key, { res: 5, extra: 1 });
    },
  },
  {
    name: 'job-fail',
    run: async (x) => {
      await x.client.deploy(bpmn('p5', start(), service('t', 'svc5'), end(), chain('s', 't', 'e')));
      await x.client.create('p5');
      let j = await job(x, 'svc5');
      await x.client.call('FailJob', {
        jobKey: j.key,
        retries: 1,
        errorMessage: 'no',
        retryBackOff: 300,
        variables: '{"v":1}',
      });
      j = await job(x, 'svc5');
      await x.client.call('FailJob', { jobKey: j.key, retries: 0, errorMessage: 'boom' });
      await x.settled();
      const i = (await x.last('INCIDENT', 'CREATED')).key;
      await x.client.call('ResolveIncident', { incidentKey: i }).catch(refused);
      await x.client.call('UpdateJobRetries', { jobKey: j.key, retries: 2 });
      await x.client.call('ResolveIncident', { incidentKey: i });
      j = await job(x, 'svc5');
      await x.client.call('ThrowError', { jobKey: j.key, errorCode: 'X', errorMessage: 'em' });
      await x.settled();
      await x.client.call('ResolveIncident', { incidentKey: (await x.last('INCIDENT', 'CREATED')).key });
      j = await job(x, 'svc5');
      await x.client.complete(j.key);
    },
  },
  {
    name: 'job-timeout',
    run: async (x) => {
      await x.client.deploy(bpmn('p27', start(), service('t', 'svc27'), end(), chain('s', 't', 'e')));
      await x.client.create('p27');
      await x.client.activate('svc27', { timeout: 500 });
      const j = await job(x, 'svc27');
      await x.client.call('FailJob', { jobKey: j.key, retries: 0 });
      await x.client.complete(j.key).catch(refused);
      await x.client.call('ThrowError', { jobKey: j.key, errorCode: 'q' }).catch(refused);
      await x.client.call('FailJob', { jobKey: j.key, retries: 0 }).catch(refused);
      await x.client.call('FailJob', { jobKey: 2251799813685249, retries: 0 }).catch(refused);
    },
  },
  {
    name: 'script-dmn',
    run: async (x) => {
      const dmn = `<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drg" name="DRG" namespace="http://camunda.org/schema/1.0/dmn"><decision id="d1" name="Dec"><decisionTable id="dt" hitPolicy="FIRST"><input id="i1" label="In"><inputExpression id="ie" typeRef="number"><text>a</text></inputExpression></input><output id="o1" label="Out" name="out" typeRef="string"/><rule id="r1"><inputEntry id="ue1"><text>1</text></inputEntry><outputEntry id="oe1"><text>"one"</text></outputEntry></rule></decisionTable></decision></definitions>`;
      await x.client.deployFiles({
        'd.dmn': dmn,
        'p22.bpmn': bpmn(
          'p22',
          start(),
          el('scriptTask', 'sc', { ext: '<zeebe:script expression="=a * 1" resultVariable="r" />' }),
          el('businessRuleTask', 'br', { ext: '<zeebe:calledDecision decisionId="d1" resultVariable="dr" />' }),
          end(),
          chain('s', 'sc', 'br', 'e'),
        ),
        'f.form': '{"id":"form1","components":[],"type":"default"}',
      });
      await x.client.create('p22', { a: 1 });
      await x.settled();
      await x.client.call('EvaluateDecision', { decisionId: 'd1', variables: '{"a":1}' });
      await x.client.call('EvaluateDecision', { decisionId: 'dx', variables: '{"a":1}' }).catch(refused);
      await x.client.deploy(
        bpmn(
          'p22f',
          start(),
          user('t', { ext: '<zeebe:formDefinition formId="form1" />' }),
          end(),
          chain('s', 't', 'e'),
        ),
        bpmn('p22g', start(), user('t', { ext: '<zeebe:formDefinition formId="nof" />' }), end(), chain('s', 't', 'e')),
        bpmn(
          'p22h',
          start(),
          user('t', { ext: '<zeebe:assignmentDefinition assignee="=1" /><zeebe:taskSchedule dueDate="=d" />' }),
          end(),
          chain('s', 't', 'e'),
        ),
        bpmn(
          'p22i',
          start(),
          el('businessRuleTask', 'br', { ext: '<zeebe:calledDecision decisionId="nod" resultVariable="dr" />' }),
          end(),
          chain('s', 'br', 'e'),
        ),
      );
      const f = await x.client.create('p22f');
      const g = await x.client.create('p22g');
      const h = await x.client.create('p22h');
      const h2 = await x.client.create('p22h', { d: '2026-01-01T00:00:00Z' });
      const i = await x.client.create('p22i');
      await x.settled();
      for (const k of [f, g, h, h2, i]) await x.client.call('CancelProcessInstance', { processInstanceKey: k });
    },
  },
  {
    name: 'send-receive',
    run: async (x) => {
      await x.client.deploy(
        bpmn(
          'p25',
          start(),
          el('sendTask', 'sd', { ext: m.taskType('sd') }),
          el('receiveTask', 'rc', { attrs: 'messageRef="m_m25"', roots: [m.messageRoot('m25', '=k')] }),
          el('intermediateThrowEvent', 'th', { ext: m.taskType('thr'), body: m.message('m25') }),
          el('endEvent', 'e', { ext: m.taskType('thr'), body: m.message('m25') }),
          chain('s', 'sd', 'rc', 'th', 'e'),
        ),
      );
      await x.client.create('p25', { k: 'z' });
      await x.client.complete((await job(x, 'sd')).key);
      await x.settled();
      await x.client.publish('m25', 'z');
      await x.client.complete((await job(x, 'thr')).key);
      await x.client.complete((await job(x, 'thr')).key);
      await x.settled();
    },
  },
  {
    name: 'with-result',
    run: async (x) => {
      await x.client.deploy(bpmn('p24', start(), el('task', 't'), end(), chain('s', 't', 'e')));
      await x.client.call('CreateProcessInstanceWithResult', {
        request: { bpmnProcessId: 'p24', version: -1, variables: '{"a":1,"b":2}' },
        fetchVariables: ['a'],
        requestTimeout: 5000,
      });
    },
  },
  {
    name: 'modify',
    run: async (x) => {
      await x.client.deploy(bpmn('p23', start(), user('t'), user('u'), end(), chain('s', 't', 'u', 'e')));
      const k = await x.client.create('p23', { a: 1 });
      await x.settled();
      const ei = (await x.last('JOB', 'CREATED')).value['elementInstanceKey'];
      await x.client.call('ModifyProcessInstance', {
        processInstanceKey: k,
        activateInstructions: [
          {
            elementId: 'u',
            ancestorElementInstanceKey: -1,
            variableInstructions: [
              { variables: '{"g":1}', scopeId: '' },
              { variables: '{"l":1}', scopeId: 'u' },
            ],
          },
        ],
        terminateInstructions: [{ elementInstanceKey: ei }],
      });
      await x.settled();
      await x.client.call('CancelProcessInstance', { processInstanceKey: k });
      await x.client.call('CreateProcessInstance', {
        bpmnProcessId: 'p23',
        version: -1,
        startInstructions: [{ elementId: 'u' }],
      });
      await x.settled();
    },
  },
  {
    name: 'redeploy',
    run: async (x) => {
      const a = bpmn('p30', el('startEvent', 's', { body: timer('timeCycle', 'R/PT1H') }), end(), chain('s', 'e')),
        b = bpmn('p30', start('s'), end(), chain('s', 'e'));
      await x.client.deploy(a);
      await x.client.deploy(a);
      await x.client.deploy(b);
      await x.client.deploy(a);
    },
  },
];
