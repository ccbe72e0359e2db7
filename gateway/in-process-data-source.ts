import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';

import type { Database } from '../platform/database.js';
import type { Graph } from '../platform/graph.js';
import { Reading } from '../platform/reading.js';
import { buildSubgraph, createSubgraphContext, type RequestScope, type Subgraph } from '../platform/subgraph.js';

type Answer = Awaited<ReturnType<GraphQLDataSource['process']>>;

/** What a request has of a subgraph: what its resolvers find, and the reading that their rows are of. */
interface Asking {
  readonly scope: RequestScope;
  readonly reading: Reading;
}

/**
 * Answers a subgraph's part of a query in this process. One request has one context in each subgraph, over all fetches,
 * and one reading: the version of an answer is that of whatever the request has read. After a null one it begins anew.
 */
class InProcessDataSource implements GraphQLDataSource {
  private readonly documents = new Map<string, DocumentNode>();
  private readonly askings = new WeakMap<object, Promise<Asking>>();

  private built: GraphQLSchema | undefined;

  constructor(
    private readonly subgraph: Subgraph,
    private readonly database: Database,
  ) {}

  async process({ request, context }: GraphQLDataSourceProcessOptions): Promise<Answer> {
    const { scope, reading } = await this.askingOf(context);
    const result = await execute({
      schema: this.schema,
      document: this.document(request.query ?? ''),
      variableValues: request.variables,
      contextValue: scope,
    });
    const dataVersion = await reading.dataVersion();
    if (dataVersion === null) {
      this.askings.delete(context);
    }
    return { ...result, extensions: { dataVersion } } as Answer;
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

  private askingOf(request: object): Promise<Asking> {
    let asking = this.askings.get(request);
    if (!asking) {
      asking = this.begin();
      this.askings.set(request, asking);
    }
    return asking;
  }

  private async begin(): Promise<Asking> {
    const reading = await Reading.begin(this.database);
    return { scope: createSubgraphContext(this.subgraph, this.database), reading };
  }
}

/** The subgraphs of a graph as data sources. */
export function inProcess(graph: Graph): (subgraph: { readonly name: string }) => GraphQLDataSource {
  return ({ name }) => {
    const found = graph.find(({ subgraph }) => subgraph.name === name);
    if (!found) {
      throw new Error(`The supergraph has a subgraph ${name}, and subgraphs/index.ts has none.`);
    }
    return new InProcessDataSource(found.subgraph, found.database);
  };
}
