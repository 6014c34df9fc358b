// The gRPC server: maps requests to commands and answers back; nothing of proto goes deeper.
import { setMaxListeners } from 'node:events';
import {
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type UntypedServiceImplementation,
  type sendUnaryData,
} from '@grpc/grpc-js';
import type { Logger } from 'pino';
import type { Stream } from '../stream/index.ts';
import type { Request, Response, Unary } from './call.ts';
import { deploymentCalls } from './deployment-calls.ts';
import { asCallError } from './errors.ts';
import { instanceCalls } from './instance-calls.ts';
import { jobCalls } from './job-calls.ts';
import { JobQueue } from './job-queue.ts';
import { JobStreams } from './job-streams.ts';
import { messageCalls } from './message-calls.ts';
import { gatewayService } from './service-definition.ts';

const LARGEST_MESSAGE = 4 * 1024 * 1024;
const GRACE = 2_000;

export type GatewayOptions = {
  readonly stream: Stream;
  readonly host: string;
  readonly port: number;
  readonly now: () => number;
  readonly logger: Logger;
};

export class Gateway {
  readonly queue = new JobQueue();
  readonly #options: GatewayOptions;
  readonly #server: Server;
  readonly #stopped = new AbortController();
  #port = 0;

  constructor(options: GatewayOptions) {
    this.#options = options;
    // Every waiting worker listens for the end.
    setMaxListeners(0, this.#stopped.signal);
    this.#server = new Server({
      'grpc.max_receive_message_length': LARGEST_MESSAGE,
      'grpc.max_send_message_length': -1,
      // Stock clients ping more often than grpc allows by default.
      'grpc.http2.min_ping_interval_without_data_ms': 1_000,
      'grpc.max_concurrent_streams': 2_000,
    } as ConstructorParameters<typeof Server>[0]);
    this.#server.addService(gatewayService(), this.#implementation());
  }

  listen(): Promise<number> {
    const { host, port } = this.#options;
    return new Promise((resolve, reject) => {
      this.#server.bindAsync(`${host}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
        if (error !== null) return reject(error);
        this.#port = bound;
        resolve(bound);
      });
    });
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => {
        this.#server.forceShutdown();
        resolve();
      }, GRACE);
      this.#server.tryShutdown(() => {
        clearTimeout(force);
        resolve();
      });
    });
  }

  #implementation(): UntypedServiceImplementation {
    const { stream, host, now, logger } = this.#options;
    const unary: Record<string, Unary> = {
      ...jobCalls(stream),
      ...instanceCalls(stream),
      ...messageCalls(stream),
      ...deploymentCalls(stream, () => ({ host, port: this.#port })),
    };
    const jobs = new JobStreams({ stream, queue: this.queue, now, logger, stopped: this.#stopped.signal });
    const served = Object.entries(unary).map(([name, call]) => [name, answering(call)] as const);
    return { ...Object.fromEntries(served), ActivateJobs: jobs.poll, StreamActivatedJobs: jobs.push };
  }
}

const answering =
  (call: Unary) =>
  ({ request }: ServerUnaryCall<Request, Response>, done: sendUnaryData<Response>): void => {
    Promise.resolve()
      .then(() => call(request))
      .then(
        (response) => done(null, response),
        (error: unknown) => {
          const { code, details } = asCallError(error);
          done({ code, details });
        },
      );
  };
