import type { GraphQLDataSource } from '@apollo/gateway';
import { OperationTypeNode } from 'graphql';
import { Agent } from 'undici';

import type { Config } from '../../platform/config.js';
import { observer, type FailureLog } from '../../platform/observer.js';
import { traceHeaders } from '../../platform/tracing.js';
import type { VersionOf } from '../request/data-versions.js';
import { SubgraphFailure } from '../request/failures.js';
import { InFlight } from '../request/in-flight.js';
import { audienceIn, type RequestContext } from '../request/request-context.js';
import type { FetchOptions } from './fetch-options.js';
import { parseAnswer, type SubgraphAnswer } from './subgraph-answer.js';
import { SubgraphClient, type BreakerState } from './subgraph-client.js';

/** The subgraphs of a graph as data sources over HTTP. */
export interface HttpDataSources {
  readonly dataSource: (subgraph: { readonly name: string; readonly url: string }) => GraphQLDataSource;
  readonly versionOf: VersionOf;
  /** About how many rows the tables of all subgraphs that say so have, by type. */
  readonly tableSizes: () => Promise<ReadonlyMap<string, number>>;
  /** Closes their connections. */
  readonly close: () => Promise<void>;
}

/** Creates data sources that share one pool of connections for each host. A failure of `breakerChanged` is logged. */
export function overHttp(
  config: Pick<Config, 'subgraphTimeout' | 'subgraphAnswerLimit' | 'subgraphUrls' | 'subgraphSecrets'>,
  breakerChanged: (subgraph: string, state: BreakerState) => void = () => undefined,
  log: FailureLog = console,
): HttpDataSources {
  const pools = new Agent({
    connections: 128,
    maxResponseSize: config.subgraphAnswerLimit,
    // The deadline of a fetch covers both.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const clients = new Map<string, SubgraphClient>();
  return {
    dataSource: ({ name, url }) => {
      const address = config.subgraphUrls.get(name) ?? url;
      const changed = observer(log, (state: BreakerState) => {
        breakerChanged(name, state);
      });
      const [secret = null] = config.subgraphSecrets;
      const client = new SubgraphClient({ name, url: address, secret }, pools, config.subgraphTimeout, changed);
      clients.set(name, client);
      return new HttpDataSource(client);
    },
    versionOf: (name) => clients.get(name)?.version() ?? Promise.resolve(null),
    tableSizes: async () => {
      const sizes = await Promise.allSettled(Array.from(clients.values(), (client) => client.tableSizes()));
      return new Map(sizes.flatMap((each) => (each.status === 'fulfilled' ? [...each.value] : [])));
    },
    close: () => pools.close(),
  };
}

/** Sends a subgraph's part of an operation over HTTP. Equal queries that are in flight share one fetch. */
class HttpDataSource implements GraphQLDataSource {
  private readonly inFlight = new InFlight<string>();

  constructor(private readonly client: SubgraphClient) {}

  async process(options: FetchOptions): Promise<SubgraphAnswer> {
    const { query = '', operationName, variables = {} } = options.request;
    const { id, signal: outer, forwarded, state } = options.context as RequestContext;
    const incoming = 'incomingRequestContext' in options ? options.incomingRequestContext : null;
    const body = JSON.stringify({ query, variables, operationName });
    const headers = { ...forwarded, ...traceHeaders(), 'x-request-id': id };
    const audience = audienceIn(forwarded);
    const isQuery = incoming?.operation.operation === OperationTypeNode.QUERY;
    const key = `${JSON.stringify(forwarded)}\n${body}`;
    const isShared = isQuery && !state.mustNotShareFetches;
    if (isShared && this.inFlight.has(key)) {
      state.versions.addOlder();
    }
    const text = isShared
      ? await this.inFlight.run(key, outer, (signal) => this.client.send({ body, headers, audience }, signal, true))
      : await this.client.send({ body, headers, audience }, outer, isQuery);
    const { representations } = variables as { readonly representations?: unknown };
    const answer = parseAnswer(text, Array.isArray(representations) ? representations.length : null);
    if (options.fits?.(answer.data) === false) {
      throw new SubgraphFailure(
        'SUBGRAPH_INVALID_ANSWER',
        'it sent something else where the query selects an object or a list',
      );
    }
    return answer;
  }
}
