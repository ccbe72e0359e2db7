import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { runCommand } from '../platform/command.js';
import { closeGraph, openGraph } from '../platform/graph.js';
import { builtDatabases } from '../platform/import/built-databases.js';
import { importShipped } from '../platform/import/shipped.js';
import { subgraphs } from '../subgraphs/index.js';
import { digestOf } from './digest.js';

const help = `npm run shipped
  Builds SQLite databases with the data sets that ship into dist/shipped/, unless neither the data nor the code that loads
  them has changed since the last time. A first start copies them.`;

const digestFile = join(builtDatabases, 'sources.sha256');

runCommand(help, async () => {
  const files = ['data/**/*.csv', 'dist/{platform,vocabulary,subgraphs}/**/*.js'];
  const { digest, isCurrent } = digestOf({ digestFile, files });
  if (isCurrent) {
    return;
  }
  console.log('Loading the data sets that ship …');
  const folder = `${builtDatabases}.new`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const graph = await openGraph(subgraphs, { engine: 'sqlite', folder });
  await importShipped(graph);
  await closeGraph(graph);
  writeFileSync(join(folder, 'sources.sha256'), digest);
  rmSync(builtDatabases, { recursive: true, force: true });
  renameSync(folder, builtDatabases);
});
