// Receives exported records as Elasticsearch would, and lets tests wait for them.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export type EngineRecord = {
  readonly position: number;
  readonly key: number;
  readonly recordType: string;
  readonly valueType: string;
  readonly intent: string;
  readonly value: Readonly<Record<string, unknown>>;
};

const PATIENCE_MS = 15_000;

export class RecordSink {
  readonly records: EngineRecord[] = [];
  private readonly seen = new Set<number>();
  private readonly waiting = new Set<() => void>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      body(request).then(
        (text) => {
          if (request.url?.startsWith('/_bulk') === true) this.take(text);
          response.writeHead(200, { 'content-type': 'application/json', 'X-Elastic-Product': 'Elasticsearch' });
          response.end('{"errors":false,"items":[]}');
        },
        () => response.destroy(),
      );
    });
  }

  static async open(): Promise<RecordSink> {
    const sink = new RecordSink();
    await new Promise<void>((listening) => sink.server.listen(0, '127.0.0.1', listening));
    return sink;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The record that is picked, now or later; `what` tells what was awaited when it never comes. */
  async until(
    pick: (records: readonly EngineRecord[]) => EngineRecord | undefined,
    what: string,
  ): Promise<EngineRecord> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = pick(this.records);
      if (found !== undefined) return found;
      const left = deadline - performance.now();
      if (left <= 0) throw new Error(`no record came: ${what}`);
      await this.next(left);
    }
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private next(withinMs: number): Promise<void> {
    return new Promise((resume) => {
      const timeout = setTimeout(done, withinMs);
      const { waiting } = this;
      function done(): void {
        clearTimeout(timeout);
        waiting.delete(done);
        resume();
      }
      waiting.add(done);
    });
  }

  /** At least once, so what was seen is dropped. */
  private take(text: string): void {
    const lines = text.split('\n').filter((line) => line !== '');
    for (let index = 1; index < lines.length; index += 2) {
      const record = JSON.parse(lines[index] ?? '') as EngineRecord;
      if (this.seen.has(record.position)) continue;
      this.seen.add(record.position);
      this.records.push(record);
    }
    for (const wake of [...this.waiting]) wake();
  }
}

async function body(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
