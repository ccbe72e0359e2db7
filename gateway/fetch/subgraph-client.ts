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
import type { Dispatcher } from 'undici';

import { withDeadline } from '../../platform/deadline.js';
import type { Audience } from '../../platform/visibility/audience.js';
import { signedHeaders, targetOf } from '../../platform/visibility/signature.js';
import { OperationEnded, SubgraphFailure } from '../request/failures.js';
import { fetchDeadline } from './fetch-deadline.js';

/** The state of a subgraph's circuit breaker: `open` refuses all fetches, `half-open` lets a single one through, as a trial. */
export type BreakerState = 'closed' | 'half-open' | 'open';

const breakerStates: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};

/** Consecutive failures that open the breaker. */
const failuresToOpen = 5;

/** Milliseconds from the opening of the breaker to its first trial. */
const openTime = 2_000;

/** Milliseconds that a subgraph has to report its data version. Without one, cached answers are not used. */
const versionTimeout = 1_000;

/** A GraphQL request to a subgraph, and for whom it is. */
export interface SubgraphRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly audience: Audience;
}

/** Sends requests to one subgraph over HTTP, with a deadline, one retry for queries, and a circuit breaker. */
export class SubgraphClient {
  private readonly target: { readonly origin: string; readonly path: string };
  private readonly pathOf: (name: string) => string;

  /** Retries once when a connection was lost: the server may just have closed it, or be starting. */
  private readonly retry = retry(handleWhen(isLostConnection), { maxAttempts: 1, backoff: new ConstantBackoff(50) });

  /** A trial that was cancelled counts as a failure, since it does not show that the subgraph works. */
  private readonly breaker: CircuitBreakerPolicy = circuitBreaker(
    handleWhen((error) => !(error instanceof OperationEnded) || this.breaker.state === CircuitState.HalfOpen),
    { halfOpenAfter: openTime, breaker: new ConsecutiveBreaker(failuresToOpen) },
  );

  /** `timeout` is that of one fetch, in milliseconds. With a secret, its requests are signed. */
  constructor(
    private readonly subgraph: { readonly name: string; readonly url: string; readonly secret: string | null },
    private readonly pools: Dispatcher,
    private readonly timeout: number,
    breakerChanged: (state: BreakerState) => void,
  ) {
    this.breaker.onStateChange((state) => {
      breakerChanged(breakerStates[state]);
    });
    const { origin, pathname, search } = new URL(subgraph.url);
    this.target = { origin, path: `${pathname}${search}` };
    this.pathOf = (name) => `${besidePath(pathname, name)}${search}`;
  }

  /** The text of the answer to a GraphQL request; throws a `SubgraphFailure`. */
  async send(request: SubgraphRequest, outer: AbortSignal, mayRetry: boolean): Promise<string> {
    if (this.breaker.state === CircuitState.HalfOpen) {
      throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the circuit breaker is open, and its trial is in flight');
    }
    try {
      return await this.breaker.execute(() =>
        withDeadline(fetchDeadline(this.timeout), outer, (signal) => {
          const once = (): Promise<string> => this.sendOnce(request, signal);
          return mayRetry ? this.retry.execute(once, signal) : once();
        }),
      );
    } catch (error) {
      throw asFailure(error);
    }
  }

  /** The data version that the subgraph has now; null where it has none. Throws where it does not answer in time. */
  async version(): Promise<string | null> {
    const path = this.pathOf('version');
    const response = await this.pools.request({
      origin: this.target.origin,
      path,
      method: 'GET',
      headers: this.signed(path),
      signal: AbortSignal.timeout(versionTimeout),
    });
    const { version } = (await response.body.json()) as { readonly version?: unknown };
    return typeof version === 'string' ? version : null;
  }

  /** About how many rows the subgraph's tables have, by type; empty where it does not say. Throws as `version` does. */
  async tableSizes(): Promise<ReadonlyMap<string, number>> {
    const path = this.pathOf('table-sizes');
    const response = await this.pools.request({
      origin: this.target.origin,
      path,
      method: 'GET',
      headers: this.signed(path),
      headersTimeout: versionTimeout,
      bodyTimeout: versionTimeout,
    });
    const found = (await response.body.json()) as Readonly<Record<string, unknown>> | null;
    const sizes = Object.entries(response.statusCode === 200 ? (found ?? {}) : {});
    return new Map(sizes.filter((each): each is [string, number] => Number.isFinite(each[1])));
  }

  /** The headers that prove to the subgraph who asks, and for whom. */
  private signed(path: string, body = '', audience: Audience = []): Readonly<Record<string, string>> {
    const { name, secret } = this.subgraph;
    return secret === null ? {} : signedHeaders({ subgraph: name, target: targetOf(path), body, audience }, secret);
  }

  private async sendOnce({ body, headers, audience }: SubgraphRequest, signal: AbortSignal): Promise<string> {
    const response = await this.pools.request({
      ...this.target,
      method: 'POST',
      headers: {
        ...headers,
        ...this.signed(this.target.path, body, audience),
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
      },
      body,
      signal,
    });
    const text = await response.body.text().catch((error: unknown) => {
      signal.throwIfAborted();
      throw codeOf(error) === 'UND_ERR_RES_EXCEEDED_MAX_SIZE'
        ? new SubgraphFailure('SUBGRAPH_INVALID_ANSWER', 'its answer is too large')
        : new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the connection closed before the end of its answer', {
            cause: error,
          });
    });
    const { statusCode } = response;
    if (statusCode === 504) {
      throw new SubgraphFailure('SUBGRAPH_TIMEOUT', `it answered with status 504: ${text.slice(0, 200)}`);
    }
    if (statusCode >= 500 || statusCode === 401) {
      throw new SubgraphFailure('SUBGRAPH_UNAVAILABLE', `it answered with status ${statusCode}: ${text.slice(0, 200)}`);
    }
    if (statusCode >= 300 && statusCode < 400) {
      throw new SubgraphFailure('SUBGRAPH_INVALID_ANSWER', `it redirected (status ${statusCode})`);
    }
    return text;
  }
}

/** The path beside that of the graph: `/version` for `/graphql` and for `/graphql/`. */
const besidePath = (path: string, name: string): string => path.replace(/\/*$/, '').replace(/[^/]*$/, name);

/** Whether the connection failed before an answer came, so that a query may be sent again. */
function isLostConnection(error: unknown): boolean {
  return ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(codeOf(error) ?? '');
}

function asFailure(error: unknown): SubgraphFailure {
  return error instanceof SubgraphFailure
    ? error
    : error instanceof BrokenCircuitError
      ? new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'the circuit breaker is open after several failures in a row')
      : new SubgraphFailure('SUBGRAPH_UNAVAILABLE', 'it was not reached', { cause: error });
}

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}
