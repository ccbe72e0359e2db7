import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Database } from '../../platform/database.js';
import type { Graph } from '../../platform/graph.js';
import { VersionedRead } from '../../platform/versioned-read.js';
import type { RequestScope } from '../../platform/request-scope.js';
import { tableSizes } from '../../platform/table-sizes.js';
import { buildSubgraph, createSubgraphContext, type Subgraph } from '../../platform/subgraph.js';
import type { VersionOf } from '../request/data-versions.js';
import { withDeadline } from '../../platform/deadline.js';
import type { OperationState, RequestContext } from '../request/request-context.js';
import { fetchDeadline } from './fetch-deadline.js';
import { uniqueRepresentations } from './representations.js';
import type { SubgraphAnswer } from './subgraph-answer.js';

/** An operation's resolver context in a subgraph, and the reading that says of which data version its rows are. */
interface SubgraphSession {
  readonly opened: Promise<{ readonly scope: RequestScope; readonly reading: VersionedRead }>;
  /** Ends its statements. */
  readonly ending: AbortController;
}

/**
 * Executes a subgraph's part of an operation in this process. All fetches of an operation share one session, so the data
 * version of each answer is that of all rows read so far; after a null one the next fetch begins a new session. The
 * timeout of a fetch ends its session: no further statement is sent, and on PostgreSQL those that run are cancelled.
 */
class InProcessDataSource implements GraphQLDataSource {
  private readonly documents = new LRUCache<string, DocumentNode>({ max: 1000 });
  private readonly sessions = new WeakMap<OperationState, SubgraphSession>();

  private built: GraphQLSchema | undefined;

  constructor(
    private readonly subgraph: Subgraph,
    private readonly database: Database,
    private readonly timeout: number,
  ) {}

  async process({ request, context }: GraphQLDataSourceProcessOptions): Promise<SubgraphAnswer> {
    const requestContext = context as RequestContext;
    const { variables, expand } = uniqueRepresentations(request.variables);
    const answer = await withDeadline(fetchDeadline(this.timeout), requestContext.signal, (signal) =>
      this.answer(request.query ?? '', variables, requestContext, signal),
    );
    return expand(answer);
  }

  private async answer(
    query: string,
    variableValues: Readonly<Record<string, unknown>>,
    context: RequestContext,
    signal: AbortSignal,
  ): Promise<SubgraphAnswer> {
    const { opened, ending } = this.sessionOf(context);
    signal.addEventListener(
      'abort',
      () => {
        ending.abort(signal.reason);
        this.sessions.delete(context.state);
      },
      { once: true },
    );
    const { scope, reading } = await opened;
    const result = await execute({
      schema: this.schema,
      document: this.document(query),
      variableValues,
      contextValue: scope,
    });
    const dataVersion = await reading.dataVersion();
    if (dataVersion === null) {
      this.sessions.delete(context.state);
    }
    return { ...result, extensions: { dataVersion } } as SubgraphAnswer;
  }

  /** Built on the first fetch: it takes a tenth of a second for each subgraph, which a start need not wait for. */
  private get schema(): GraphQLSchema {
    this.built ??= buildSubgraph(this.subgraph).schema;
    return this.built;
  }

  private document(query: string): DocumentNode {
    let document = this.documents.get(query);
    if (!document) {
      document = parse(query, { noLocation: true });
      this.documents.set(query, document);
    }
    return document;
  }

  private sessionOf({ state }: RequestContext): SubgraphSession {
    let session = this.sessions.get(state);
    if (!session) {
      const ending = new AbortController();
      session = { opened: this.begin(ending.signal), ending };
      this.sessions.set(state, session);
    }
    return session;
  }

  private async begin(signal: AbortSignal): Promise<Awaited<SubgraphSession['opened']>> {
    const database = this.database.until(signal);
    const reading = await VersionedRead.begin(database);
    return { scope: createSubgraphContext(this.subgraph, database), reading };
  }
}

/** The subgraphs of a graph as data sources in this process, with a timeout for each fetch in milliseconds. */
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
