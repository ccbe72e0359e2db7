import './no-telemetry.js';

import type { IncomingMessage, ServerResponse } from 'node:http';

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
import { observer } from '../platform/observer.js';
import { requestIdOf } from '../platform/request-id.js';
import { recordOperations } from '../platform/request-log.js';
import { openCallers } from './access/callers.js';
import { namedRoles } from './access/named-roles.js';
import { AnswerCache, type AnswerOrigin } from './answers/answer-cache.js';
import type { SharedAnswers } from './answers/shared-answers.js';
import { namedQueriesOnly } from './documents/allowed.js';
import { NamedQueries } from './documents/serve.js';
import { Execution } from './execution/execution.js';
import { failuresAsErrors } from './fetch/failures-as-errors.js';
import { recordVersions } from './fetch/record-versions.js';
import { askGraph } from './http/ask-graph.js';
import { completeness } from './http/completeness.js';
import { handleErrors } from './http/error-handlers.js';
import { answerFromCache, answerGraph, executeGraph } from './http/graph-endpoint.js';
import { requestPipeline } from './http/request-pipeline.js';
import { requiredOperation } from './http/required-operation.js';
import type { HttpResponse } from './http/send-answer.js';
import { subjectTimeout } from './http/page-subjects.js';
import { servePages } from './http/serve-pages.js';
import type { ImportQueue } from './imports/import-queue.js';
import { listenForImports } from './imports/listen-for-imports.js';
import { serveImports } from './imports/serve-imports.js';
import { limits } from './limits/limits.js';
import { knownOperationTypes } from './limits/operation-types.js';
import { KnownTableSizes } from './limits/table-sizes.js';
import { measureFetches } from './observability/measure-fetches.js';
import { serveMcp } from './mcp/serve-mcp.js';
import { GatewayMetrics } from './observability/metrics.js';
import { serveObservability } from './observability/observability.js';
import { stateOf, type GatewayState } from './observability/status.js';
import { Planning } from './plans/planning.js';
import type { VersionOf, Versions } from './request/data-versions.js';
import { withExecutor } from './request/executor.js';
import { isOfEndedOperation } from './request/failures.js';
import { keepsMessage, publicError } from './request/public-error.js';
import { forwardedHeaders, type RequestContext } from './request/request-context.js';
import { answerText } from './request/written-data.js';
import { Generations, onePerAddress } from './supergraph/generations.js';
import type { Supergraph } from './supergraph/supergraph.js';
import { executeAt, executeOn } from './tables/execution.js';
import { currentVersions } from './tables/table-versions.js';

/** What a gateway serves, and where. */
export interface GatewayOptions {
  readonly config: Config;
  /** The composed supergraph: a text, or one that is watched. */
  readonly supergraph: string | Supergraph;
  /** Whether it has been validated, as the one that ships has: validating it again would slow down the start. */
  readonly isChecked?: boolean;
  /** Creates the data source that executes a subgraph's part of operations. */
  readonly dataSource: (subgraph: { readonly name: string; readonly url: string }) => GraphQLDataSource;
  readonly versionOf: VersionOf;
  readonly isReady: Readiness;
  /** Reads about how many rows the tables behind the graph have, by type. Without it, scans cost the least that they may. */
  readonly tableSizes?: () => Promise<ReadonlyMap<string, number>>;
  /** What it waits for before it listens, while it loads the supergraph; default: nothing. */
  readonly opened?: Promise<unknown>;
  /** Default: a log to stderr. */
  readonly log?: Log;
  /** Metrics that others use too; default: new ones. */
  readonly metrics?: GatewayMetrics;
  /** Does imports; only where the subgraphs are in this process. */
  readonly imports?: {
    readonly queue: ImportQueue;
    /** The data folder in which `npm run import` finds this server; null where it needs none. */
    readonly folder: string | null;
  };
  /** What /status reports about the supergraph; default: the state of `supergraph`. */
  readonly state?: () => GatewayState;
}

/** Serves the whole graph at /graphql. */
export async function startGateway(options: GatewayOptions): Promise<RunningServer> {
  const { config } = options;
  const log = options.log ?? createLog('jiedui-gateway', config.logLevel);
  const metrics = options.metrics ?? new GatewayMetrics();
  const callers = await openCallers(config, log);
  const namedQueries = new NamedQueries();
  const sources = new Map<string, GraphQLDataSource>();
  const ofAddress = onePerAddress((subgraph) =>
    recordVersions(
      subgraph.name,
      failuresAsErrors(measureFetches(subgraph.name, options.dataSource(subgraph), metrics, log)),
    ),
  );
  const buildService: typeof ofAddress = (subgraph) => {
    const source = ofAddress(subgraph);
    sources.set(subgraph.name, source);
    return source;
  };
  const planning = new Planning();
  const execution = new Execution(planning, log);
  metrics.observePlanCache(() => execution.counts());
  const gateway = new Generations(
    options.supergraph,
    (supergraphSdl) =>
      new ApolloGateway({
        supergraphSdl,
        validateSupergraph: options.isChecked !== true,
        logger: libraryLog(log),
        ...execution.gatewayOptions,
        buildService,
      }),
    (loaded, api) => execution.executorOf(loaded, api),
  );
  const shared = config.answerStore === null ? null : await openSharedAnswers(config.answerStore, log);
  const cache = new AnswerCache<HttpResponse>(config.answerBytes, options.versionOf, shared);
  metrics.observeAnswerCache(() => cache.size);
  const sizes = new KnownTableSizes(options.tableSizes ?? (() => Promise.resolve(new Map())), log);
  const server = new ApolloServer<RequestContext>({
    // The cache is between the two: an answer is cached in the client's names.
    gateway: withExecutor(cache.wrap(gateway), (executor) => planning.normalising(executor)),
    introspection: true,
    validationRules: [knownOperationTypes],
    parseOptions: { maxLexicalTokens: config.maxTokens },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: publicError,
    stringifyResult: answerText,
    csrfPrevention: true,
    logger: libraryLog(log),
    plugins: [
      // First: it replaces documents that are too large by one without an operation.
      limits(config, () => sizes.current()),
      requiredOperation,
      namedQueries.plugin,
      ...(config.documentsOnly ? [namedQueriesOnly(planning)] : []),
      completeness,
      ApolloServerPluginUsageReportingDisabled(),
      config.explorer === 'off'
        ? ApolloServerPluginLandingPageDisabled()
        : ApolloServerPluginLandingPageLocalDefault({ embed: { runTelemetry: false }, footer: false }),
      recordOperations(log, (error) => keepsMessage(error.extensions['code']) || isOfEndedOperation(error)),
    ],
  });
  await server.start();
  await sizes.refresh();
  const answered = observer(log, (origin: AnswerOrigin) => {
    metrics.answered(origin);
  });
  const versions = (): Promise<Versions> => currentVersions(namedQueries.subgraphs, options.versionOf);
  const named = namedRoles(versions);
  const identify = callers?.identify(named) ?? null;
  const application = createApplication(
    options.isReady,
    requestPipeline(config, log, metrics, identify, answerFromCache(cache, config, answered)),
  );
  const { app } = application;
  serveObservability(app, metrics, options.state ?? stateOf(options.supergraph));
  const contextOf = (request: IncomingMessage, response: ServerResponse): Pick<RequestContext, 'id' | 'forwarded'> => ({
    id: requestIdOf(response),
    forwarded: forwardedHeaders(request, config.forwardedHeaders),
  });
  namedQueries.serve(app, (request, response) => {
    const context = contextOf(request, response);
    return {
      execute: executeOn(server, config, context),
      executeAt: executeAt(sources, config, context),
      versions,
    };
  });
  const pageTimeout = { operationTimeout: Math.min(subjectTimeout, config.operationTimeout) };
  const pages = servePages(app, config.explorer, (request, response) =>
    executeOn(server, pageTimeout, contextOf(request, response)),
  );
  const { imports } = options;
  if (imports) {
    serveImports(app, config, identify, { queue: imports.queue, log, metrics }, pages.importPage);
  }
  const execute = executeGraph(server, cache, config, answered);
  serveMcp(app, {
    config,
    log,
    metrics,
    named: namedQueries,
    ask: askGraph(execute, cache, config, answered),
    versions,
  });
  app.use('/graphql', answerGraph(execute, cache));
  handleErrors(app, log, pages.unknownPage);
  await options.opened;
  // A gateway starts without its subgraphs.
  await callers?.warnOfRoles(named).catch(() => undefined);
  let stopListening = (): Promise<void> => Promise.resolve();
  const running = await listen(application, config, async () => {
    await stopListening();
    await server.stop();
    shared?.close();
  });
  if (imports && imports.folder !== null) {
    stopListening = await listenForImports(imports.folder, { queue: imports.queue, log, metrics });
  }
  return running;
}

/** Loads the client of the shared store only where one is configured. */
async function openSharedAnswers(url: string, log: Log): Promise<SharedAnswers> {
  const { SharedAnswers } = await import('./answers/shared-answers.js');
  return SharedAnswers.open(url, log);
}
