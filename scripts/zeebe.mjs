// npm run zeebe: a real Zeebe 8.5.8 broker, configured by the same variables as the embedded engine.
import { startZeebe } from './zeebe/index.mjs';

const { env } = process;
const say = (text) => process.stderr.write(`${text}\n`);

try {
  const broker = await startZeebe({
    port: portFrom('ENGINE_PORT', 26500),
    managementPort: portFrom('ENGINE_MANAGEMENT_PORT', 9600),
    dataDir: env.DATA_DIR,
    controlledClock: env.ZEEBE_CLOCK_CONTROLLED === 'true',
    exporterUrl: env.EXPORTER_URL,
    username: env.EXPORTER_USERNAME,
    password: env.EXPORTER_PASSWORD,
    bulkSize: Number(env.EXPORTER_BULK_SIZE ?? 1),
    log: say,
  });
  process.stdout.write(
    `${JSON.stringify({ ready: 'zeebe', port: broker.port, managementPort: broker.managementPort })}\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void broker.stop());
  process.once('disconnect', () => void broker.stop());
  process.exitCode = stoppedWell(await broker.exited);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** 0 asks for any free port. */
function portFrom(name, fallback) {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  if (/^\d{1,5}$/u.test(text) && Number(text) < 65_536) return Number(text);
  throw new Error(`${name} must be a port number, not '${text}'.`);
}

/** 143 is Java's answer to SIGTERM. */
function stoppedWell(code) {
  return code === 0 || code === 143 ? 0 : 1;
}
