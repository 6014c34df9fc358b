// Builds the three entries of the client (office, phone, public) into dist/client.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { phoneWorker, workerFile } from './phone-worker.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const entries = ['index.html', 'm.html', 'public.html', 'src/mobile/offline/worker.ts']
  .map(here)
  .filter((file) => existsSync(file));
const outDir = here('../dist/client');
const server = process.env['API_ORIGIN'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: here('.'),
  cacheDir: here('../.cache/vite'),
  plugins: [react(), phoneWorker(outDir)],
  server: { host: '127.0.0.1', proxy: { '/api': server, '/live': { target: server, ws: true } } },
  build: {
    outDir,
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    chunkSizeWarningLimit: 3000,
    rolldownOptions: {
      input: entries,
      // The worker's address must not change, or browsers would keep the old one.
      output: { entryFileNames: ({ name }) => (name === 'worker' ? workerFile : 'assets/[name]-[hash].js') },
    },
  },
});
