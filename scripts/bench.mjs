// `npm run bench`: the figures, on what `npm start` runs.
import { spawnSync } from 'node:child_process';
import { prepare, root } from './setup/prepare.mjs';

prepare();
const args = ['--import', 'tsx', 'test/bench/main.ts', ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1);
