// Versions of what is deployed: redeploy, delete, migrate; and what the gateway says of itself.
import { boundary, bpmn, end, start, timer } from '../bpmn.ts';
import { user } from '../parts.ts';
import type { Scenario } from '../world.ts';

const oneTask = (id: string, task = 'a') =>
  bpmn(id, { parts: [start(), user(task), end()], flows: [`s>${task}`, `${task}>e`] });

type Broker = {
  readonly version: string;
  readonly partitions: readonly { readonly partitionId: number; readonly role: string }[];
};

export const versionScenarios: Readonly<Record<string, Scenario>> = {
  async topology(world) {
    const { brokers, clusterSize, partitionsCount, replicationFactor, gatewayVersion } = await world.answer(
      'Topology',
      {},
    );
    const [broker] = brokers as readonly Broker[];
    world.observe({ clusterSize, partitionsCount, replicationFactor, gatewayVersion });
    // without the health: a broker whose clock was moved calls itself unhealthy for long
    const partitions = broker?.partitions.map(({ partitionId, role }) => ({ partitionId, role }));
    world.observe({ version: broker?.version, partitions });
  },

  async deploy_process(world) {
    const definition = Buffer.from(oneTask(world.id));
    const { processes } = await world.answer('DeployProcess', { processes: [{ name: 'a.bpmn', definition }] });
    const [process] = processes as readonly Record<string, unknown>[];
    world.observe({ id: process?.bpmnProcessId, version: process?.version, resource: process?.resourceName });
    await world.create();
    await world.complete('a');
    await world.ended();
  },

  async versions(world) {
    await world.deploy(oneTask(world.id));
    await world.deploy(oneTask(world.id));
    await world.deploy(oneTask(world.id, 'b'));
    await world.deploy(oneTask(world.id));
    await world.create({}, { version: 2 });
    await world.complete('b');
    await world.ended();
    await world.create();
    await world.complete('a');
    await world.ended(1);
  },

  async delete_resource(world) {
    await world.deploy(oneTask(world.id));
    const { key } = await world.until('PROCESS', 'CREATED');
    await world.call('DeleteResource', { resourceKey: String(key) });
    await world.until('PROCESS', 'DELETED');
    await world.attempt('CreateProcessInstance', { bpmnProcessId: world.id, version: -1 });
    await world.attempt('DeleteResource', { resourceKey: String(key) });
  },

  async migrate_instance(world) {
    await world.deploy(oneTask(world.id));
    const processInstanceKey = await world.create();
    await world.created('a');
    await world.deploy(oneTask(world.id, 'b'));
    const target = await world.until('PROCESS', 'CREATED', undefined, 1);
    const plan = (targetElementId: string) => ({
      processInstanceKey,
      migrationPlan: {
        targetProcessDefinitionKey: String(target.key),
        mappingInstructions: [{ sourceElementId: 'a', targetElementId }],
      },
    });
    await world.attempt('MigrateProcessInstance', plan('nowhere'));
    await world.attempt('MigrateProcessInstance', {
      ...plan('b'),
      migrationPlan: { targetProcessDefinitionKey: String(target.key), mappingInstructions: [] },
    });
    await world.attempt('MigrateProcessInstance', plan('b'));
    await world.complete('a');
    await world.ended();
  },

  async migrate_refuses_boundary_events(world) {
    await world.deploy(
      bpmn(world.id, {
        parts: [start(), user('a'), boundary('b', 'a', timer('Duration', 'PT1H')), end(), end('late')],
        flows: ['s>a', 'a>e', 'b>late'],
      }),
    );
    const processInstanceKey = await world.create();
    await world.created('a');
    await world.deploy(oneTask(world.id));
    const target = await world.until('PROCESS', 'CREATED', undefined, 1);
    await world.attempt('MigrateProcessInstance', {
      processInstanceKey,
      migrationPlan: {
        targetProcessDefinitionKey: String(target.key),
        mappingInstructions: [{ sourceElementId: 'a', targetElementId: 'a' }],
      },
    });
  },
};
