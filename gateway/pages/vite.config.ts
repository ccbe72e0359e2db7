import { join } from 'node:path';

import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The pages that the gateway serves: `npm run pages` bundles them into dist/pages/, with nothing from outside. */
export default defineConfig({
  root: here,
  build: {
    outDir: join(here, '../../dist/pages'),
    emptyOutDir: true,
    rolldownOptions: {
      input: { start: join(here, 'start/index.html'), explorer: join(here, 'explorer/index.html') },
    },
  },
});
