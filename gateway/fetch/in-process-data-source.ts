import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Graph } from '../../platform/graph.js';
import { buildSubgraph, createSubgraphContext, type RequestScope, type Subgraph } from '../../platform/subgraph.js';
import type { RequestContext } from '../request-context.js';
import { withDeadline } from './deadline.js';
import { fetchTimeout, type SubgraphAnswer } from './failures.js';
import { uniqueRepresentations } from './representations.js';

/**
 * Answers a subgraph's part of a query in this process. One request has one context in each subgraph, over all fetches.
 * A statement that runs is not interrupted; after its end, a request whose time is over sends no other.
 */
class InProcessDataSource implements GraphQLDataSource {
  private readonly documents = new LRUCache<string, DocumentNode>({ max: 1000 });
  private readonly contexts = new WeakMap<object, RequestScope>();

  private built: GraphQLSchema | undefined;

  constructor(
    private readonly subgraph: Subgraph,
    private readonly createContext: (signal: AbortSignal) => RequestScope,
    private readonly timeout: number,
  ) {}

  async process({ request, context }: GraphQLDataSourceProcessOptions): Promise<SubgraphAnswer> {
    const requestContext = context as RequestContext;
    const { variables, expand } = uniqueRepresentations(request.variables);
    const answer = await withDeadline({ milliseconds: this.timeout, reason: fetchTimeout }, requestContext.signal, () =>
      Promise.resolve(
        execute({
          schema: this.schema,
          document: this.document(request.query ?? ''),
          variableValues: variables,
          contextValue: this.contextOf(requestContext),
        }),
      ),
    );
    return expand(answer as SubgraphAnswer);
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

  private contextOf(request: RequestContext): RequestScope {
    let context = this.contexts.get(request);
    if (!context) {
      context = this.createContext(request.signal);
      this.contexts.set(request, context);
    }
    return context;
  }
}

/** The subgraphs of a graph as data sources, each fetch of which may take `timeout` milliseconds. */
export function inProcess(graph: Graph, timeout: number): (subgraph: { readonly name: string }) => GraphQLDataSource {
  return ({ name }) => {
    const found = graph.find(({ subgraph }) => subgraph.name === name);
    if (!found) {
      throw new Error(`The supergraph has a subgraph ${name}, and subgraphs/index.ts has none.`);
    }
    const { subgraph, database } = found;
    return new InProcessDataSource(
      subgraph,
      (signal) => createSubgraphContext(subgraph, database.until(signal)),
      timeout,
    );
  };
}
