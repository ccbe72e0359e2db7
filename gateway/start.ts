import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

import { runCommand } from '../platform/command.js';
import { projectRoot, readConfig } from '../platform/config.js';
import { stopOnSignal } from '../platform/http-server.js';

const help = `npm start
  Serves the whole graph from one process, with the data set that ships.
  PORT (4000)  HOST (127.0.0.1)
  DATA_DIR (.data)  folder of the databases
  DATABASE_URL      a PostgreSQL database in place of that folder`;

runCommand(help, async () => {
  const config = readConfig();
  // What is compiled once is kept for the next start: a quarter of the time goes into compiling.
  enableCompileCache(join(projectRoot, 'dist', '.compiled'));
  const { startEmbedded } = await import('./embedded.js');
  const server = await startEmbedded(config);
  stopOnSignal(() => server.stop());
  console.log(`Jiedui is ready. Open ${server.url}/graphql in a browser.`);
});
