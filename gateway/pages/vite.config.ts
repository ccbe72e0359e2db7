import { join } from 'node:path';

import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The pages that the gateway serves: `npm run pages` bundles them into dist/pages/, with nothing from outside. */
export default defineConfig({
  root: here,
  logLevel: 'warn',
  build: {
    outDir: join(here, '../../dist/pages'),
    emptyOutDir: true,
    // The editor of the explorer is one large file by nature.
    chunkSizeWarningLimit: 3000,
    rolldownOptions: {
      // "use client" means nothing here, and many packages of the explorer say it.
      checks: { moduleLevelDirective: false },
      input: { start: join(here, 'start/index.html'), explorer: join(here, 'explorer/index.html') },
    },
  },
});
