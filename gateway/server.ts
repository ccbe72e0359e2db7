import './no-telemetry.js';

import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { json } from 'express';

import type { Config } from '../platform/config.js';
import { createApplication, listen, type Readiness, type RunningServer } from '../platform/http-server.js';
import { createLog, libraryLog, type Log } from '../platform/log.js';
import { identifyRequests } from '../platform/request-id.js';
import { noteRequests } from '../platform/request-log.js';
import { Answers } from './answers/answers.js';
import type { VersionOf } from './answers/data-versions.js';
import { notingVersions } from './answers/noting-versions.js';
import type { SharedAnswers } from './answers/shared-answers.js';
import { clientCodes, clientError } from './client-error.js';
import { namedDocumentsOnly } from './documents/allowed.js';
import { NamedDocuments } from './documents/serve.js';
import { completeness } from './completeness.js';
import { refuseOtherCharsets } from './door/charset.js';
import { guardDoor } from './door/door.js';
import { answeringFailures, isOfEndedOperation } from './fetch/failures.js';
import { withExecutor } from './executor.js';
import { answerGraph, keepBytes, type Reply } from './graph-endpoint.js';
import { answerHttpErrors } from './http-errors.js';
import { watchRequests } from './insight/insight.js';
import { measured } from './insight/measured-source.js';
import { GatewayMetrics } from './insight/metrics.js';
import { stateOf, type GatewayState } from './insight/status.js';
import { knownOperation } from './known-operation.js';
import { limits } from './limits/limits.js';
import { noReservedAliases } from './limits/reserved-aliases.js';
import { servePages } from './pages.js';
import { Planning } from './plans/planning.js';
import type { RequestContext } from './request-context.js';
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

/** Bytes that the body of a request may have. */
const bodyLimit = 2 ** 20;

/** Serves the whole graph at /graphql. */
export async function startGateway(options: GatewayOptions): Promise<RunningServer> {
  const { config } = options;
  const application = createApplication(options.isReady);
  const { app } = application;
  const log = options.log ?? createLog('jiedui-gateway', config.logLevel);
  const metrics = options.metrics ?? new GatewayMetrics();
  app.use(identifyRequests);
  watchRequests(app, log, metrics, options.state ?? stateOf(options.supergraph));
  guardDoor(app, config);
  const documents = new NamedDocuments();
  documents.serve(app);
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
      documents.plugin,
      ...(config.documentsOnly ? [namedDocumentsOnly(planning)] : []),
      completeness,
      ApolloServerPluginUsageReportingDisabled(),
      config.explorer === 'off'
        ? ApolloServerPluginLandingPageDisabled()
        : ApolloServerPluginLandingPageLocalDefault({ embed: { runTelemetry: false }, footer: false }),
      noteRequests(log, (error) => clientCodes.has(error.extensions['code']) || isOfEndedOperation(error)),
    ],
  });
  await server.start();
  servePages(app, config.explorer);
  app.use(
    '/graphql',
    refuseOtherCharsets,
    json({ limit: bodyLimit, verify: keepBytes }),
    answerGraph(server, answers, config, (outcome) => {
      metrics.answered(outcome);
    }),
  );
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
