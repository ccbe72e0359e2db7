import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  ConstantBackoff,
  handleWhen,
  retry,
} from 'cockatiel';
import { OperationTypeNode } from 'graphql';
import { Agent, type Dispatcher } from 'undici';

import type { Config } from '../../platform/config.js';
import { traceHeaders } from '../../platform/tracing.js';
import type { VersionOf } from '../answers/data-versions.js';
import type { BreakerState, GatewayMetrics } from '../observability/metrics.js';
import type { RequestContext } from '../request/request-context.js';
import { readAnswer } from './answer.js';
import { withDeadline } from '../request/deadline.js';
import { fetchTimeout, OperationEnded, SubgraphFailure, type SubgraphAnswer } from './failures.js';
import { InFlight } from '../request/in-flight.js';
import { uniqueRepresentations } from './representations.js';
import { hasShapeOf } from './shape.js';

type Limits = Pick<Config, 'subgraphTimeout' | 'subgraphAnswerLimit'>;

const breakerStates: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};

/** Failed fetches one after another that open the breaker of a subgraph. */
const failuresToOpen = 5;

/** Milliseconds that a subgraph has to say its data version: without it, what is kept is not given. */
const versionTimeout = 1_000;

/** Milliseconds that an open breaker refuses fetches before it lets one through to try. */
const openFor = 2_000;

/** The subgraphs of a graph as data sources over HTTP, and the end of their connections. */
export interface HttpDataSources {
  readonly dataSource: (subgraph: { readonly name: string; readonly url: string }) => GraphQLDataSource;
  readonly versionOf: VersionOf;
  readonly close: () => Promise<void>;
}

/** Makes data sources that share connections, kept alive, one pool for each host. */
export function overHttp(
  config: Limits & Pick<Config, 'subgraphUrls'>,
  metrics?: Pick<GatewayMetrics, 'breaker'>,
): HttpDataSources {
  const pools = new Agent({
    connections: 128,
    maxResponseSize: config.subgraphAnswerLimit,
    // The deadline of a fetch stands for both.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const sources = new Map<string, HttpDataSource>();
  return {
    dataSource: ({ name, url }) => {
      const breakerChanged = (state: BreakerState): void => metrics?.breaker(name, state);
      const address = config.subgraphUrls.get(name) ?? url;
      const source = new HttpDataSource(address, pools, config.subgraphTimeout, breakerChanged);
      sources.set(name, source);
      return source;
    },
    versionOf: (name) => sources.get(name)?.version() ?? Promise.resolve(null),
    close: () => pools.close(),
  };
}

/** Answers a subgraph's part of a query over HTTP. */
class HttpDataSource implements GraphQLDataSource {
  private readonly inFlight = new InFlight<string>();
  private readonly target: { readonly origin: string; readonly path: string };
  private readonly versionPath: string;

  /** A connection that fails before there is an answer is tried once more: the server may just have closed it, or be new. */
  private readonly retry = retry(handleWhen(isLostConnection), { maxAttempts: 1, backoff: new ConstantBackoff(50) });

  /** Refuses fetches from a subgraph that fails. A fetch that was to try it and was given up tells nothing good of it. */
  private readonly breaker: CircuitBreakerPolicy = circuitBreaker(
    handleWhen((error) => isFault(error) || this.breaker.state === CircuitState.HalfOpen),
    { halfOpenAfter: openFor, breaker: new ConsecutiveBreaker(failuresToOpen) },
  );

  constructor(
    url: string,
    private readonly pools: Dispatcher,
    private readonly timeout: number,
    breakerChanged: (state: BreakerState) => void,
  ) {
    this.breaker.onStateChange((state) => {
      breakerChanged(breakerStates[state]);
    });
    const { origin, pathname, search } = new URL(url);
    this.target = { origin, path: `${pathname}${search}` };
    this.versionPath = new URL('version', url).pathname;
  }

  async process(options: GraphQLDataSourceProcessOptions): Promise<SubgraphAnswer> {
    const { query = '', operationName, variables: given } = options.request;
    const { id, signal: outer, forwarded, found } = options.context as RequestContext;
    const incoming = 'incomingRequestContext' in options ? options.incomingRequestContext : null;
    const { variables, expand } = uniqueRepresentations(given);
    const body = JSON.stringify({ query, variables, operationName });
    const headers = { ...forwarded, ...traceHeaders(), 'x-request-id': id };
    const isQuery = incoming?.operation.operation === OperationTypeNode.QUERY;
    const key = `${JSON.stringify(forwarded)}\n${body}`;
    const isShared = isQuery && !found.isAlone;
    if (isShared && this.inFlight.has(key)) {
      found.versions.addOlder();
    }
    const text = isShared
      ? await this.inFlight.run(key, outer, (signal) => this.send(body, headers, signal, true))
      : await this.send(body, headers, outer, isQuery);
    const { representations } = variables;
    const answer = readAnswer(text, Array.isArray(representations) ? representations.length : null);
    if (incoming && !hasShapeOf(query, incoming.schema, answer.data)) {
      throw new SubgraphFailure(
        'SUBGRAPH_INVALID_ANSWER',
        'it sent something else where a list or an object was asked for',
      );
    }
    return expand(answer);
  }

  /** The data version that the subgraph has now; null where it has none. Throws where it does not answer in time. */
  async version(): Promise<string | null> {
    const response = await this.pools.request({
      origin: this.target.origin,
      path: this.versionPath,
      method: 'GET',
      headersTimeout: versionTimeout,
      bodyTimeout: versionTimeout,
    });
    const { version } = (await response.body.json()) as { readonly version?: unknown };
    return typeof version === 'string' ? version : null;
  }

  /** The text of the answer to a fetch; throws a `SubgraphFailure`. */
  private async send(
    body: string,
    headers: Record<string, string>,
    outer: AbortSignal,
    isQuery: boolean,
  ): Promise<string> {
    if (this.breaker.state === CircuitState.HalfOpen) {
      throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the breaker is open, and a fetch that tries is under way');
    }
    try {
      return await this.breaker.execute(() =>
        withDeadline({ milliseconds: this.timeout, reason: fetchTimeout }, outer, (signal) => {
          const once = (): Promise<string> => this.sendOnce(body, headers, signal);
          return isQuery ? this.retry.execute(once, signal) : once();
        }),
      );
    } catch (error) {
      throw asFailure(error);
    }
  }

  private async sendOnce(body: string, headers: Record<string, string>, signal: AbortSignal): Promise<string> {
    const response = await this.pools.request({
      ...this.target,
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
      },
      body,
      signal,
    });
    const text = await response.body.text().catch((error: unknown) => {
      signal.throwIfAborted();
      throw codeOf(error) === 'UND_ERR_RES_EXCEEDED_MAX_SIZE'
        ? new SubgraphFailure('SUBGRAPH_INVALID_ANSWER', 'its answer is larger than one may be')
        : new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'its answer broke off', { cause: error });
    });
    const { statusCode } = response;
    if (statusCode >= 500) {
      throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', `it answered with status ${statusCode}: ${text.slice(0, 200)}`);
    }
    if (statusCode >= 300 && statusCode < 400) {
      throw new SubgraphFailure(
        'SUBGRAPH_INVALID_ANSWER',
        `it redirected (status ${statusCode}), which is not followed`,
      );
    }
    return text;
  }
}

/** Whether no answer came because of the connection, so that a query may be sent again. */
function isLostConnection(error: unknown): boolean {
  return ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(codeOf(error) ?? '');
}

/** Whether a failure speaks against the subgraph, and not of a client that went or an operation whose time was over. */
function isFault(error: unknown): boolean {
  return !(error instanceof OperationEnded);
}

function asFailure(error: unknown): SubgraphFailure {
  return error instanceof SubgraphFailure
    ? error
    : error instanceof BrokenCircuitError
      ? new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the breaker is open: it failed several times in a row')
      : new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'it was not reached', { cause: error });
}

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}
