// What every command needs first: a new enough Node, installed packages, a built client. Node's own modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const oldest = [20, 19];

const say = (zh, en) => process.stdout.write(`${zh}  /  ${en}\n`);

export const refuse = (zh, en) => {
  process.stderr.write(`${zh}\n${en}\n`);
  process.exit(1);
};

const requireNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  refuse(
    `需要 Node.js ${oldest.join('.')} 或更新版本，当前是 ${process.versions.node}，请升级后再运行。`,
    `Node.js ${oldest.join('.')} or newer is needed, this is ${process.versions.node}: please upgrade.`,
  );
};

const run = (command, args) => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) refuse(`命令失败：${command} ${args.join(' ')}`, `Command failed: ${command} ${args.join(' ')}`);
};

const installPackages = () => {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  say('正在安装依赖（首次约一两分钟）…', 'Installing packages (a minute or two the first time) …');
  // not `npm ci`: it refuses a lock file without the other platforms' optional binaries, which not every registry serves
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error']);
  // npm may write the lock file last; without this the next start would install again
  const now = new Date();
  utimesSync(installed, now, now);
};

const filesBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });

/** Content decides, not dates: a checkout sets all dates anew. */
const fingerprintOf = (parts) => {
  const hash = createHash('sha256');
  const sources = parts.map((part) => join(root, part)).filter(existsSync);
  for (const file of [...sources.flatMap(filesBelow), join(root, 'package-lock.json')].sort())
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
};

/** Builds what is older than its sources; the stamp beside it remembers them. */
const build = ({ name, words, sources }) => {
  const stamp = join(root, 'dist', `${name}.stamp`);
  const fingerprint = fingerprintOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return;
  say(...words);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  run(process.execPath, [vite, 'build', '--config', `${name}/vite.config.ts`, '--logLevel', 'warn']);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint);
};

export const buildClient = () =>
  build({
    name: 'client',
    words: ['正在构建界面…', 'Building the client …'],
    sources: ['client', 'server/contracts', 'processes/lint'],
  });

export const buildServer = () =>
  build({
    name: 'server',
    words: ['正在构建服务器…', 'Building the server …'],
    sources: ['server', 'processes/lint'],
  });

export const prepare = ({ client = true, server = client } = {}) => {
  requireNode();
  installPackages();
  if (server) buildServer();
  if (client) buildClient();
};
