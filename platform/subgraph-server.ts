import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import { json } from 'express';

import type { Database } from './database.js';
import { createApplication, listen, type RunningServer } from './http-server.js';
import { sayDataVersion, serveDataVersion } from './serve-data-version.js';
import { buildSubgraph, createSubgraphContext, type Subgraph } from './subgraph.js';

/** Serves one subgraph over HTTP: its answers at /graphql, its data version at /version. */
export async function startSubgraph(
  subgraph: Subgraph,
  database: Database,
  address: { readonly host: string; readonly port: number },
): Promise<RunningServer> {
  const { app, httpServer } = createApplication(() => unreadiness(database));
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
      ApolloServerPluginDrainHttpServer({ httpServer }),
    ],
  });
  await server.start();
  serveDataVersion(app, database);
  app.use(
    '/graphql',
    json({ limit: '10mb' }),
    expressMiddleware(server, { context: () => Promise.resolve(createSubgraphContext(subgraph, database)) }),
  );
  return listen(httpServer, address, () => server.stop());
}

async function unreadiness(database: Database): Promise<string[]> {
  const check = await database.orm.checkConnection();
  return check.ok ? [] : [`The database does not answer: ${check.reason}`];
}
