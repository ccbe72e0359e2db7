import './no-telemetry.js';

import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { expressMiddleware } from '@as-integrations/express5';

import type { Config } from '../platform/config.js';
import { createApplication, listen, type Readiness, type RunningServer } from '../platform/http-server.js';
import { clientError } from './client-error.js';
import { answeringFailures } from './fetch/failures.js';
import { completeness } from './completeness.js';
import { knownOperation } from './known-operation.js';
import { readBody } from './limits/body.js';
import { limits } from './limits/limits.js';
import { noReservedAliases } from './limits/reserved-aliases.js';
import { servePages } from './pages.js';
import { Planning } from './plans/planning.js';
import { createRequestContext, identifyRequests, type RequestContext } from './request-context.js';
import { Generations, onePerAddress } from './supergraph/generations.js';
import type { Supergraph } from './supergraph/supergraph.js';

/** What a gateway serves, and where. */
export interface GatewayOptions {
  readonly config: Config;
  /** The composed supergraph: a text, or one that is watched. */
  readonly supergraph: string | Supergraph;
  /** Whether it is the one that ships, which composition and a test have checked: checking it again takes a start longer. */
  readonly isChecked?: boolean;
  /** Where the part of a query that a subgraph answers is sent. */
  readonly dataSource: (subgraph: { readonly name: string; readonly url: string }) => GraphQLDataSource;
  readonly isReady: Readiness;
}

/** Serves the whole graph at /graphql. */
export async function startGateway(options: GatewayOptions): Promise<RunningServer> {
  const { config } = options;
  const application = createApplication(options.isReady);
  const { app } = application;
  app.use(identifyRequests);
  const buildService = onePerAddress((subgraph) => answeringFailures(options.dataSource(subgraph)));
  const planning = new Planning();
  const gateway = new Generations(
    options.supergraph,
    (supergraphSdl) =>
      new ApolloGateway({
        supergraphSdl,
        validateSupergraph: options.isChecked !== true,
        ...planning.optionsOfOne(),
        buildService,
      }),
  );
  const server = new ApolloServer<RequestContext>({
    gateway: planning.around(gateway),
    introspection: true,
    validationRules: [noReservedAliases],
    parseOptions: { maxLexicalTokens: config.maxTokens },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: clientError,
    plugins: [
      // First: it refuses documents by a stand-in, which has no operation.
      limits(config),
      knownOperation,
      completeness,
      ApolloServerPluginUsageReportingDisabled(),
      config.explorer === 'off'
        ? ApolloServerPluginLandingPageDisabled()
        : ApolloServerPluginLandingPageLocalDefault({ embed: { runTelemetry: false }, footer: false }),
    ],
  });
  await server.start();
  servePages(app, config.explorer);
  app.use(
    '/graphql',
    ...readBody,
    expressMiddleware(server, { context: ({ req, res }) => Promise.resolve(createRequestContext(req, res, config)) }),
  );
  return listen(application, config, () => server.stop());
}
