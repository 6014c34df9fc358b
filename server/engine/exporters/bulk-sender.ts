// Posts one bulk request and says whether the other side took it.
import { request, type Agent, type ClientRequest, type IncomingMessage } from 'node:http';

export type BulkTarget = {
  readonly url: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
};

const TIMEOUT = 30_000;

export function postBulk(target: BulkTarget, agent: Agent, body: string, signal: AbortSignal): Promise<void> {
  const url = new URL(`${target.url.replace(/\/$/u, '')}/_bulk`);
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/x-ndjson', ...authorization(target) };
    const outgoing: ClientRequest = request(
      url,
      { method: 'POST', agent, headers, timeout: TIMEOUT, signal },
      (reply) => readReply(reply).then(resolve, reject),
    );
    outgoing.on('timeout', () => outgoing.destroy(new Error('The record endpoint did not answer in time.')));
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function authorization({ username, password }: BulkTarget): { authorization?: string } {
  if (username === undefined || username === '') return {};
  return { authorization: `Basic ${Buffer.from(`${username}:${password ?? ''}`).toString('base64')}` };
}

async function readReply(reply: IncomingMessage): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of reply) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const status = reply.statusCode ?? 0;
  if (status < 200 || status > 299) throw new Error(`The record endpoint answered ${status}: ${text.slice(0, 200)}`);
  if (refusesItems(text)) throw new Error(`The record endpoint refused records: ${text.slice(0, 200)}`);
}

function refusesItems(text: string): boolean {
  try {
    return (JSON.parse(text) as { errors?: unknown }).errors === true;
  } catch {
    return false;
  }
}
