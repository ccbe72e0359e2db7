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
import { identifyRequests } from './request-id.js';
import { logRequest, noteRequests } from './request-log.js';
import { recordRequests } from './request-record.js';
import { answerDataVersion, sayDataVersion } from './serve-data-version.js';
import { buildSubgraph, createSubgraphContext, type Subgraph } from './subgraph.js';
import { traceRequests } from './tracing.js';

/** Serves one subgraph over HTTP: its answers at /graphql, its data version at /version. */
export async function startSubgraph(
  subgraph: Subgraph,
  database: Database,
  config: Pick<Config, 'host' | 'port' | 'logLevel'>,
  log: Log = createLog(`jiedui-${subgraph.name}`, config.logLevel),
): Promise<RunningServer> {
  const application = createApplication(
    async () => readyUnless(await unreadiness(database)),
    answerDataVersion(database),
  );
  const server = new ApolloServer({
    schema: buildSubgraph(subgraph).schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: libraryLog(log),
    plugins: [
      sayDataVersion(database),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      noteRequests(
        log,
        ({ extensions }) => (extensions['code'] ?? 'INTERNAL_SERVER_ERROR') !== 'INTERNAL_SERVER_ERROR',
      ),
    ],
  });
  await server.start();
  application.app.use(
    identifyRequests,
    traceRequests('subgraph request'),
    recordRequests((record, end) => {
      logRequest(log, record, end);
    }),
  );
  application.app.use(
    '/graphql',
    json({ limit: '10mb' }),
    expressMiddleware(server, {
      context: ({ res }) => Promise.resolve(createSubgraphContext(subgraph, database.until(goneSignal(res)))),
    }),
  );
  return listen(application, config, () => server.stop());
}

async function unreadiness(database: Database): Promise<string[]> {
  const check = await database.orm.checkConnection();
  return check.ok ? [] : [`The database does not answer: ${check.reason}`];
}

/** Aborts when who asked has gone, or has its answer. */
function goneSignal(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    gone.abort(new Error('Who asked is gone.'));
  });
  return gone.signal;
}
