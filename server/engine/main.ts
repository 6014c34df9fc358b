// Runs the engine as a process of its own; configured by environment only.
import { pino } from 'pino';
import { systemClock } from './clock.ts';
import { startEngine, type EngineOptions } from './index.ts';

const logger = pino({ name: 'engine', level: process.env['LOG_LEVEL'] ?? 'info' }, pino.destination(2));

function portFrom(name: string, fallback: number): number {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  return giveUp(`${name} must be a port between 0 and 65535, but is '${text}'.`);
}

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function exporterFrom(): EngineOptions['exporter'] {
  const url = process.env['EXPORTER_URL'];
  if (url === undefined || url === '') return undefined;
  if (!URL.canParse(url)) return giveUp(`EXPORTER_URL must be a URL, but is '${url}'.`);
  return { url, username: process.env['EXPORTER_USERNAME'], password: process.env['EXPORTER_PASSWORD'] };
}

function explain(error: unknown, options: EngineOptions): string {
  const code = (error as NodeJS.ErrnoException).code;
  const text = error instanceof Error ? error.message : String(error);
  if (code === 'EADDRINUSE' || text.includes('EADDRINUSE') || text.includes('No address added'))
    return `Port ${options.port} or ${options.managementPort} on ${options.host} is in use; set ENGINE_PORT and ENGINE_MANAGEMENT_PORT to free ones.`;
  return text;
}

const options: EngineOptions = {
  dataDir: process.env['DATA_DIR'] ?? './data/engine',
  host: process.env['ENGINE_HOST'] ?? '127.0.0.1',
  port: portFrom('ENGINE_PORT', 26_500),
  managementPort: portFrom('ENGINE_MANAGEMENT_PORT', 9_600),
  clock: systemClock,
  controlledClock: process.env['ZEEBE_CLOCK_CONTROLLED'] === 'true',
  exporter: exporterFrom(),
  logger,
  onFatal: () => process.exit(70),
};

const engine = await startEngine(options).catch((error: unknown) => giveUp(explain(error, options)));
process.stdout.write(
  `${JSON.stringify({ ready: 'engine', port: engine.port, managementPort: engine.managementPort })}\n`,
);

let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  engine.stop().then(
    () => process.exit(0),
    (error: unknown) => giveUp(String(error)),
  );
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);
