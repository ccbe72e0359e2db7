import { parseArgs } from 'node:util';

import { SingleBar } from 'cli-progress';

import { startEmbedded } from '../gateway/embedded.js';
import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import { UserError } from '../platform/errors.js';
import { TableServer } from './export/table-server.js';
import { exportToFolder } from './export/to-folder.js';
import { exportToPostgres } from './export/to-postgres.js';

const help = `npm run export -- <folder>
  Writes every table as CSV and Parquet into the folder, with datapackage.json.
npm run export -- postgres://user:password@host:port/database
  Writes every table into a schema of that database, for tools that want SQL: in one transaction, so that readers see the
  old rows until the end and views go on. A column whose type has changed is refused; tables that no export made are left
  alone.
  --schema <name>  the schema (jiedui)
  --from <address> takes the tables from a server that runs, such as http://127.0.0.1:4000; without it, from the databases

  DATA_DIR (.data)  folder of the databases
  DATABASE_URL      a PostgreSQL database instead of that folder`;

runCommand(help, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { schema: { type: 'string', default: 'jiedui' }, from: { type: 'string' } },
  });
  const [to = ''] = positionals;
  if (to === '' || positionals.length > 1) {
    throw new UserError(help);
  }
  const write = async (url: string): Promise<string> => {
    const server = await TableServer.connect(url.replace(/\/$/, ''));
    return withProgress((progress) =>
      /^postgres(?:ql)?:/.test(to)
        ? exportToPostgres(server, { url: to, schema: values.schema }, progress)
        : exportToFolder(server, to, progress),
    );
  };
  console.log(values.from === undefined ? await withOwnServer(write) : await write(values.from));
});

/** Serves the configured databases on a port of its own while `use` runs. */
async function withOwnServer(use: (url: string) => Promise<string>): Promise<string> {
  const own = { port: 0, host: '127.0.0.1', rateLimit: 0, explorer: 'off', logLevel: 'error' } as const;
  const server = await startEmbedded({ ...readConfig(), ...own });
  try {
    return await use(server.url);
  } finally {
    await server.stop();
  }
}

/** Runs with a progress bar, or lines where the output is not a terminal. */
async function withProgress(
  run: (progress: (done: number, total: number) => void) => Promise<string>,
): Promise<string> {
  const bar = new SingleBar({
    format: 'Exporting {bar} {value} of {total}',
    noTTYOutput: true,
    notTTYSchedule: 1000,
    hideCursor: true,
  });
  try {
    return await run((done, total) => {
      if (done === 0) {
        bar.start(total, 0);
      }
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
}
