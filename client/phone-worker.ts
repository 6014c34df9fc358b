// Completes the phone's service worker after the build: which files it keeps, and a version that changes with them.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export const workerFile = 'm-worker.js';
const entry = 'm.html';

type Chunk = {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
};
export type Manifest = Readonly<Record<string, Chunk>>;

/** Everything an entry may ever ask for, parts fetched later too, and nothing that only other entries use. */
export const filesOf = (manifest: Manifest, root: string): string[] => {
  const seen = new Set<string>();
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`Expected ${name} in the manifest of the client`);
    if (seen.has(name)) return;
    seen.add(name);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next);
  };
  visit(root);
  return [...files].sort();
};

const versionOf = (files: readonly string[], page: string): string =>
  createHash('sha256').update(files.join()).update(page).digest('hex').slice(0, 12);

export const phoneWorker = (outDir: string): Plugin => ({
  name: 'phone-worker',
  apply: 'build',
  async writeBundle() {
    const read = (file: string): Promise<string> => readFile(join(outDir, file), 'utf8');
    const files = filesOf(JSON.parse(await read('.vite/manifest.json')) as Manifest, entry);
    const version = versionOf(files, await read(entry));
    const kept = `const PHONE_FILES=${JSON.stringify(files.map((file) => `/${file}`))},PHONE_VERSION="${version}";\n`;
    await writeFile(join(outDir, workerFile), kept + (await read(workerFile)));
  },
});
