// The committed models, read from the tree as they would be deployed.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const processesDir = join(dirname(fileURLToPath(import.meta.url)), '../../../processes');

export type ModelFile = { readonly name: string; readonly path: string; readonly text: string };

/** All files under `processes/` that end with one of these. */
export const modelFiles = (...endings: string[]): ModelFile[] =>
  readdirSync(processesDir, { recursive: true, encoding: 'utf8' })
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .map((path) => join(processesDir, path))
    .map((path) => ({ name: basename(path), path: relative(processesDir, path), text: readFileSync(path, 'utf8') }));
