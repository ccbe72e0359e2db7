import { setImmediate } from 'node:timers/promises';

import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';

import type { Database } from '../../platform/database.js';
import type { Graph } from '../../platform/graph.js';
import type { Subgraph } from '../../platform/subgraph.js';
import { tableSizes } from '../../platform/table-sizes.js';
import type { VersionOf } from '../request/data-versions.js';
import { withDeadline } from '../../platform/deadline.js';
import { audienceIn, type OperationState, type RequestContext } from '../request/request-context.js';
import { fetchDeadline } from './fetch-deadline.js';
import type { SubgraphAnswer } from './subgraph-answer.js';
import { SubgraphExecution, type SubgraphQuery, type SubgraphSession } from './subgraph-execution.js';

interface Session {
  readonly opened: SubgraphSession;
  /** Ends its statements. */
  readonly ending: AbortController;
}

/**
 * Executes a subgraph's part of an operation in this thread. All fetches of an operation share one session, so the data
 * version of each answer is that of all rows read so far; after a null one the next fetch begins a new session. The
 * timeout of a fetch ends its session: no further statement is sent, and on PostgreSQL those that run are cancelled.
 */
class InProcessDataSource implements GraphQLDataSource {
  private readonly execution: SubgraphExecution;
  private readonly sessions = new WeakMap<OperationState, Session>();

  constructor(
    subgraph: Subgraph,
    private readonly database: Database,
    private readonly timeout: number,
  ) {
    this.execution = new SubgraphExecution(subgraph);
  }

  async process({ request, context }: GraphQLDataSourceProcessOptions): Promise<SubgraphAnswer> {
    // Without a pause the whole operation would be executed before an equal request could be read, which then shares it.
    await setImmediate();
    const requestContext = context as RequestContext;
    const { query = '', variables = {} } = request;
    return withDeadline(fetchDeadline(this.timeout), requestContext.signal, (signal) =>
      this.answer({ query, variables }, requestContext, signal),
    );
  }

  private async answer(query: SubgraphQuery, context: RequestContext, signal: AbortSignal): Promise<SubgraphAnswer> {
    const { state } = context;
    const { opened, ending } = this.sessionOf(context);
    signal.addEventListener(
      'abort',
      () => {
        ending.abort(signal.reason);
        this.sessions.delete(state);
      },
      { once: true },
    );
    const answer = await this.execution.answer(opened, query);
    if (answer.extensions?.['dataVersion'] === null) {
      this.sessions.delete(state);
    }
    return answer;
  }

  private sessionOf({ state, forwarded }: RequestContext): Session {
    let session = this.sessions.get(state);
    if (!session) {
      const ending = new AbortController();
      const database = this.database.until(ending.signal, null, audienceIn(forwarded));
      session = { opened: this.execution.begin(database), ending };
      this.sessions.set(state, session);
    }
    return session;
  }
}

/** The subgraphs of a graph as data sources in this thread, with a timeout for each fetch in milliseconds. */
export function inProcess(graph: Graph, timeout: number): (subgraph: { readonly name: string }) => GraphQLDataSource {
  return ({ name }) => {
    const found = graph.find(({ subgraph }) => subgraph.name === name);
    if (!found) {
      throw new Error(`The supergraph has a subgraph ${name}, but subgraphs/index.ts has none of this name.`);
    }
    return new InProcessDataSource(found.subgraph, found.database, timeout);
  };
}

/** The current data versions of the subgraphs of a graph in this process. */
export function versionsInProcess(graph: Graph): VersionOf {
  const databases = new Map(graph.map(({ subgraph, database }) => [subgraph.name, database]));
  return (name) => databases.get(name)?.version() ?? Promise.resolve(null);
}

/** About how many rows the tables of a graph in this process have, by type. */
export async function tableSizesInProcess(graph: Graph): Promise<ReadonlyMap<string, number>> {
  const sizes = await Promise.all(graph.map(({ database }) => tableSizes(database)));
  return new Map(sizes.flatMap((each) => Object.entries(each)));
}
