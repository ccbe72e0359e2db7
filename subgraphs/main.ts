import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import { UserError } from '../platform/errors.js';
import { targetOf } from '../platform/database-target.js';
import { closeGraph, openGraph } from '../platform/graph.js';
import { stopOnSignal } from '../platform/http-server.js';
import { createLog } from '../platform/log.js';
import { replicaProblems } from '../platform/postgres/check-replicas.js';
import { startSubgraph } from '../platform/subgraph-server.js';
import { startTracing } from '../platform/tracing.js';
import { subgraphs } from './index.js';

const names = subgraphs.map(({ name, port }) => `${name} (${port})`).join(', ');
const help = `npm run subgraph -- <subgraph>
  Serves one subgraph, at /graphql: ${names}
  PORT  other than its own   HOST (127.0.0.1)
  DATABASE_URL               the PostgreSQL database that has a schema for each subgraph
  REPLICA_URLS               standbys of it that answer too, each at an address of its own, separated by commas
  DATA_DIR (.data)           folder of the databases, where there is no DATABASE_URL
  LOG_LEVEL (info)           of the lines of JSON on stderr
  OTEL_EXPORTER_OTLP_ENDPOINT  receiver of traces; none without it
  WRITE_TIMEOUT_MS (15000)   a client that reads nothing of its answer for this long, or twice as long, is disconnected
  SUBGRAPH_TIMEOUT_MS (5000)  timeout of a request, at which its statements are cancelled on PostgreSQL
  SUBGRAPH_SECRETS           one or two secrets, the newer first, that gateways sign their calls with: docs/access.md
  REQUIRE_SIGNED (false)     refuses calls that are not signed; else they get what is public
  STOP_NOTICE_MS (1000)      after SIGTERM, how long it still answers while /health/ready says that it stops`;

runCommand(help, async () => {
  const subgraph = subgraphs.find(({ name }) => name === process.argv[2]);
  if (!subgraph) {
    throw new UserError(help);
  }
  const config = readConfig(undefined, { port: subgraph.port });
  const service = `jiedui-${subgraph.name}`;
  const log = createLog(service, config.logLevel);
  const stopTracing = await startTracing(service, config.tracesEndpoint, log);
  const target = targetOf(config);
  const graph = await openGraph([subgraph], target);
  const [opened] = graph;
  if (!opened) {
    return;
  }
  for (const problem of await replicaProblems(target)) {
    log.warn(problem);
  }
  const server = await startSubgraph(subgraph, opened.database, config, log);
  stopOnSignal(async (notice) => {
    await server.stop(notice);
    await stopTracing();
    await closeGraph(graph);
  }, config.stopNotice);
  console.log(`${subgraph.name} is at ${server.url}/graphql`);
});
