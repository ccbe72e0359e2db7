import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runCommand } from '../platform/command.js';
import { projectRoot } from '../platform/config.js';
import { compressFiles } from './compress-files.js';

const help = `npm run pages
  Bundles the start page and the explorer into dist/pages/, and compresses what they load, unless their sources have not
  changed since the last time.`;

const digestFile = join(projectRoot, 'dist/pages/sources.sha256');

runCommand(help, async () => {
  const digest = sourcesDigest();
  if (existsSync(digestFile) && readFileSync(digestFile, 'utf8') === digest) {
    return;
  }
  console.log('Bundling the pages …');
  // It takes a second to load.
  const { build } = await import('vite');
  await build({ configFile: join(projectRoot, 'gateway/pages/vite.config.ts'), logLevel: 'warn' });
  await compressFiles(join(projectRoot, 'dist/pages/assets'));
  writeFileSync(digestFile, digest);
});

/** A hash of the files that the pages are made of; generated types leave no trace in them. */
function sourcesDigest(): string {
  const hash = createHash('sha256');
  const files = globSync(['gateway/pages/**/*.*', 'documents/**/*.*', 'schema/labels.json', 'package-lock.json'], {
    cwd: projectRoot,
    exclude: ['gateway/pages/generated'],
  });
  for (const file of files.sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(projectRoot, file)))
      .update('\0');
  }
  return hash.digest('hex');
}
