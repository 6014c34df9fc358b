// `npm run docstore`: the document store as a process of its own, configured by environment.
import pino from 'pino';
import { z } from 'zod';
import { systemClock } from './clock.ts';
import { startDocstore } from './index.ts';
import type { DocstoreOptions } from './index.ts';

const port = z.coerce.number().int().min(0).max(65535);
const settings = z.object({
  DATA_DIR: z.string().min(1).default('./data/docstore'),
  DOCSTORE_SOCKET: z.string().min(1).optional(),
  DOCSTORE_PORT: port.default(27017),
  LOG_LEVEL: z.string().default('warn'),
});

const fail = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

async function main(): Promise<void> {
  const parsed = settings.safeParse(process.env);
  if (!parsed.success)
    return fail(
      `The configuration is wrong: ${parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
    );
  const { DATA_DIR, DOCSTORE_SOCKET, DOCSTORE_PORT, LOG_LEVEL } = parsed.data;
  const place: Partial<DocstoreOptions> =
    DOCSTORE_SOCKET === undefined ? { port: DOCSTORE_PORT } : { socket: DOCSTORE_SOCKET };
  const logger = pino({ name: 'docstore', level: LOG_LEVEL }, pino.destination(2));
  const onFatal = (): void => void setImmediate(() => process.exit(1));
  try {
    const store = await startDocstore({
      dataDir: DATA_DIR,
      ...place,
      clock: systemClock,
      logger,
      onFatal,
    });
    stopOn(() => store.stop());
    process.stdout.write(
      `${JSON.stringify({ ready: 'docstore', ...(store.socket === undefined ? { port: store.port } : { socket: store.socket }) })}\n`,
    );
  } catch (error) {
    fail(sentenceFor(error, DOCSTORE_PORT));
  }
}

function stopOn(stop: () => Promise<void>): void {
  const end = (): void => {
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail(String(error)),
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  // started by a parent: its end is ours
  process.once('disconnect', end);
}

function sentenceFor(error: unknown, wanted: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${wanted} is taken by another program. Stop it, or set DOCSTORE_PORT (0 picks a free port).`;
  if (code === 'EACCES')
    return 'The data directory or the address may not be used by this user; check DATA_DIR and its permissions.';
  return error instanceof Error ? error.message : String(error);
}

await main();
