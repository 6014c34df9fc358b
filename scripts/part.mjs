// `npm run engine`, `npm run docstore`: one embedded part alone.
import { spawn } from 'node:child_process';
import { prepare, root } from './setup/prepare.mjs';

prepare({ client: false, server: true });
const child = spawn(process.execPath, [`dist/server/${process.argv[2]}.js`], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
