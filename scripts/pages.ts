import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runCommand } from '../platform/command.js';
import { projectRoot } from '../platform/config.js';
import { compressFiles } from './compress-files.js';
import { digestOf } from './digest.js';

const help = `npm run pages
  Bundles the start page and the explorer into dist/pages/, and compresses what they load, unless their sources have not
  changed since the last time.`;

const digestFile = join(projectRoot, 'dist/pages/sources.sha256');

runCommand(help, async () => {
  // Generated types leave no trace in the pages.
  const { digest, isCurrent } = digestOf({
    digestFile,
    files: ['gateway/pages/**/*.*', 'documents/**/*.*', 'schema/labels.json', 'package-lock.json'],
    exclude: ['gateway/pages/generated'],
  });
  if (isCurrent) {
    return;
  }
  console.log('Bundling the pages …');
  // It takes a second to load.
  const { build } = await import('vite');
  await build({ configFile: join(projectRoot, 'gateway/pages/vite.config.ts'), logLevel: 'warn' });
  await compressFiles(join(projectRoot, 'dist/pages/assets'));
  writeFileSync(digestFile, digest);
});
