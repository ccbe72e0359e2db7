import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Database } from '../../platform/database.js';
import type { Graph } from '../../platform/graph.js';
import type { RequestScope } from '../../platform/request-scope.js';
import { buildSubgraph, createSubgraphContext, type Subgraph } from '../../platform/subgraph.js';
import { VersionedRead } from '../../platform/versioned-read.js';
import type { VersionOf } from '../answers/data-versions.js';
import type { RequestContext } from '../request/request-context.js';
import { withDeadline } from '../request/deadline.js';
import { fetchTimeout, type SubgraphAnswer } from './failures.js';
import { uniqueRepresentations } from './representations.js';

/** What a request has of a subgraph: what its resolvers find, and the reading that their rows are of. */
interface Asking {
  readonly scope: RequestScope;
  readonly reading: VersionedRead;
}

/**
 * Answers a subgraph's part of a query in this process. One request has one context in each subgraph, over all fetches,
 * and one reading: the version of an answer is that of whatever the request has read. After a null one it begins anew.
 * A statement that runs is not interrupted; after its end, a request whose time is over sends no other.
 */
class InProcessDataSource implements GraphQLDataSource {
  private readonly documents = new LRUCache<string, DocumentNode>({ max: 1000 });
  private readonly askings = new WeakMap<RequestContext['found'], Promise<Asking>>();

  private built: GraphQLSchema | undefined;

  constructor(
    private readonly subgraph: Subgraph,
    private readonly database: Database,
    private readonly timeout: number,
  ) {}

  async process({ request, context }: GraphQLDataSourceProcessOptions): Promise<SubgraphAnswer> {
    const requestContext = context as RequestContext;
    const { variables, expand } = uniqueRepresentations(request.variables);
    const answer = await withDeadline({ milliseconds: this.timeout, reason: fetchTimeout }, requestContext.signal, () =>
      this.answer(request.query ?? '', variables, requestContext),
    );
    return expand(answer);
  }

  private async answer(
    query: string,
    variableValues: Readonly<Record<string, unknown>>,
    context: RequestContext,
  ): Promise<SubgraphAnswer> {
    const { scope, reading } = await this.askingOf(context);
    const result = await execute({
      schema: this.schema,
      document: this.document(query),
      variableValues,
      contextValue: scope,
    });
    const dataVersion = await reading.dataVersion();
    if (dataVersion === null) {
      this.askings.delete(context.found);
    }
    return { ...result, extensions: { dataVersion } } as SubgraphAnswer;
  }

  /** Built when it is first asked: a tenth of a second for each subgraph, which a start need not wait for. */
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

  private askingOf(context: RequestContext): Promise<Asking> {
    let asking = this.askings.get(context.found);
    if (!asking) {
      asking = this.begin(context.signal);
      this.askings.set(context.found, asking);
    }
    return asking;
  }

  private async begin(signal: AbortSignal): Promise<Asking> {
    const database = this.database.until(signal);
    const reading = await VersionedRead.begin(database);
    return { scope: createSubgraphContext(this.subgraph, database), reading };
  }
}

/** The subgraphs of a graph as data sources, each fetch of which may take `timeout` milliseconds. */
export function inProcess(graph: Graph, timeout: number): (subgraph: { readonly name: string }) => GraphQLDataSource {
  return ({ name }) => {
    const found = graph.find(({ subgraph }) => subgraph.name === name);
    if (!found) {
      throw new Error(`The supergraph has a subgraph ${name}, and subgraphs/index.ts has none.`);
    }
    return new InProcessDataSource(found.subgraph, found.database, timeout);
  };
}

/** The data versions of the subgraphs of a graph. */
export function versionsInProcess(graph: Graph): VersionOf {
  const databases = new Map(graph.map(({ subgraph, database }) => [subgraph.name, database]));
  return (name) => databases.get(name)?.version() ?? Promise.resolve(null);
}
