// A plain gRPC client of the gateway; zeebe-node would add retries and pools of its own.
import { credentials, loadPackageDefinition, type Client, type ServiceError } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';

const proto = createRequire(import.meta.url).resolve('zeebe-node/proto/zeebe.proto');
type Reply = Readonly<Record<string, unknown>>;
type Method = (request: object, done: (error: ServiceError | null, reply: Reply) => void) => void;
type Gateway = new (
  address: string,
  secrets: ReturnType<typeof credentials.createInsecure>,
) => Client & Record<string, Method>;

export class GatewayClient {
  private readonly client: Client & Record<string, Method>;

  constructor(port: number) {
    const loaded = loadPackageDefinition(
      loadSync(proto, { longs: String, enums: String, defaults: true }),
    ) as unknown as { gateway_protocol: { Gateway: Gateway } };
    this.client = new loaded.gateway_protocol.Gateway(`127.0.0.1:${port}`, credentials.createInsecure());
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
