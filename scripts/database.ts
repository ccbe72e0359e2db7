import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { runCommand } from '../platform/command.js';
import { Database, type DatabaseTarget } from '../platform/database.js';
import { UserError } from '../platform/errors.js';
import { subgraphs } from '../subgraphs/index.js';
import { startPostgres } from './postgres.js';

const help = `npm run database -- migration <subgraph> <name>
  Writes the migrations, for both engines, that bring a subgraph's tables to the state of its entities.
  It starts a PostgreSQL server of its own, whose programs it installs the first time.`;

runCommand(help, async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [command, subgraphName, name] = positionals;
  const subgraph = subgraphs.find((each) => each.name === subgraphName);
  if (command !== 'migration' || !subgraph || !name) {
    throw new UserError(`${help}\n\nSubgraphs are ${subgraphs.map((each) => each.name).join(', ')}.`);
  }
  const postgres = await startPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-migration-'));
  const targets: readonly DatabaseTarget[] = [
    { engine: 'sqlite', folder },
    { engine: 'postgresql', url: postgres.url },
  ];
  for (const target of targets) {
    const database = await Database.open(subgraph, target);
    await database.migrate();
    const path = join('subgraphs', subgraph.name, 'migrations', target.engine);
    const { fileName } = await database.orm.migrator.create(path, false, false, name);
    console.log(
      fileName ? `Wrote ${join(path, fileName)}.` : `${target.engine}: the tables match the entities already.`,
    );
    await database.close();
  }
  rmSync(folder, { recursive: true });
  await postgres.stop();
});
