import { createRequire } from 'node:module';
import { join } from 'node:path';

import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** A file of ours in place of one of the packages of the explorer; each says why. */
const instead = (find: RegExp, file: string) => ({ find, replacement: join(here, file) });

/** The pages that the gateway serves: `npm run pages` bundles them into dist/pages/; they load nothing from elsewhere. */
export default defineConfig({
  root: here,
  logLevel: 'warn',
  resolve: {
    alias: [
      // Imports of monaco-graphql name it as ./monaco-editor, those of GraphiQL by its package.
      instead(/^(?:monaco-graphql\/esm|\.)\/monaco-editor(?:\.js)?$/, 'explorer/monaco/editor.ts'),
      instead(
        /^.*\/(?:[dD]iffEditorWidget|multiDiffEditorWidget|colorHoverParticipant)\.js$/,
        'explorer/monaco/unused.ts',
      ),
      instead(/^framer-motion$/, 'explorer/tabs.tsx'),
      instead(/^react\/jsx-runtime$/, 'explorer/chinese/jsx-runtime.ts'),
      { find: 'original-jsx-runtime', replacement: createRequire(import.meta.url).resolve('react/jsx-runtime') },
    ],
  },
  build: {
    outDir: join(here, '../../dist/pages'),
    emptyOutDir: true,
    // The editor of the explorer (Monaco) is one large chunk.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // Many packages of the explorer have "use client", which has no effect here.
      checks: { moduleLevelDirective: false },
      input: { start: join(here, 'start/index.html'), explorer: join(here, 'explorer/index.html') },
    },
  },
});
