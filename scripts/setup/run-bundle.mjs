// Runs one of the bundled programs as this command: its output, its signals, its exit code.
import { spawn } from 'node:child_process';
import { root } from './prepare.mjs';

export const runBundle = (name) => {
  const child = spawn(process.execPath, [`dist/server/${name}.js`], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
};
