// Tasks, their variables and mappings, scripts, jobs that fail.
import { bpmn, end, io, manual, part, service, start } from '../bpmn.ts';
import { user, script } from '../parts.ts';
import type { Scenario } from '../world.ts';

export const taskScenarios: Readonly<Record<string, Scenario>> = {
  async service_task(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          service('t', {
            extensions: `${io({ x: '=a + 1', lit: 'text', 'n.m': '=a' }, { out: '=r' })}<zeebe:taskHeaders><zeebe:header key="h" value="v"/></zeebe:taskHeaders>`,
          }),
          end(),
        ],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create({ a: 1 });
    await world.complete('t', { r: { deep: [1, 2.5, 'x', null] }, other: 1 });
    await world.ended();
  },

  async variables_merge_upwards(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), service('t', { extensions: io({ local: '=a' }) }), end()],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create({ a: 1, b: 2 });
    await world.complete('t', { local: 5, b: 3, fresh: true });
    await world.ended();
  },

  async user_task(world) {
    const extensions =
      '<zeebe:assignmentDefinition assignee="=who" candidateGroups="office,county" candidateUsers="=[who]"/><zeebe:taskSchedule dueDate="=due"/><zeebe:formDefinition formKey="form-1"/><zeebe:taskHeaders><zeebe:header key="h" value="v"/></zeebe:taskHeaders>';
    await world.deploy(bpmn(world.id, { parts: [start(), user('t', extensions), end()], flows: ['s>t', 't>e'] }));
    await world.create({ who: 'clerk', due: '2030-01-01T08:00:00+08:00' });
    await world.complete('t', { ok: true });
    await world.ended();
  },

  async user_task_wrong_groups(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), user('t', '<zeebe:assignmentDefinition candidateGroups="=[1]"/>'), end()],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create();
    await world.until('INCIDENT', 'CREATED');
  },

  async script_and_scope(world) {
    const inner = { parts: [start('is'), script('w', '=a * 2', 'doubled'), end('ie')], flows: ['is>w', 'w>ie'] };
    await world.deploy(
      bpmn(world.id, {
        parts: [
          start(),
          part('subProcess', 'sub', { extensions: io({ a: '=a + 1' }, { res: '=doubled' }), children: inner }),
          end(),
        ],
        flows: ['s>sub', 'sub>e'],
      }),
    );
    await world.result({ a: 1 });
  },

  async mapping_fails(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), manual('t', { extensions: io({ x: '=assert(a, a > 1)' }) }), end()],
        flows: ['s>t', 't>e'],
      }),
    );
    await world.create({ a: 1 });
  },

  async job_fails_until_no_retries(world) {
    await world.deploy(
      bpmn(world.id, { parts: [start(), service('t', { retries: '2' }), end()], flows: ['s>t', 't>e'] }),
    );
    await world.create();
    await world.fail('t', 1, 'first');
    await world.fail('t', 0, 'second');
    const incident = await world.until('INCIDENT', 'CREATED');
    await world.attempt('ResolveIncident', { incidentKey: String(incident.key) });
    await world.until('INCIDENT', 'CREATED', undefined, 0);
    await world.call('UpdateJobRetries', { jobKey: String(incident.value.jobKey), retries: 1 });
    await world.attempt('ResolveIncident', { incidentKey: String(incident.key) });
    await world.complete('t');
    await world.ended();
  },
};
