// `npm run check`: format, lint, types, architecture and unit tests; stops at the first that fails.
import { spawnSync } from 'node:child_process';
import { prepare, root } from './setup/prepare.mjs';

prepare({ client: false });
const node = (args, env = {}) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
const steps = {
  format: () => node(['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  lint: () => node(['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']),
  types: () =>
    node([
      'node_modules/typescript/bin/tsc',
      '--noEmit',
      '--incremental',
      '--tsBuildInfoFile',
      '.cache/tsbuildinfo',
      '-p',
      '.',
    ]),
  tests: () =>
    node(['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--selectProjects', 'unit']),
};
const wanted = process.argv.slice(2);
for (const [name, step] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`— ${name}\n`);
  if (!step()) process.exit(1);
}
