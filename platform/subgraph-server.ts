import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import { json } from 'express';

import type { Config } from './config.js';
import type { Database } from './database.js';
import { createApplication, listen, type RunningServer } from './http-server.js';
import { createLog, libraryLog, type Log } from './log.js';
import { identifyRequests } from './request-id.js';
import { logRequest, noteRequests } from './request-log.js';
import { recordRequests } from './request-record.js';
import { buildSubgraph, createSubgraphContext, type Subgraph } from './subgraph.js';
import { traceRequests } from './tracing.js';

/** Serves one subgraph over HTTP, at /graphql. */
export async function startSubgraph(
  subgraph: Subgraph,
  database: Database,
  config: Pick<Config, 'host' | 'port' | 'logLevel'>,
  log: Log = createLog(`jiedui-${subgraph.name}`, config.logLevel),
): Promise<RunningServer> {
  const { app, httpServer } = createApplication(() => unreadiness(database));
  const server = new ApolloServer({
    schema: buildSubgraph(subgraph).schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: libraryLog(log),
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer }),
      noteRequests(
        log,
        ({ extensions }) => (extensions['code'] ?? 'INTERNAL_SERVER_ERROR') !== 'INTERNAL_SERVER_ERROR',
      ),
    ],
  });
  await server.start();
  app.use(
    '/graphql',
    identifyRequests,
    traceRequests('subgraph request'),
    recordRequests((record, end) => {
      logRequest(log, record, end);
    }),
    json({ limit: '10mb' }),
    expressMiddleware(server, { context: () => Promise.resolve(createSubgraphContext(subgraph, database)) }),
  );
  return listen(httpServer, config, () => server.stop());
}

async function unreadiness(database: Database): Promise<string[]> {
  const check = await database.orm.checkConnection();
  return check.ok ? [] : [`The database does not answer: ${check.reason}`];
}
