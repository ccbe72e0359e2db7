import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { json, type Response } from 'express';

import type { Database } from './database.js';
import { createApplication, listen, readyUnless, type RunningServer } from './http-server.js';
import { sayDataVersion, serveDataVersion } from './serve-data-version.js';
import { buildSubgraph, createSubgraphContext, type Subgraph } from './subgraph.js';

/** Serves one subgraph over HTTP: its answers at /graphql, its data version at /version. */
export async function startSubgraph(
  subgraph: Subgraph,
  database: Database,
  address: { readonly host: string; readonly port: number },
): Promise<RunningServer> {
  const application = createApplication(async () => readyUnless(await unreadiness(database)));
  const server = new ApolloServer({
    schema: buildSubgraph(subgraph).schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      sayDataVersion(database),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  });
  await server.start();
  serveDataVersion(application.app, database);
  application.app.use(
    '/graphql',
    json({ limit: '10mb' }),
    expressMiddleware(server, {
      context: ({ res }) => Promise.resolve(createSubgraphContext(subgraph, database.until(goneSignal(res)))),
    }),
  );
  return listen(application, address, () => server.stop());
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
