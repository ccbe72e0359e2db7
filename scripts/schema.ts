import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { runCommand } from '../platform/command.js';
import { UserError } from '../platform/errors.js';
import { subgraphs } from '../subgraphs/index.js';
import { compareApis, lastPublishedApi, versionIn } from './api-changes.js';
import { composeSchemas } from './compose.js';
import { labelsJson } from './labels.js';
import { tableDocuments } from './table-documents.js';

const help = `npm run schema             writes schema/ from the subgraphs: their SDL, the supergraph, the API, and labels.json, the
                           labels of all enumerations in English and Chinese; and the queries of documents/tables/
npm run schema -- --check  fails when that would change a file, or when the API breaks what the last git tag
                           promised and package.json has no version that says so`;

runCommand(help, () => {
  const { check } = parseArgs({ options: { check: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  const schemas = composeSchemas(subgraphs);
  const api = schemas.get('api.graphql') ?? '';
  const files = [
    ...[...schemas, ['labels.json', labelsJson()] as const].map(([path, text]) => ({
      path: join('schema', path),
      text,
    })),
    ...tableDocuments(api).map(([path, text]) => ({ path: join('documents', path), text })),
  ];
  const changed = files.filter(({ path, text }) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  if (check && changed.length > 0) {
    const list = changed.map(({ path }) => `  ${path}`).join('\n');
    throw new UserError(`These files are not what the subgraphs say. Run npm run schema and commit them:\n${list}`);
  }
  if (check) {
    compareWithPublished();
  }
  for (const { path, text } of changed) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  console.log(
    changed.length === 0
      ? 'schema/ and documents/tables/ are current.'
      : `Wrote ${changed.map(({ path }) => path).join(', ')}.`,
  );
  return Promise.resolve();
});

/** Says what has changed since the last tag, and throws when the version does not allow for it. */
function compareWithPublished(): void {
  const published = lastPublishedApi('.');
  if (typeof published === 'string') {
    console.log(published);
    return;
  }
  const { isAllowed, report } = compareApis(published, {
    version: versionIn(readFileSync('package.json', 'utf8')),
    sdl: readFileSync(join('schema', 'api.graphql'), 'utf8'),
  });
  if (!isAllowed) {
    throw new UserError(report);
  }
  console.log(report);
}
