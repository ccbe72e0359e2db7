import { readFileSync } from 'node:fs';

import { RemoteGraphQLDataSource } from '@apollo/gateway';

import { runCommand } from '../platform/command.js';
import { readConfig } from '../platform/config.js';
import { stopOnSignal } from '../platform/http-server.js';
import { createLog } from '../platform/log.js';
import { startTracing, traceHeaders } from '../platform/tracing.js';
import type { RequestContext } from './request-context.js';
import { startGateway } from './server.js';

const help = `node dist/gateway/main.js
  Serves the graph from subgraphs that run as processes of their own.
  PORT (4000), HOST (127.0.0.1), SUPERGRAPH_PATH (schema/supergraph.graphql)
  SUBGRAPH_URLS  pairings=http://host:port/graphql,finance=…; without it, as the supergraph says
  OPERATION_TIMEOUT_MS (15000), SUBGRAPH_TIMEOUT_MS (5000)  how long an operation and one fetch of it may take
  SUBGRAPH_ANSWER_LIMIT (33554432)  bytes that the answer to one fetch may have
  FORWARD_HEADERS  names of clients' headers that subgraphs may see; none without it
  LOG_LEVEL (info)  of the lines of JSON on stderr
  OTEL_EXPORTER_OTLP_ENDPOINT  receiver of traces, http://host:4318; none without it
  RATE_LIMIT (6000)  requests a minute from one address; 0 means any number
  TRUST_PROXY (none)  whose X-Forwarded-For is believed: a number of proxies, or their subnets
  CORS_ORIGINS  origins whose pages may read answers, or *; none without it`;

runCommand(help, async () => {
  const config = readConfig();
  const log = createLog('jiedui-gateway', config.logLevel);
  const stopTracing = await startTracing('jiedui-gateway', config.tracesEndpoint, log);
  const server = await startGateway({
    config,
    log,
    supergraph: readFileSync(config.supergraphPath, 'utf8'),
    dataSource: ({ name, url }) => remote(config.subgraphUrls.get(name) ?? url),
    isReady: () => Promise.resolve([]),
  });
  stopOnSignal(async () => {
    await server.stop();
    await stopTracing();
  });
  console.log(`The graph is at ${server.url}/graphql`);
});

/** A subgraph at an address, which is told the request's id and trace. */
function remote(url: string): RemoteGraphQLDataSource<RequestContext> {
  return new RemoteGraphQLDataSource<RequestContext>({
    url,
    willSendRequest: ({ request, context }) => {
      const { id } = context as Partial<RequestContext>;
      const headers = { ...traceHeaders(), ...(id === undefined ? {} : { 'x-request-id': id }) };
      for (const [name, value] of Object.entries(headers)) {
        request.http?.headers.set(name, value);
      }
    },
  });
}
