// `npm test`: sets up, then format, lint, types and every test, browser tests last; ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from './setup/prepare.mjs';

prepare();
const reports = join(root, '.cache', 'test-reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const total = { passed: 0, failed: 0 };

const node = (args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
const gate = (name, args) => {
  process.stdout.write(`— ${name}\n`);
  if (node(args)) total.passed += 1;
  else total.failed += 1;
};
const jest = (project, more) => {
  process.stdout.write(`— ${project}\n`);
  const report = join(reports, `${project}.json`);
  const green = node([
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--selectProjects',
    project,
    '--json',
    `--outputFile=${report}`,
    '--testLocationInResults',
    '--passWithNoTests',
    // a handle left open by a crashed part must not hold CI for hours
    '--forceExit',
    ...more,
  ]);
  const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  total.passed += counted?.numPassedTests ?? 0;
  total.failed += counted?.numFailedTests ?? 0;
  // a suite that could not even load has no failed test of its own
  if (!green && (counted?.numFailedTests ?? 0) === 0) total.failed += 1;
};

gate('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']);
gate('lint', ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']);
gate('types', [
  'node_modules/typescript/bin/tsc',
  '--noEmit',
  '--incremental',
  '--tsBuildInfoFile',
  '.cache/tsbuildinfo',
  '-p',
  '.',
]);
jest('unit', []);
jest('conformance', ['--runInBand']);
jest('product', ['--runInBand']);
jest('browser', ['--runInBand']);
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);
