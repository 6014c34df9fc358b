// `npm start`: sets everything up, then runs the product.
import { spawn } from 'node:child_process';
import { prepare, root } from './setup/prepare.mjs';

prepare();
const child = spawn(process.execPath, ['dist/server/main.js'], { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
