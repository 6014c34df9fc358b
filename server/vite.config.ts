// Bundles server, engine and docstore into dist/server: they start without a compiler beside them. Packages stay outside.
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const outDir = here('../dist/server');

/** Files found from where a module stands (templates, protocol) are still found from the bundle, which lies flat. */
const standWhereTheSourceIs: Plugin = {
  name: 'stand-where-the-source-is',
  transform: (code, id) => {
    if (!code.includes('import.meta.url')) return undefined;
    const source = JSON.stringify(relative(outDir, id).split(sep).join('/'));
    // lines stay lines: the source map needs no change
    return { code: code.replaceAll('import.meta.url', `new URL(${source}, import.meta.url).href`), map: null };
  },
};

export default defineConfig({
  root: here('.'),
  cacheDir: here('../.cache/vite-server'),
  plugins: [standWhereTheSourceIs],
  build: {
    outDir,
    emptyOutDir: true,
    ssr: true,
    target: 'node20',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: { main: here('main.ts'), engine: here('engine/main.ts'), docstore: here('docstore/main.ts') },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
