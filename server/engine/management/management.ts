// The management endpoint: health, readiness and, where it is allowed, the clock.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ControlledClock } from '../timers/index.ts';

export type ManagementOptions = {
  readonly host: string;
  readonly port: number;
  readonly clock: ControlledClock | undefined;
  readonly isReady: () => boolean;
  readonly onClockChanged: () => void;
};
type Answer = { readonly status: number; readonly body: unknown };

const LARGEST_BODY = 64 * 1024;

export class Management {
  readonly #options: ManagementOptions;
  readonly #server: Server;

  constructor(options: ManagementOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  listen(): Promise<number> {
    const { host, port } = this.#options;
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, () => {
        const address = this.#server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').replace(/\?.*$/u, '');
    const { status, body } = path.startsWith('/actuator/clock')
      ? await this.#serveClock(request, path)
      : this.#serveHealth(path);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }

  #serveHealth(path: string): Answer {
    if (!/^\/actuator\/health(\/(readiness|liveness|startup))?$/u.test(path)) return notFound;
    return this.#options.isReady()
      ? { status: 200, body: { status: 'UP' } }
      : { status: 503, body: { status: 'DOWN' } };
  }

  async #serveClock(request: IncomingMessage, path: string): Promise<Answer> {
    const { clock, onClockChanged } = this.#options;
    if (clock === undefined)
      return { status: 403, body: { error: 'The clock is not controlled; set ZEEBE_CLOCK_CONTROLLED=true.' } };
    const answer = await changeClock(clock, request, path.slice('/actuator/clock'.length));
    if (answer !== undefined) return answer;
    onClockChanged();
    const epochMilli = clock.now();
    return { status: 200, body: { epochMilli, instant: new Date(epochMilli).toISOString() } };
  }
}

const notFound: Answer = { status: 404, body: { error: 'Not found' } };

/** Undefined when the clock now shows what was asked for. */
async function changeClock(
  clock: ControlledClock,
  request: IncomingMessage,
  action: string,
): Promise<Answer | undefined> {
  const { method } = request;
  if (method === 'GET' && action === '') return undefined;
  if (method === 'DELETE' && action === '') {
    clock.reset();
    return undefined;
  }
  if (method !== 'POST') return notFound;
  const body = await readJson(request);
  if (action === '/add') return setBy(body['offsetMilli'], (value) => clock.add(value));
  if (action === '/pin') return setBy(body['epochMilli'], (value) => clock.pin(value));
  return notFound;
}

function setBy(value: unknown, set: (value: number) => void): Answer | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value))
    return { status: 400, body: { error: 'Expected a whole number of milliseconds' } };
  set(value);
  return undefined;
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > LARGEST_BODY) return {};
    chunks.push(chunk as Buffer);
  }
  try {
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
