import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';

import type { Graph } from '../platform/graph.js';
import { buildSubgraph, createSubgraphContext, type RequestScope, type Subgraph } from '../platform/subgraph.js';

type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** Answers a subgraph's part of a query in this process. One request has one context in each subgraph, over all fetches. */
class InProcessDataSource implements GraphQLDataSource {
  private readonly documents = new Map<string, DocumentNode>();
  private readonly contexts = new WeakMap<object, RequestScope>();

  private built: GraphQLSchema | undefined;

  constructor(
    private readonly subgraph: Subgraph,
    private readonly createContext: () => RequestScope,
  ) {}

  async process({ request, context }: GraphQLDataSourceProcessOptions): Promise<Answer> {
    const result = await execute({
      schema: this.schema,
      document: this.document(request.query ?? ''),
      variableValues: request.variables,
      contextValue: this.contextOf(context),
    });
    return result as Answer;
  }

  /** Built when it is first asked: a tenth of a second for each subgraph, which a start need not wait for. */
  private get schema(): GraphQLSchema {
    this.built ??= buildSubgraph(this.subgraph).schema;
    return this.built;
  }

  /** The gateway sends a bounded set of texts: one for each fetch of a plan that it holds. */
  private document(query: string): DocumentNode {
    let document = this.documents.get(query);
    if (!document) {
      document = parse(query, { noLocation: true });
      this.documents.set(query, document);
    }
    return document;
  }

  private contextOf(request: object): RequestScope {
    let context = this.contexts.get(request);
    if (!context) {
      context = this.createContext();
      this.contexts.set(request, context);
    }
    return context;
  }
}

/** The subgraphs of a graph as data sources. */
export function inProcess(graph: Graph): (subgraph: { readonly name: string }) => GraphQLDataSource {
  return ({ name }) => {
    const found = graph.find(({ subgraph }) => subgraph.name === name);
    if (!found) {
      throw new Error(`The supergraph has a subgraph ${name}, and subgraphs/index.ts has none.`);
    }
    const { subgraph, database } = found;
    return new InProcessDataSource(subgraph, () => createSubgraphContext(subgraph, database));
  };
}
