// `npm run dev`: the server restarts and the client reloads on every change.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './setup/prepare.mjs';

prepare({ client: false });
const bin = (name, file) => join(root, 'node_modules', name, file);
const parts = [
  spawn(process.execPath, [bin('tsx', 'dist/cli.mjs'), 'watch', '--clear-screen=false', 'server/main.ts'], {
    cwd: root,
    stdio: 'inherit',
  }),
  spawn(process.execPath, [bin('vite', 'bin/vite.js'), '--config', 'client/vite.config.ts'], {
    cwd: root,
    stdio: 'inherit',
  }),
];
const stop = () => parts.forEach((part) => part.kill('SIGTERM'));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
for (const part of parts) part.on('exit', stop);
