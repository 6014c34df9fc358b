// What a browser has to fetch before an entry shows anything: its static graph, gzipped.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { atMost, print } from './table.ts';

const dist = fileURLToPath(new URL('../../dist/client/', import.meta.url));
type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] };
type Manifest = Readonly<Record<string, Chunk>>;

const entries = [
  { name: 'phone', roots: ['m.html'], limit: 150 },
  { name: 'public', roots: ['public.html'], limit: 80 },
  { name: 'inbox', roots: ['index.html', 'src/features/inbox/index.ts'], limit: 360 },
];

export function benchSizes(): void {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest;
  print(
    'Client entries: static graph, gzip',
    entries.map(({ name, roots, limit }) => {
      const files = roots.flatMap((root) => [...graphOf(manifest, root)]);
      const bytes = [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
      return atMost(name, bytes / 1024, 'KiB', limit);
    }),
  );
}

function graphOf(manifest: Manifest, root: string, seen = new Set<string>(), files = new Set<string>()): Set<string> {
  const chunk = manifest[root];
  if (chunk === undefined) throw new Error(`Expected ${root} in the manifest; run npm run build`);
  if (seen.has(root)) return files;
  seen.add(root);
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const next of chunk.imports ?? []) graphOf(manifest, next, seen, files);
  return files;
}
