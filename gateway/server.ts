import './no-telemetry.js';

import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer, type ApolloServerOptions, type BaseContext } from '@apollo/server';
import { ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { expressMiddleware } from '@as-integrations/express5';
import { json } from 'express';

import { createApplication, listen, type Readiness, type RunningServer } from '../platform/http-server.js';
import { clientError } from './client-error.js';
import { answeringFailures } from './failures.js';

/** What a gateway serves, and where. */
export interface GatewayOptions {
  /** The composed supergraph. */
  readonly supergraph: string;
  /** Where the part of a query that a subgraph answers is sent. */
  readonly dataSource: (subgraph: { readonly name: string; readonly url: string }) => GraphQLDataSource;
  readonly isReady: Readiness;
  readonly host: string;
  readonly port: number;
}

/** Serves the whole graph at /graphql. */
export async function startGateway(options: GatewayOptions): Promise<RunningServer> {
  const { app, httpServer } = createApplication(options.isReady);
  const gateway = new ApolloGateway({
    supergraphSdl: options.supergraph,
    buildService: ({ name, url }) => answeringFailures(options.dataSource({ name, url: url ?? '' })),
  });
  const server = new ApolloServer({
    gateway: gateway as unknown as NonNullable<ApolloServerOptions<BaseContext>['gateway']>,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: clientError,
    plugins: [
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageLocalDefault({ embed: { runTelemetry: false }, footer: false }),
      ApolloServerPluginDrainHttpServer({ httpServer }),
    ],
  });
  await server.start();
  app.use('/graphql', json({ limit: '1mb' }), expressMiddleware(server));
  return listen(httpServer, options, () => server.stop());
}
