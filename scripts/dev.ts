import concurrently from 'concurrently';

import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import { withGraph } from '../platform/graph.js';
import { importShipped } from '../platform/import/shipped.js';
import { subgraphs } from '../subgraphs/index.js';

const help = `npm run dev
  Runs the graph as services: each subgraph and the gateway in a process, over HTTP. Recompiles changed files and restarts
  the processes that use them. Ends with Ctrl+C, or when a process fails.
  PORT (4000), HOST (127.0.0.1); subgraphs listen on ${subgraphs.map(({ name, port }) => `${port} (${name})`).join(', ')}
  DATA_DIR (.data)  folder of the databases
  DATABASE_URL      a PostgreSQL database instead of that folder`;

/** No load balancer has to notice the stop of a process, since it restarts at once. */
const withoutNotice = { STOP_NOTICE_MS: '0' };

runCommand(help, async () => {
  // Must be done before the processes open the databases.
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
        env: { PORT: String(port), ...withoutNotice },
      })),
      { name: 'gateway', command: `${node} dist/gateway/main.js`, env: withoutNotice },
    ],
    { prefixColors: 'auto', killOthersOn: ['failure'] },
  );
  // The exit of each process has been printed already.
  await result.catch(() => undefined);
});
