import './no-telemetry.js';

import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { expressMiddleware } from '@as-integrations/express5';

import type { Config } from '../platform/config.js';
import { createApplication, listen, type Readiness, type RunningServer } from '../platform/http-server.js';
import { clientError } from './client-error.js';
import { answeringFailures } from './failures.js';
import { knownOperation } from './known-operation.js';
import { readBody } from './limits/body.js';
import { limits } from './limits/limits.js';
import { servePages } from './pages.js';
import { createRequestContext, identifyRequests, type RequestContext } from './request-context.js';

/** What a gateway serves, and where. */
export interface GatewayOptions {
  readonly config: Config;
  /** The composed supergraph. */
  readonly supergraph: string;
  /** Whether it is the one that ships, which composition and a test have checked: checking it again takes a start longer. */
  readonly isChecked?: boolean;
  /** Where the part of a query that a subgraph answers is sent. */
  readonly dataSource: (subgraph: { readonly name: string; readonly url: string }) => GraphQLDataSource;
  readonly isReady: Readiness;
}

/** Serves the whole graph at /graphql. */
export async function startGateway(options: GatewayOptions): Promise<RunningServer> {
  const { config } = options;
  const { app, httpServer } = createApplication(options.isReady);
  app.use(identifyRequests);
  const gateway = new ApolloGateway({
    supergraphSdl: options.supergraph,
    validateSupergraph: options.isChecked !== true,
    // The plan of a query comes with its answer when the header Apollo-Query-Plan-Experimental asks for it.
    __exposeQueryPlanExperimental: true,
    buildService: ({ name, url }) => answeringFailures(options.dataSource({ name, url: url ?? '' })),
  });
  const server = new ApolloServer<RequestContext>({
    gateway: gateway as unknown as NonNullable<ApolloServerOptions<RequestContext>['gateway']>,
    introspection: true,
    parseOptions: { maxLexicalTokens: config.maxTokens },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: clientError,
    plugins: [
      // First: it refuses documents by a stand-in, which has no operation.
      limits(config),
      knownOperation,
      ApolloServerPluginUsageReportingDisabled(),
      config.explorer === 'off'
        ? ApolloServerPluginLandingPageDisabled()
        : ApolloServerPluginLandingPageLocalDefault({ embed: { runTelemetry: false }, footer: false }),
      ApolloServerPluginDrainHttpServer({ httpServer }),
    ],
  });
  await server.start();
  servePages(app, config.explorer);
  app.use(
    '/graphql',
    ...readBody,
    expressMiddleware(server, { context: ({ req, res }) => Promise.resolve(createRequestContext(req, res, config)) }),
  );
  return listen(httpServer, config, () => server.stop());
}
