// A bare gRPC client of the gateway for tests: every call a promise, keys as strings, no retries.
import { once } from 'node:events';
import { connect as openSession } from 'node:http2';
import { createRequire } from 'node:module';
import {
  credentials,
  loadPackageDefinition,
  type Client,
  type ClientReadableStream,
  type ServiceDefinition,
  type ServiceError,
} from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

const protoPath = createRequire(import.meta.url).resolve('zeebe-node/proto/zeebe.proto');
const options = { keepCase: true, longs: String, enums: String, defaults: true, oneofs: true };
const definition = loadSync(protoPath, options);

type Json = Record<string, unknown>;
type Unary = (
  request: Json,
  options: { deadline?: number },
  done: (error: ServiceError | null, reply: Json) => void,
) => void;
type Streaming = (request: Json, options: { deadline?: number }) => ClientReadableStream<Json>;

export type TestClient = ReturnType<typeof connect>;
export type ActivatedJob = {
  key: string;
  type: string;
  variables: Json;
  customHeaders: Json;
  retries: number;
  elementId: string;
  processInstanceKey: string;
  elementInstanceKey: string;
  deadline: string;
};

export function connect(port: number) {
  const loaded = loadPackageDefinition(definition) as unknown as {
    gateway_protocol: { Gateway: new (a: string, c: unknown, o?: unknown) => Client };
  };
  const client = new loaded.gateway_protocol.Gateway(`127.0.0.1:${port}`, credentials.createInsecure(), {
    'grpc.use_local_subchannel_pool': 1,
    'grpc.max_receive_message_length': -1,
    'grpc.max_send_message_length': -1,
  });
  const methods = client as unknown as Record<string, unknown>;
  const call = (method: string, request: Json, timeout = 30_000): Promise<Json> =>
    new Promise((resolve, reject) => {
      const unary = methods[method] as Unary;
      unary.call(client, request, { deadline: deadlineIn(timeout) }, (error, reply) =>
        error ? reject(error) : resolve(reply),
      );
    });
  const stream = (method: string, request: Json): ClientReadableStream<Json> =>
    (methods[method] as Streaming).call(client, request, {});
  return { call, stream, ...shortcuts(call, stream), close: () => client.close() };
}

/** Sends one request and breaks the connection with it, so that the answer finds nobody. */
export async function askAndVanish(port: number, method: string, request: Json): Promise<void> {
  const { path, requestSerialize } = (definition['gateway_protocol.Gateway'] as ServiceDefinition)[method]!;
  const message = requestSerialize(request);
  const length = Buffer.alloc(5);
  length.writeUInt32BE(message.length, 1);
  const session = openSession(`http://127.0.0.1:${port}`);
  session.on('error', () => undefined);
  await once(session, 'remoteSettings');
  const call = session.request({
    ':method': 'POST',
    ':path': path,
    'content-type': 'application/grpc',
    te: 'trailers',
  });
  call.on('error', () => undefined);
  await new Promise((sent) => call.end(Buffer.concat([length, message]), () => sent(undefined)));
  session.destroy();
}

const deadlineIn = (ms: number): number => Date.now() + ms;

function shortcuts(
  call: (method: string, request: Json, timeout?: number) => Promise<Json>,
  stream: (method: string, request: Json) => ClientReadableStream<Json>,
) {
  return {
    deploy: (...xml: string[]) =>
      call('DeployResource', {
        resources: xml.map((content, i) => ({ name: `r${i}.bpmn`, content: Buffer.from(content) })),
      }),
    deployFiles: (files: Record<string, string>) =>
      call('DeployResource', {
        resources: Object.entries(files).map(([name, content]) => ({ name, content: Buffer.from(content) })),
      }),
    create: async (bpmnProcessId: string, variables: Json = {}): Promise<string> =>
      String(
        (await call('CreateProcessInstance', { bpmnProcessId, version: -1, variables: JSON.stringify(variables) }))[
          'processInstanceKey'
        ],
      ),
    complete: (jobKey: string | number, variables: Json = {}) =>
      call('CompleteJob', { jobKey, variables: JSON.stringify(variables) }),
    publish: (name: string, correlationKey: string, variables: Json = {}, more: Json = {}) =>
      call('PublishMessage', { name, correlationKey, timeToLive: 0, variables: JSON.stringify(variables), ...more }),
    activate: (type: string, more: Json = {}): Promise<ActivatedJob[]> =>
      new Promise((resolve, reject) => {
        const jobs: ActivatedJob[] = [];
        const reply = stream('ActivateJobs', {
          type,
          worker: 'test',
          timeout: 60_000,
          maxJobsToActivate: 100,
          requestTimeout: 5_000,
          ...more,
        });
        reply.on('data', (data: Json) => jobs.push(...(data['jobs'] as Json[]).map(parseJob)));
        reply.on('error', reject);
        reply.on('end', () => resolve(jobs));
      }),
  };
}

export const parseJob = (job: Json): ActivatedJob =>
  ({
    ...job,
    variables: JSON.parse(String(job['variables'])),
    customHeaders: JSON.parse(String(job['customHeaders'])),
  }) as unknown as ActivatedJob;
