import './no-telemetry.js';

import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';

import type { Config } from '../platform/config.js';
import { createApplication, listen, type Readiness, type RunningServer } from '../platform/http-server.js';
import { createLog, libraryLog, type Log } from '../platform/log.js';
import { recordOperations } from '../platform/request-log.js';
import { Answers, type Outcome } from './answers/answers.js';
import type { VersionOf } from './answers/data-versions.js';
import { notingVersions } from './answers/noting-versions.js';
import type { SharedAnswers } from './answers/shared-answers.js';
import { clientCodes, clientError } from './http/client-error.js';
import { namedQueriesOnly } from './documents/allowed.js';
import { NamedQueries } from './documents/serve.js';
import { completeness } from './http/completeness.js';
import { answeringFailures, isOfEndedOperation } from './fetch/failures.js';
import { withExecutor } from './request/executor.js';
import { front } from './http/front.js';
import { answerGraph, answerKept } from './http/graph-endpoint.js';
import { answerHttpErrors } from './http/http-errors.js';
import { serveInsight } from './observability/observability.js';
import { measured } from './observability/measured-source.js';
import { GatewayMetrics } from './observability/metrics.js';
import { stateOf, type GatewayState } from './observability/status.js';
import { knownOperation } from './request/known-operation.js';
import { limits } from './limits/limits.js';
import { noReservedAliases } from './limits/reserved-aliases.js';
import { servePages } from './http/serve-pages.js';
import { Planning } from './plans/planning.js';
import type { RequestContext } from './request/request-context.js';
import type { Reply } from './http/sending.js';
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
  /** The data version that a subgraph has now. */
  readonly versionOf: VersionOf;
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
  const log = options.log ?? createLog('jiedui-gateway', config.logLevel);
  const metrics = options.metrics ?? new GatewayMetrics();
  const namedQueries = new NamedQueries();
  const buildService = onePerAddress((subgraph) =>
    notingVersions(subgraph.name, answeringFailures(measured(subgraph.name, options.dataSource(subgraph), metrics))),
  );
  const planning = new Planning();
  metrics.watchPlans(() => planning.counts());
  const gateway = new Generations(
    options.supergraph,
    (supergraphSdl) =>
      new ApolloGateway({
        supergraphSdl,
        validateSupergraph: options.isChecked !== true,
        logger: libraryLog(log),
        ...planning.optionsOfOne(),
        buildService,
      }),
  );
  const shared = config.answerStore === null ? null : await openSharedAnswers(config.answerStore, log);
  const answers = new Answers<Reply>(config.answerBytes, options.versionOf, shared);
  metrics.watchAnswers(() => answers.kept.size);
  const server = new ApolloServer<RequestContext>({
    gateway: withExecutor(answers.around(gateway), (executor) => planning.around(executor)),
    introspection: true,
    validationRules: [noReservedAliases],
    parseOptions: { maxLexicalTokens: config.maxTokens },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: clientError,
    csrfPrevention: true,
    logger: libraryLog(log),
    plugins: [
      // First: it refuses documents by a stand-in, which has no operation.
      limits(config),
      knownOperation,
      namedQueries.plugin,
      ...(config.documentsOnly ? [namedQueriesOnly(planning)] : []),
      completeness,
      ApolloServerPluginUsageReportingDisabled(),
      config.explorer === 'off'
        ? ApolloServerPluginLandingPageDisabled()
        : ApolloServerPluginLandingPageLocalDefault({ embed: { runTelemetry: false }, footer: false }),
      recordOperations(log, (error) => clientCodes.has(error.extensions['code']) || isOfEndedOperation(error)),
    ],
  });
  await server.start();
  const ended = (outcome: Outcome): void => {
    metrics.answered(outcome);
  };
  const application = createApplication(
    options.isReady,
    front(config, log, metrics, answerKept(answers, config, ended)),
  );
  const { app } = application;
  serveInsight(app, metrics, options.state ?? stateOf(options.supergraph));
  namedQueries.serve(app);
  servePages(app, config.explorer);
  app.use('/graphql', answerGraph(server, answers, config, ended));
  answerHttpErrors(app, log);
  return listen(application, config, async () => {
    await server.stop();
    shared?.close();
  });
}

/** The client of the store is loaded where there is a store. */
async function openSharedAnswers(url: string, log: Log): Promise<SharedAnswers> {
  const { SharedAnswers } = await import('./answers/shared-answers.js');
  return SharedAnswers.open(url, log);
}
