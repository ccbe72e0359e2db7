import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Database } from '../../platform/database.js';
import { ReadSession } from '../../platform/read-session.js';
import type { RequestScope } from '../../platform/request-scope.js';
import { buildSubgraph, createSubgraphContext, type Subgraph } from '../../platform/subgraph.js';
import type { SubgraphAnswer } from './subgraph-answer.js';

/** What an operation reads in a subgraph. */
export type SubgraphSession = ReadSession<RequestScope>;

/** The part of an operation that a subgraph executes. */
export interface SubgraphQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Executes a subgraph's parts of operations in this thread. */
export class SubgraphExecution {
  private readonly documents = new LRUCache<string, DocumentNode>({ max: 1000 });
  private built: GraphQLSchema | undefined;

  constructor(private readonly subgraph: Subgraph) {}

  /** Begins a session whose statements go to `database`. */
  begin(database: Database): SubgraphSession {
    return new ReadSession(database, (read) => createSubgraphContext(this.subgraph, read));
  }

  /** The answer to a query, with the data version of all rows that its session has read so far. */
  async answer(session: SubgraphSession, { query, variables }: SubgraphQuery): Promise<SubgraphAnswer> {
    const document = this.document(query);
    const { result, dataVersion } = await session.answer((contextValue) =>
      execute({ schema: this.schema, document, variableValues: variables, contextValue }),
    );
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
}
