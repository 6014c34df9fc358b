// Starts one real Zeebe broker on free loopback ports and waits until it accepts commands.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acceptsCommands } from './accepts-commands.mjs';
import { ensureDistribution } from './distribution.mjs';
import { findJava, javaMissing } from './java.mjs';

const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 15_000;
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * `exporterUrl` (with `username`, `password`) is where records go in bulk form; without `dataDir` the data is temporary.
 * Resolves to { port, managementPort, pid, exited, stop }.
 */
export async function startZeebe(options = {}) {
  const java = findJava();
  if (java === undefined) throw new Error(javaMissing);
  const home = await ensureDistribution({
    cacheDir: options.cacheDir ?? join(root, '.cache', 'zeebe'),
    log: options.log ?? (() => {}),
  });
  const [command, internal, server, freePort, freeManagement] = await freePorts(5);
  const ports = {
    command,
    internal,
    server,
    gateway: options.port || freePort,
    management: options.managementPort || freeManagement,
  };
  const temporary = options.dataDir === undefined;
  const dataDir = temporary ? mkdtempSync(join(tmpdir(), 'zeebe-')) : resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true });
  const broker = launch(java, home, dataDir, { ...brokerEnv(ports, dataDir, options), ...options.env });
  const stop = async () => {
    await end(broker);
    if (temporary) rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await ready(broker, ports, dataDir);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port: ports.gateway, managementPort: ports.management, pid: broker.child.pid, exited: broker.exited, stop };
}

function brokerEnv(ports, dataDir, { exporterUrl, username, password, bulkSize = 1, controlledClock = false }) {
  const env = {
    ZEEBE_BROKER_GATEWAY_ENABLE: 'true',
    ZEEBE_BROKER_NETWORK_HOST: '127.0.0.1',
    ZEEBE_BROKER_GATEWAY_NETWORK_HOST: '127.0.0.1',
    ZEEBE_BROKER_GATEWAY_NETWORK_PORT: String(ports.gateway),
    ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT: String(ports.command),
    ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT: String(ports.internal),
    MANAGEMENT_SERVER_PORT: String(ports.management),
    MANAGEMENT_SERVER_ADDRESS: '127.0.0.1',
    SERVER_PORT: String(ports.server),
    SERVER_ADDRESS: '127.0.0.1',
    ZEEBE_BROKER_DATA_DIRECTORY: join(dataDir, 'broker'),
    TZ: 'Asia/Shanghai',
  };
  if (controlledClock)
    Object.assign(env, { ZEEBE_CLOCK_CONTROLLED: 'true', MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE: '*' });
  if (exporterUrl !== undefined) Object.assign(env, exporterEnv(exporterUrl, username, password, bulkSize));
  return env;
}

function exporterEnv(url, username, password, bulkSize) {
  const at = (name) => `ZEEBE_BROKER_EXPORTERS_RECORDS_${name}`;
  const env = {
    [at('CLASSNAME')]: 'io.camunda.zeebe.exporter.ElasticsearchExporter',
    [at('ARGS_URL')]: url,
    [at('ARGS_INDEX_CREATETEMPLATE')]: 'false',
    [at('ARGS_BULK_DELAY')]: '1',
    [at('ARGS_BULK_SIZE')]: String(bulkSize),
  };
  if (username === undefined) return env;
  return {
    ...env,
    [at('ARGS_AUTHENTICATION_USERNAME')]: username,
    [at('ARGS_AUTHENTICATION_PASSWORD')]: password ?? '',
  };
}

function launch(java, home, dataDir, env) {
  const heap = process.env.ZEEBE_JAVA_OPTS ?? '-Xmx768m -XX:+UseSerialGC';
  const args = [
    ...heap.split(/\s+/u).filter(Boolean),
    '-XX:+ExitOnOutOfMemoryError',
    '-Dfile.encoding=UTF-8',
    '-Duser.timezone=Asia/Shanghai',
    '-classpath',
    [join(home, 'config'), join(home, 'lib', '*')].join(delimiter),
    '-Dapp.name=broker',
    `-Dapp.home=${home}`,
    `-Dbasedir=${home}`,
    'io.camunda.zeebe.broker.StandaloneBroker',
  ];
  const child = spawn(java, args, { cwd: dataDir, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = createWriteStream(join(dataDir, 'zeebe.log'), { flags: 'a' });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  const broker = { child, over: false, exited: undefined };
  broker.exited = new Promise((settle) => {
    child.once('error', () => settle(-1));
    child.once('exit', (code) => settle(code ?? -1));
  }).then((code) => {
    broker.over = true;
    process.removeListener('exit', kill);
    log.end();
    return code;
  });
  return broker;
}

async function ready(broker, { management, gateway }, dataDir) {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline && !broker.over) {
    const up = await isUp(`http://127.0.0.1:${management}/actuator/health/readiness`);
    if (up && (await acceptsCommands(gateway))) return;
    await new Promise((resume) => setTimeout(resume, 200));
  }
  const state = broker.over ? 'stopped while starting' : `was not ready within ${READY_WITHIN_MS / 1000} s`;
  throw new Error(`Zeebe ${state}. Its log ends with:\n${lastLines(join(dataDir, 'zeebe.log'))}`);
}

async function isUp(url) {
  try {
    const response = await fetch(url);
    return response.ok && (await response.json()).status === 'UP';
  } catch {
    return false;
  }
}

function lastLines(path) {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(-20).join('\n');
  } catch {
    return '(no log)';
  }
}

async function end(broker) {
  broker.child.kill('SIGTERM');
  const late = setTimeout(() => broker.child.kill('SIGKILL'), STOP_WITHIN_MS);
  await broker.exited;
  clearTimeout(late);
}

/** All held at once, so that no two are the same. */
async function freePorts(count) {
  const servers = await Promise.all(Array.from({ length: count }, listen));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((closed) => server.close(closed))));
  return ports;
}

const listen = () =>
  new Promise((resume, fail) => {
    const server = createServer();
    server.once('error', fail).listen(0, '127.0.0.1', () => resume(server));
  });
