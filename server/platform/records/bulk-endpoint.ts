// The `_bulk` endpoint every engine exports its records to: loopback, its own credentials, in order, at least once.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { timingSafeEqual } from 'node:crypto';
import type { Logger } from '../logger.ts';
import { parseRecord, type EngineRecord } from './record.ts';

export type BulkEndpoint = { readonly port: number; stop(): Promise<void> };
type Deps = {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  readonly logger: Logger;
  /** Resolves when the records are durable; a throw makes the exporter send them again. */
  readonly accept: (records: readonly EngineRecord[]) => Promise<void>;
  /** Management calls on the same loopback port (`POST /clock`). */
  readonly manage?: (method: string, path: string, body: string) => Promise<{ status: number; body: unknown } | null>;
};

const maxBody = 64 * 1024 * 1024;

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > maxBody) throw new Error('Expected a bulk body below 64 MiB');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const same = (left: string, right: string): boolean => {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  return a.length === b.length && timingSafeEqual(a, b);
};

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  // Elasticsearch clients refuse a server without this header
  response
    .writeHead(status, { 'content-type': 'application/json', 'X-Elastic-Product': 'Elasticsearch' })
    .end(JSON.stringify(body));
};

const recordLines = (body: string): EngineRecord[] => {
  const lines = body.split('\n').filter((line) => line !== '');
  const records: EngineRecord[] = [];
  // action line, then its document
  for (let index = 1; index < lines.length; index += 2) {
    const line = lines[index];
    if (line !== undefined) records.push(parseRecord(line));
  }
  return records;
};

export const startBulkEndpoint = async (deps: Deps): Promise<BulkEndpoint> => {
  const expected = `Basic ${Buffer.from(`${deps.username}:${deps.password}`).toString('base64')}`;
  // one writer: batches are taken in the order they came
  let queue: Promise<unknown> = Promise.resolve();
  const inOrder = <T>(run: () => Promise<T>): Promise<T> => {
    const next = queue.then(run, run);
    queue = next.catch(() => undefined);
    return next;
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!same(request.headers.authorization ?? '', expected)) return answer(response, 401, { error: 'credentials' });
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const body = await readBody(request);
    if (path.endsWith('/_bulk')) {
      const records = recordLines(body);
      await inOrder(() => deps.accept(records));
      return answer(response, 200, { took: 0, errors: false, items: records.map(() => ({ index: { status: 201 } })) });
    }
    const managed = await deps.manage?.(request.method ?? 'GET', path, body);
    if (managed) return answer(response, managed.status, managed.body);
    // templates and settings the exporter wants to put: acknowledged, there is nothing to set
    return answer(response, 200, { acknowledged: true, version: { number: '8.5.0' } });
  };
  const server: Server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      deps.logger.error({ err: error }, 'records refused');
      if (!response.headersSent) answer(response, 503, { error: 'not stored, send again' });
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(deps.port, deps.host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a TCP address');
  return {
    port: address.port,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
