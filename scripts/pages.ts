import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runCommand } from '../platform/command.js';
import { projectRoot } from '../platform/config.js';

const help = `npm run pages
  Bundles the start page and the explorer into dist/pages/, unless they are there as their sources are.`;

const mark = join(projectRoot, 'dist/pages/sources.sha256');

runCommand(help, async () => {
  const sources = digest();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === sources) {
    return;
  }
  console.log('Bundling the pages …');
  // It takes a second to load.
  const { build } = await import('vite');
  await build({ configFile: join(projectRoot, 'gateway/pages/vite.config.ts'), logLevel: 'warn' });
  writeFileSync(mark, sources);
});

/** Changes when a file does that goes into the pages. */
function digest(): string {
  const hash = createHash('sha256');
  const files = globSync(['gateway/pages/**/*.*', 'documents/**/*.*', 'package-lock.json'], { cwd: projectRoot });
  for (const file of files.sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(projectRoot, file)))
      .update('\0');
  }
  return hash.digest('hex');
}
