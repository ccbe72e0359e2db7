import { join } from 'node:path';

import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The pages that the gateway serves: `npm run pages` bundles them into dist/pages/; they load nothing from elsewhere. */
export default defineConfig({
  root: here,
  logLevel: 'warn',
  build: {
    outDir: join(here, '../../dist/pages'),
    emptyOutDir: true,
    // The editor of the explorer (Monaco) is one large chunk.
    chunkSizeWarningLimit: 3000,
    rolldownOptions: {
      // Many packages of the explorer have "use client", which has no effect here.
      checks: { moduleLevelDirective: false },
      input: { start: join(here, 'start/index.html'), explorer: join(here, 'explorer/index.html') },
    },
  },
});
