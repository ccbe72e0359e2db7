import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { runCommand } from '../platform/command.js';
import { UserError } from '../platform/errors.js';
import { subgraphs } from '../subgraphs/index.js';
import { composeSchemas } from './compose.js';

const help = `npm run schema             writes schema/ from the subgraphs
npm run schema -- --check  fails when that would change a file`;

runCommand(help, () => {
  const { check } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  const files = [...composeSchemas(subgraphs)].map(([path, text]) => ({ path: join('schema', path), text }));
  const changed = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  if (check && changed.length > 0) {
    const list = changed.map(({ path }) => `  ${path}`).join('\n');
    throw new UserError(`These files are not what the subgraphs say. Run npm run schema and commit them:\n${list}`);
  }
  for (const { path, text } of changed) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  console.log(changed.length === 0 ? 'schema/ is current.' : `Wrote ${changed.map(({ path }) => path).join(', ')}.`);
  return Promise.resolve();
});
