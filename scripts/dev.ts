import concurrently from 'concurrently';

import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import { withGraph } from '../platform/graph.js';
import { importShipped } from '../platform/import/shipped.js';
import { subgraphs } from '../subgraphs/index.js';

const help = `npm run dev
  Serves the graph as the services do: each subgraph and the gateway as a process of its own, over HTTP. What changes is
  compiled, and the processes that it belongs to start again. Ends with Ctrl+C, and when one of them cannot go on.
  PORT (4000), HOST (127.0.0.1); subgraphs listen on ${subgraphs.map(({ name, port }) => `${port} (${name})`).join(', ')}
  DATA_DIR (.data)  folder of the databases
  DATABASE_URL      a PostgreSQL database in place of that folder`;

/** Nobody is to be told that a process stops: it starts again at once. */
const atOnce = { STOP_NOTICE_MS: '0' };

runCommand(help, async () => {
  // Before the processes open the databases.
  await withGraph(subgraphs, readConfig(), importShipped);
  const node = `${process.execPath} --watch --watch-preserve-output`;
  const { result } = concurrently(
    [
      {
        name: 'compile',
        command: `${process.execPath} node_modules/typescript/bin/tsc --build --watch --preserveWatchOutput`,
      },
      ...subgraphs.map(({ name, port }) => ({
        name,
        command: `${node} dist/subgraphs/main.js ${name}`,
        env: { PORT: String(port), ...atOnce },
      })),
      { name: 'gateway', command: `${node} dist/gateway/main.js`, env: atOnce },
    ],
    { prefixColors: 'auto', killOthersOn: ['failure'] },
  );
  // How each of them ended is printed already.
  await result.catch(() => undefined);
});
