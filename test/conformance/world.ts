// The verbs of a scenario: deploy, create, complete, publish, wait; and the story they lead to.
import { setTimeout as pause } from 'node:timers/promises';
import { bpmn, end, service, start } from './bpmn.ts';
import type { Reply } from './gateway-client.ts';
import { belongingTo, storyOf, type Story } from './story.ts';
import type { EngineRecord } from './record-sink.ts';
import type { Target } from './target.ts';

export type Scenario = (world: World) => Promise<void>;
export type Outcome = { readonly replies: readonly string[]; readonly story: Story };

export class World {
  private readonly replies: string[] = [];

  constructor(
    private readonly target: Target,
    readonly id: string,
  ) {}

  async deploy(...resources: readonly string[]): Promise<void> {
    await this.target.client.call('DeployResource', { resources: this.named(resources) });
  }

  async refusedDeploy(...resources: readonly string[]): Promise<void> {
    this.note('deploy', await this.target.client.refusal('DeployResource', { resources: this.named(resources) }));
  }

  async create(variables: object = {}, more: object = {}): Promise<string> {
    const request = { bpmnProcessId: this.id, version: -1, variables: JSON.stringify(variables), ...more };
    return String((await this.target.client.call('CreateProcessInstance', request)).processInstanceKey);
  }

  async result(variables: object = {}): Promise<void> {
    const request = { bpmnProcessId: this.id, version: -1, variables: JSON.stringify(variables) };
    const reply = await this.target.client.call('CreateProcessInstanceWithResult', {
      request,
      requestTimeout: 10_000,
      fetchVariables: [],
    });
    this.note(
      'result',
      JSON.stringify(
        Object.entries(JSON.parse(String(reply.variables)) as object).sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    );
  }

  /** Any call whose refusal is part of the outcome; keys are taken out of the text. */
  async attempt(method: string, request: object): Promise<void> {
    this.note(method, await this.target.client.refusal(method, request));
  }

  async complete(element: string, variables: object = {}, nth = 0): Promise<void> {
    await this.target.client.call('CompleteJob', {
      jobKey: await this.jobKey(element, nth),
      variables: JSON.stringify(variables),
    });
  }

  /** Failing needs a lease; completing does not. */
  async fail(element: string, retries: number, errorMessage = '', nth = 0, more: object = {}): Promise<void> {
    const jobKey = await this.lease(element, nth);
    await this.target.client.call('FailJob', { jobKey, retries, errorMessage, retryBackOff: 0, ...more });
  }

  async throwError(element: string, errorCode: string, variables: object = {}, nth = 0): Promise<void> {
    const jobKey = await this.lease(element, nth);
    await this.target.client.call('ThrowError', {
      jobKey,
      errorCode,
      errorMessage: 'thrown',
      variables: JSON.stringify(variables),
    });
  }

  async publish(
    name: string,
    correlationKey: string,
    more: { variables?: object; timeToLive?: number; messageId?: string } = {},
  ): Promise<void> {
    const { variables = {}, timeToLive = 0, messageId = '' } = more;
    const request = {
      name: `${this.id}_${name}`,
      correlationKey,
      timeToLive,
      messageId,
      variables: JSON.stringify(variables),
    };
    this.note('publish', await this.target.client.refusal('PublishMessage', request));
  }

  async call(method: string, request: object): Promise<void> {
    await this.target.client.call(method, request);
  }

  answer(method: string, request: object): Promise<Readonly<Record<string, unknown>>> {
    return this.target.client.call(method, request);
  }

  /** Makes what an answer said part of the outcome. */
  observe(facts: Readonly<Record<string, unknown>>): void {
    this.note('observed', JSON.stringify(facts));
  }

  /** Resolves when the job that the act makes has come down a stream. */
  async streamed(type: string, act: () => Promise<unknown>): Promise<void> {
    const jobs: Reply[] = [];
    const stream = this.target.client.pushed(type, (job) => jobs.push(job));
    // a broker opens a stream in its own time, and jobs from before are not pushed: instances of another process knock
    const warmUp = `${this.id.toUpperCase()}_WARM_UP`;
    await this.deploy(bpmn(warmUp, { parts: [start(), service(type), end()], flows: [`s>${type}`, `${type}>e`] }));
    const knock = () => this.target.client.call('CreateProcessInstance', { bpmnProcessId: warmUp, version: -1 });
    const arrived = async (of: string, again: () => Promise<unknown>): Promise<Reply> => {
      for (;;) {
        const job = jobs.find(({ bpmnProcessId }) => bpmnProcessId === of);
        if (job !== undefined) return job;
        await again();
        await pause(100);
      }
    };
    await arrived(warmUp, knock);
    await act();
    const job = await arrived(this.id, async () => undefined);
    stream.close();
    this.observe({ type: job.type, retries: job.retries, variables: job.variables, worker: job.worker });
  }

  created(element: string, nth = 0): Promise<EngineRecord> {
    return this.until('JOB', 'CREATED', element, nth);
  }

  passTime(ms: number): Promise<void> {
    return this.target.passTime(ms);
  }

  /** Waits for the nth record of this scenario that fits. */
  until(valueType: string, intent: string, element?: string, nth = 0): Promise<EngineRecord> {
    const pick = (records: readonly EngineRecord[]): EngineRecord | undefined => {
      const belongs = belongingTo(records, this.id);
      return records.filter(
        (record) =>
          record.recordType === 'EVENT' &&
          record.valueType === valueType &&
          record.intent === intent &&
          belongs(record) &&
          (element === undefined || nameIn(record) === element),
      )[nth];
    };
    return this.target.sink.until(pick, `${this.id}: ${valueType} ${intent} ${element ?? ''} #${nth}`);
  }

  ended(nth = 0): Promise<EngineRecord> {
    return this.until('PROCESS_INSTANCE', 'ELEMENT_COMPLETED', this.id, nth);
  }

  async outcome(): Promise<Outcome> {
    await this.quiet();
    return { replies: this.replies, story: storyOf(this.target.sink.records, this.id) };
  }

  private async jobKey(element: string, nth: number): Promise<string> {
    return String((await this.created(element, nth)).key);
  }

  async lease(element: string, nth = 0): Promise<string> {
    const created = await this.created(element, nth);
    await this.target.client.lease(String(created.value.type), String(created.key));
    return String(created.key);
  }

  /** Instances of a process of its own pass through after everything before them. */
  private async quiet(): Promise<void> {
    const marker = `${this.id.toUpperCase()}_MARKER`;
    await this.target.client.call('DeployResource', {
      resources: [
        { name: `${marker}.bpmn`, content: Buffer.from(bpmn(marker, { parts: [start(), end()], flows: ['s>e'] })) },
      ],
    });
    for (let n = 0; n < 3; n += 1) {
      const created = await this.target.client.call('CreateProcessInstance', { bpmnProcessId: marker, version: -1 });
      const through = (records: readonly EngineRecord[]): EngineRecord | undefined =>
        records.find(
          ({ key, intent }) => String(key) === String(created.processInstanceKey) && intent === 'ELEMENT_COMPLETED',
        );
      await this.target.sink.until(through, marker);
    }
  }

  private note(what: string, text: string | undefined): void {
    this.replies.push(
      `${what}: ${(text ?? 'accepted').replace(/\d{16}/gu, '<key>').replace(/Fatal Error: .*/u, 'Fatal Error')}`,
    );
  }

  private readonly named = (resources: readonly string[]) =>
    resources.map((content, index) => ({
      name: `${this.id}-${index}.${content.includes('spec/DMN/') ? 'dmn' : 'bpmn'}`,
      content: Buffer.from(content),
    }));
}

const nameIn = ({ value }: EngineRecord): unknown =>
  value.elementId ?? value.targetElementId ?? value.messageName ?? value.name;
