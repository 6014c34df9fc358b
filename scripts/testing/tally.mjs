// Runs gates and jest projects one after the other and counts them together; ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../setup/prepare.mjs';

const reports = join(root, '.cache', 'test-reports');

export function createTally() {
  mkdirSync(reports, { recursive: true });
  const total = { passed: 0, failed: 0 };
  const node = (args, env = {}) =>
    spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
  const fail = () => (total.failed += 1);
  return {
    fail,
    gate(name, args) {
      process.stdout.write(`— ${name}\n`);
      if (node(args)) total.passed += 1;
      else fail();
    },
    /** Of `project`, the named files or all; `name` tells runs of one project apart. */
    jest({ project, name = project, files = [], more = [], env = {} }) {
      process.stdout.write(`— ${name}\n`);
      const report = join(reports, `${name.replace(/\W+/gu, '-')}.json`);
      rmSync(report, { force: true });
      const green = node(
        [
          '--experimental-vm-modules',
          '--no-warnings',
          'node_modules/jest/bin/jest.js',
          ...files,
          '--selectProjects',
          project,
          '--json',
          `--outputFile=${report}`,
          '--testLocationInResults',
          '--passWithNoTests',
          // a handle left open by a crashed part must not hold CI for hours
          '--forceExit',
          ...more,
        ],
        env,
      );
      const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
      total.passed += counted?.numPassedTests ?? 0;
      total.failed += counted?.numFailedTests ?? 0;
      // a suite that could not even load has no failed test of its own
      if (!green && (counted?.numFailedTests ?? 0) === 0) fail();
    },
    end() {
      process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
      process.exit(total.failed === 0 ? 0 : 1);
    },
  };
}
