import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import { stopOnSignal } from '../platform/http-server.js';
import { overHttp } from './fetch/http-data-source.js';
import { GatewayMetrics } from './observability/metrics.js';
import { createLog } from '../platform/log.js';
import { startTracing } from '../platform/tracing.js';
import { startGateway } from './server.js';
import { readinessOf } from './supergraph/readiness.js';
import { sourceOf } from './supergraph/source.js';
import { Supergraph } from './supergraph/supergraph.js';

const help = `node dist/gateway/main.js
  Serves the graph from subgraphs that run as processes of their own.
  PORT (4000), HOST (127.0.0.1)
  SUPERGRAPH_PATH (schema/supergraph.graphql)  a file or an http(s) address; watched, and a valid new one is served at once
  SUBGRAPH_URLS  pairings=http://host:port/graphql,finance=…; without it, as the supergraph says
  OPERATION_TIMEOUT_MS (15000), SUBGRAPH_TIMEOUT_MS (5000)  how long an operation and one fetch of it may take
  SUBGRAPH_ANSWER_LIMIT (33554432)  bytes that the answer to one fetch may have
  MAX_COST (150000), MAX_DEPTH (40), MAX_ALIASES (50), MAX_ROOT_FIELDS (30), MAX_DIRECTIVES (50), MAX_TOKENS (5000)
                   how large and how dear an operation may be: docs/limits.md
  DOCUMENTS_ONLY (false)  whether all is refused but the named queries: docs/named-queries.md
  FORWARD_HEADERS  names of clients' headers that subgraphs may see; none without it
  LOG_LEVEL (info)  of the lines of JSON on stderr
  OTEL_EXPORTER_OTLP_ENDPOINT  receiver of traces, http://host:4318; none without it
  RATE_LIMIT (6000)  requests a minute from one address; 0 means any number
  TRUST_PROXY (none)  whose X-Forwarded-For is believed: a number of proxies, or their subnets
  CORS_ORIGINS  origins whose pages may read answers, or *; none without it
  ANSWER_CACHE_MB (128)  megabytes of whole answers that are kept, and given while nothing has changed; 0 for none
  REDIS_URL  redis://host:port of a Redis or Valkey in which gateways keep answers together; none without it
  STOP_NOTICE_MS (1000)  after SIGTERM, how long it still answers while /health/ready says that it stops`;

runCommand(help, async () => {
  const config = readConfig();
  const log = createLog('jiedui-gateway', config.logLevel);
  const stopTracing = await startTracing('jiedui-gateway', config.tracesEndpoint, log);
  const metrics = new GatewayMetrics();
  const supergraph = await Supergraph.open(sourceOf(config.supergraphPath), config.subgraphUrls, log);
  const { dataSource, versionOf, close } = overHttp(config, metrics);
  const isReady = readinessOf(supergraph);
  const server = await startGateway({ config, log, metrics, supergraph, dataSource, versionOf, isReady });
  stopOnSignal(async (notice) => {
    await server.stop(notice);
    await close();
    await stopTracing();
  }, config.stopNotice);
  console.log(`The graph is at ${server.url}/graphql`);
});
