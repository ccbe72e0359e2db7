import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import { UserError } from '../platform/errors.js';
import { stopOnSignal } from '../platform/http-server.js';
import { createLog } from '../platform/log.js';
import { startTracing } from '../platform/tracing.js';
import { overHttp } from './fetch/http-data-source.js';
import type { BreakerState } from './fetch/subgraph-client.js';
import { GatewayMetrics } from './observability/metrics.js';
import { startGateway } from './server.js';
import { openSource } from './supergraph/open-source.js';
import { readinessOf } from './supergraph/readiness.js';
import { Supergraph } from './supergraph/supergraph.js';

const help = `node dist/gateway/main.js
  Serves the graph from subgraphs that run as separate processes.
  PORT (4000), HOST (127.0.0.1)
  SUPERGRAPH_PATH (schema/supergraph.graphql)  a file or an http(s) address; watched, and replaced while it serves
  SUBGRAPH_URLS  pairings=http://host:port/graphql,finance=…; default: the addresses in the supergraph
  OPERATION_TIMEOUT_MS (15000), SUBGRAPH_TIMEOUT_MS (5000)  timeouts of an operation, and of one fetch of it
  WRITE_TIMEOUT_MS (15000)  a client that reads nothing of its answer for this long, or twice as long, is disconnected
  SUBGRAPH_ANSWER_LIMIT (33554432)  maximum size of the answer to one fetch, in bytes
  MAX_COST (100000), MAX_DEPTH (40), MAX_ALIASES (50), MAX_ROOT_FIELDS (30), MAX_DIRECTIVES (50), MAX_TOKENS (2000),
  MAX_SELECTIONS (1000), MAX_FILTER_CONDITIONS (200), MAX_LIST_VALUES (5000)
                   limits on the size and the cost of an operation: docs/limits.md
  DOCUMENTS_ONLY (false)  answers named queries only: docs/named-queries.md
  FORWARD_HEADERS  names of client headers that subgraphs receive; default: none
  LOG_LEVEL (info)  of the JSON lines on stderr
  OTEL_EXPORTER_OTLP_ENDPOINT  receiver of traces, http://host:4318; default: none
  RATE_LIMIT (6000)  requests per minute and address; 0: no limit
  TRUST_PROXY (none)  trusted proxies for X-Forwarded-For: how many, or their subnets
  CORS_ORIGINS  origins whose pages may read answers, localhost, * or none; default: localhost if HOST is a loopback address
  MCP_HOSTS  names by which agents reach /mcp, or *; default: localhost and addresses alone
  ANSWER_CACHE_MB (128)  size of the answer cache in megabytes; 0: no cache
  REDIS_URL  redis://host:port of a Redis or Valkey in which gateways share cached answers; default: none
  KEYS_FILE  the keys of readers (npm run keys); JWT_KEYS_URL, JWT_ISSUER, JWT_AUDIENCE, JWT_ROLES_CLAIM (roles),
                   JWT_KEYS_AGE_S (600)  whose tokens are keys too: docs/access.md
  SUBGRAPH_SECRETS  one or two secrets of at least 32 characters, shared with the subgraphs: calls are signed by the first
  STOP_NOTICE_MS (1000)  time after SIGTERM for which requests are answered while /health/ready says that it stops`;

runCommand(help, async () => {
  const config = readConfig();
  if ((config.keysFile !== null || config.tokens !== null) && config.subgraphSecrets.length === 0) {
    throw new UserError(
      'The configuration is not usable:\n  SUBGRAPH_SECRETS: KEYS_FILE and JWT_KEYS_URL need it, so that subgraphs know this gateway',
    );
  }
  const log = createLog('jiedui-gateway', config.logLevel);
  const stopTracing = await startTracing('jiedui-gateway', config.tracesEndpoint, log);
  const metrics = new GatewayMetrics();
  const supergraph = await Supergraph.open(openSource(config.supergraphPath), config.subgraphUrls, log);
  const breakerChanged = (subgraph: string, state: BreakerState): void => {
    metrics.breakerChanged(subgraph, state);
  };
  const { dataSource, versionOf, tableSizes, close } = overHttp(config, breakerChanged, log);
  const isReady = readinessOf(supergraph);
  const server = await startGateway({ config, log, metrics, supergraph, dataSource, versionOf, tableSizes, isReady });
  stopOnSignal(async (notice) => {
    await server.stop(notice);
    await close();
    await stopTracing();
  }, config.stopNotice);
  console.log(`The graph is at ${server.url}/graphql`);
});
