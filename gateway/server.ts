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
import { json } from 'express';

import type { Config } from '../platform/config.js';
import { createApplication, listen, type Readiness, type RunningServer } from '../platform/http-server.js';
import { createLog, libraryLog, type Log } from '../platform/log.js';
import { identifyRequests } from '../platform/request-id.js';
import { noteRequests } from '../platform/request-log.js';
import { clientCodes, clientError } from './client-error.js';
import { refuseOtherCharsets } from './door/charset.js';
import { guardDoor } from './door/door.js';
import { answeringFailures } from './failures.js';
import { answerHttpErrors } from './http-errors.js';
import { watchRequests } from './insight/insight.js';
import { measured } from './insight/measured-source.js';
import { GatewayMetrics } from './insight/metrics.js';
import { fixedState, type GatewayState } from './insight/status.js';
import { knownOperation } from './known-operation.js';
import { servePages } from './pages.js';
import { createRequestContext, type RequestContext } from './request-context.js';

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
  /** Where it logs; without it, to stderr. */
  readonly log?: Log;
  /** What it counts, where others count too. */
  readonly metrics?: GatewayMetrics;
  /** What /status says of the supergraph; without it, that it is the one given here. */
  readonly state?: () => GatewayState;
}

/** Serves the whole graph at /graphql. */
export async function startGateway(options: GatewayOptions): Promise<RunningServer> {
  const { config } = options;
  const { app, httpServer } = createApplication(options.isReady);
  const log = options.log ?? createLog('jiedui-gateway', config.logLevel);
  const metrics = options.metrics ?? new GatewayMetrics();
  app.use(identifyRequests);
  watchRequests(app, log, metrics, options.state ?? fixedState(options.supergraph));
  guardDoor(app, config);
  const gateway = new ApolloGateway({
    supergraphSdl: options.supergraph,
    validateSupergraph: options.isChecked !== true,
    // The plan of a query comes with its answer when the header Apollo-Query-Plan-Experimental asks for it.
    __exposeQueryPlanExperimental: true,
    buildService: ({ name, url }) =>
      answeringFailures(measured(name, options.dataSource({ name, url: url ?? '' }), metrics)),
    logger: libraryLog(log),
  });
  const server = new ApolloServer<RequestContext>({
    gateway: gateway as unknown as NonNullable<ApolloServerOptions<RequestContext>['gateway']>,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: clientError,
    csrfPrevention: true,
    logger: libraryLog(log),
    plugins: [
      knownOperation,
      ApolloServerPluginUsageReportingDisabled(),
      config.explorer === 'off'
        ? ApolloServerPluginLandingPageDisabled()
        : ApolloServerPluginLandingPageLocalDefault({ embed: { runTelemetry: false }, footer: false }),
      ApolloServerPluginDrainHttpServer({ httpServer }),
      noteRequests(log, ({ extensions }) => clientCodes.has(extensions['code'])),
    ],
  });
  await server.start();
  servePages(app, config.explorer);
  app.use(
    '/graphql',
    refuseOtherCharsets,
    json({ limit: '1mb' }),
    expressMiddleware(server, { context: ({ req, res }) => Promise.resolve(createRequestContext(req, res, config)) }),
  );
  answerHttpErrors(app, log);
  return listen(httpServer, config, () => server.stop());
}
