// A plain gRPC client of the gateway; zeebe-node would add retries and pools of its own.
import { credentials, makeGenericClientConstructor, type Client, type ServiceError } from '@grpc/grpc-js';
import { loadSync, type ServiceDefinition } from '@grpc/proto-loader';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Readable } from 'node:stream';

const stock = createRequire(import.meta.url).resolve('zeebe-node/proto/zeebe.proto');
/** What Zeebe 8.5 serves and the stock proto lacks. */
const later = fileURLToPath(new URL('../../server/engine/gateway/extension.proto', import.meta.url));
const serviceIn = (proto: string) =>
  loadSync(proto, { longs: String, enums: String, defaults: true })['gateway_protocol.Gateway'] as ServiceDefinition;
type Pushing = Readable & { cancel(): void };
export type Reply = Readonly<Record<string, unknown>>;
type Method = (request: object, done: (error: ServiceError | null, reply: Reply) => void) => void;
export class GatewayClient {
  private readonly client: Client & Record<string, Method>;

  constructor(port: number) {
    const Gateway = makeGenericClientConstructor({ ...serviceIn(stock), ...serviceIn(later) }, 'Gateway');
    this.client = new Gateway(`127.0.0.1:${port}`, credentials.createInsecure()) as unknown as typeof this.client;
  }

  call(method: string, request: object): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.client[method]?.call(this.client, request, (error: ServiceError | null, reply: Reply) =>
        error === null ? resolve(reply) : reject(error),
      );
    });
  }

  /** `CODE: text` of the refusal, or undefined when it was accepted. */
  async refusal(method: string, request: object): Promise<string | undefined> {
    try {
      await this.call(method, request);
      return undefined;
    } catch (error) {
      const { code, details } = error as ServiceError;
      return `${code}: ${details}`;
    }
  }

  /** Activates jobs of the type until this one is among them. */
  async lease(type: string, jobKey: string): Promise<void> {
    for (let tries = 0; tries < 50; tries += 1) {
      const keys = await this.activate(type);
      if (keys.includes(jobKey)) return;
    }
    throw new Error(`job ${jobKey} of type ${type} was never activated`);
  }

  /** Hands on every job of the type that is pushed, until it is closed. */
  pushed(type: string, take: (job: Reply) => void): { close(): void } {
    const request = { type, worker: 'conformance', timeout: 60_000 };
    const stream = (this.client.StreamActivatedJobs as unknown as (request: object) => Pushing).call(
      this.client,
      request,
    );
    stream.on('error', () => undefined).on('data', take);
    return { close: () => stream.cancel() };
  }

  private activate(type: string): Promise<readonly string[]> {
    const request = { type, worker: 'conformance', timeout: 60_000, maxJobsToActivate: 100, requestTimeout: 500 };
    return new Promise((resolve, reject) => {
      const keys: string[] = [];
      const stream = (this.client.ActivateJobs as unknown as (request: object) => Readable).call(this.client, request);
      stream.on('data', ({ jobs }: { jobs: readonly { key: string }[] }) => keys.push(...jobs.map(({ key }) => key)));
      stream.once('error', reject);
      stream.once('end', () => resolve(keys));
    });
  }

  close(): void {
    this.client.close();
  }
}
