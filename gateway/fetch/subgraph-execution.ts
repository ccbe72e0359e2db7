import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

import type { Database } from '../../platform/database.js';
import type { RequestScope } from '../../platform/request-scope.js';
import { unshown } from '../../platform/serve-data-version.js';
import { buildSubgraph, createSubgraphContext, type Subgraph } from '../../platform/subgraph.js';
import { VersionedRead } from '../../platform/versioned-read.js';
import type { SubgraphAnswer } from './subgraph-answer.js';

/** An operation's resolver context in a subgraph, and the reading that says of which data version its rows are. */
export interface SubgraphSession {
  readonly scope: RequestScope;
  readonly reading: VersionedRead;
}

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
  async begin(database: Database): Promise<SubgraphSession> {
    const reading = await VersionedRead.begin(database);
    return { scope: createSubgraphContext(this.subgraph, database), reading };
  }

  /** The answer to a query, with the data version of all rows that its session has read so far. */
  async answer({ scope, reading }: SubgraphSession, { query, variables }: SubgraphQuery): Promise<SubgraphAnswer> {
    const result = await execute({
      schema: this.schema,
      document: this.document(query),
      variableValues: variables,
      contextValue: scope,
    });
    try {
      return { ...result, extensions: { dataVersion: await reading.dataVersion() } } as SubgraphAnswer;
    } catch (error) {
      return unshown(error);
    }
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
