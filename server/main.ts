// Read config, build, listen, stop; nothing else.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from './platform/config.ts';
import { createLogger } from './platform/logger.ts';
import { lockDataDirectory } from './data-directory.ts';

const fail = (sentences: readonly string[]): never => {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const read = readConfig(process.env);
const config = read.ok ? read.config : fail(read.sentences);
const lock = lockDataDirectory(config.dataDir);
const release = lock.ok ? lock.release : fail([lock.sentence]);
const logger = createLogger(config.logLevel);
const root = join(fileURLToPath(new URL('.', import.meta.url)), '..');

// heard from the first moment: Ready is printed before this file goes on, and parts must not be left behind
let asked = false;
let stop = (): void => {
  // a start that takes long is given up, its parts follow by themselves
  if (asked) return end(130);
  asked = true;
  setTimeout(() => end(130), 3_000).unref();
};
const end = (code: number): never => {
  release();
  process.exit(code);
};
process.on('SIGINT', () => stop());
process.on('SIGTERM', () => stop());

// after the checks: what is set wrong is told at once, not after everything has been loaded
const { runProduct } = await import('./product.ts');
const started = await runProduct({ config, logger, root, say: (line) => void process.stdout.write(`${line}\n`) });
if (!started.ok) {
  release();
  fail([started.sentence]);
} else {
  let stopping = false;
  stop = () => {
    if (stopping) return;
    stopping = true;
    // a part that hangs must not keep the terminal
    setTimeout(() => process.exit(1), 15_000).unref();
    void started.stop().finally(() => end(0));
  };
  if (asked) stop();
}
