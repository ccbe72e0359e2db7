import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { json, type Response } from 'express';

import type { Config } from './config.js';
import type { Database } from './database.js';
import { createApplication, listen, readyUnless, type RunningServer } from './http-server.js';
import { createLog, libraryLog, type Log } from './log.js';
import { observer } from './observer.js';
import { identifyRequests } from './request-id.js';
import { logRequest, recordOperations } from './request-log.js';
import { recordRequests } from './request-record.js';
import { serveDataVersion, dataVersionExtension } from './serve-data-version.js';
import { buildSubgraph, createSubgraphContext, type Subgraph } from './subgraph.js';
import { tableSizes } from './table-sizes.js';
import { traceRequests } from './tracing.js';

/** Serves one subgraph over HTTP: GraphQL at /graphql, its data version at /version, its numbers of rows at /table-sizes. */
export async function startSubgraph(
  subgraph: Subgraph,
  database: Database,
  config: Pick<Config, 'host' | 'port' | 'logLevel'> & Partial<Pick<Config, 'writeTimeout'>>,
  log: Log = createLog(`jiedui-${subgraph.name}`, config.logLevel),
): Promise<RunningServer> {
  const application = createApplication(
    async () => readyUnless(await unreadiness(database)),
    serveDataVersion(database),
  );
  const server = new ApolloServer({
    schema: buildSubgraph(subgraph).schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: libraryLog(log),
    plugins: [
      dataVersionExtension(database),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      recordOperations(
        log,
        ({ extensions }) => (extensions['code'] ?? 'INTERNAL_SERVER_ERROR') !== 'INTERNAL_SERVER_ERROR',
      ),
    ],
  });
  await server.start();
  const logged = observer(log, logRequest);
  application.app.use(
    identifyRequests,
    traceRequests('subgraph request', log),
    recordRequests((record, end) => {
      logged(log, record, end);
    }),
  );
  application.app.get('/table-sizes', async (_request, response) => {
    response.json(await tableSizes(database));
  });
  application.app.use(
    '/graphql',
    json({ limit: '10mb' }),
    expressMiddleware(server, {
      context: ({ res }) => Promise.resolve(createSubgraphContext(subgraph, database.until(closeSignal(res)))),
    }),
  );
  return listen(application, config, () => server.stop());
}

async function unreadiness(database: Database): Promise<string[]> {
  const check = await database.orm.checkConnection();
  return check.ok ? [] : [`The database does not answer: ${check.reason}`];
}

/** Aborts when the client has disconnected or has the answer. */
function closeSignal(response: Response): AbortSignal {
  const closed = new AbortController();
  response.once('close', () => {
    closed.abort(new Error('The client has disconnected.'));
  });
  return closed.signal;
}
