import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startHarness, until, type Harness } from '../support/harness.ts';
import { bpmn, chain, end, start, user } from '../support/model.ts';

const process = bpmn('p', start(), user('t'), end(), chain('s', 't', 'e'));
const positions = (harness: Harness): number[] => harness.sink.records.map(({ position }) => position);

describe('the record exporter', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness();
  });
  afterEach(() => harness.stop());

  it('sends each record behind an action line that names its index and id', async () => {
    await harness.client.deploy(process);
    await harness.settled();
    const index = harness.sink.records.findIndex(({ valueType }) => valueType === 'PROCESS');
    const record = harness.sink.records[index];
    const day = new Date(record?.timestamp ?? 0).toISOString().slice(0, 10);
    expect(harness.sink.actions[index]).toEqual({
      index: { routing: '1', _index: `zeebe-record_process_8.5.8_${day}`, _id: `1-${record?.position}` },
    });
    expect(record).toMatchObject({
      partitionId: 1,
      recordType: 'EVENT',
      brokerVersion: '8.5.8',
      rejectionType: 'NULL_VAL',
    });
    expect(record?.value).not.toHaveProperty('executable');
    expect(Buffer.from(String(record?.value['resource']), 'base64').toString()).toBe(process);
  });

  it('presents its credentials', async () => {
    await harness.settled();
    const expected = `Basic ${Buffer.from('records:secret').toString('base64')}`;
    expect(new Set(harness.sink.authorizations)).toEqual(new Set([expected]));
  });

  it('waits for an endpoint that refuses and then sends everything, in order, without a gap', async () => {
    await harness.client.deploy(process);
    harness.sink.refuse = true;
    for (let n = 0; n < 10; n += 1) await harness.client.create('p', { n });
    expect(harness.records('JOB', 'CREATED')).toHaveLength(0);
    harness.sink.refuse = false;
    await until(() => harness.records('JOB', 'CREATED').length === 10);
    expect(positions(harness)).toEqual([...new Set(positions(harness))].sort((a, b) => a - b));
  });

  it('goes on after a restart, at least once, with the same sequence numbers', async () => {
    await harness.client.deploy(process);
    await harness.client.create('p');
    await harness.settled();
    await harness.restart();
    await harness.client.create('p');
    await harness.settled();
    const jobs = new Map(
      harness.records('JOB', 'CREATED').map((r) => [r.position, (r as unknown as { sequence: number }).sequence]),
    );
    const numbers = [...jobs.values()].sort((a, b) => a - b);
    expect(numbers).toEqual([2 ** 51 + 1, 2 ** 51 + 2]);
  });

  it('brings up what happened while nobody listened', async () => {
    harness.sink.refuse = true;
    await harness.client.deploy(process);
    const instance = await harness.client.create('p');
    await harness.restart();
    harness.sink.refuse = false;
    await until(() =>
      harness.records('JOB', 'CREATED').some((r) => String(r.value['processInstanceKey']) === instance),
    );
  });
});
