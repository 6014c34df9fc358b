// Stands in for the record endpoint: collects what an exporter sends in bulk form.
import { createServer } from 'node:http';

export type SunkRecord = {
  readonly partitionId: number;
  readonly value: Record<string, unknown>;
  readonly key: number;
  readonly position: number;
  readonly valueType: string;
  readonly intent: string;
  readonly recordType: string;
  readonly timestamp: number;
  readonly sourceRecordPosition: number;
};
export type Sink = {
  readonly url: string;
  readonly records: SunkRecord[];
  readonly actions: Record<string, unknown>[];
  readonly authorizations: (string | undefined)[];
  /** While true the endpoint answers 503, as a server that is restarting would. */
  refuse: boolean;
  stop(): Promise<void>;
};

export async function startSink(): Promise<Sink> {
  const records: SunkRecord[] = [];
  const actions: Record<string, unknown>[] = [];
  const authorizations: (string | undefined)[] = [];
  const sink = { records, actions, authorizations, refuse: false, url: '', stop: async () => {} };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.setHeader('X-Elastic-Product', 'Elasticsearch');
      response.setHeader('Content-Type', 'application/json');
      if (sink.refuse) return response.writeHead(503).end('{}');
      if ((request.url ?? '').includes('_bulk')) {
        authorizations.push(request.headers.authorization);
        const lines = Buffer.concat(chunks)
          .toString('utf8')
          .split('\n')
          .filter((line) => line !== '');
        for (let i = 0; i + 1 < lines.length; i += 2) {
          actions.push(JSON.parse(lines[i] ?? '{}') as Record<string, unknown>);
          records.push(JSON.parse(lines[i + 1] ?? '{}') as SunkRecord);
        }
      }
      return response.end(JSON.stringify({ took: 1, errors: false, items: [] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  sink.url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  sink.stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return sink;
}
