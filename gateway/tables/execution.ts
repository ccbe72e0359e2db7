import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';

import type { Config } from '../../platform/config.js';
import { errorCodes, isErrorCode } from '../../platform/errors.js';
import type { Versions } from '../request/data-versions.js';
import { inRequestContext, type RequestContext } from '../request/request-context.js';
import { WrittenData } from '../request/written-data.js';

/** An operation of a table. */
export interface TableOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A complete answer to an operation, with the data versions of its rows. */
export interface CompleteAnswer {
  readonly data: unknown;
  readonly versions: Versions;
}

/** An answer that is not complete, with the status that says so. */
export class IncompleteAnswer extends Error {
  constructor(
    readonly status: number,
    readonly body: {
      readonly errors: readonly GraphQLFormattedError[];
      readonly extensions: Readonly<Record<string, unknown>>;
    },
  ) {
    super(body.errors[0]?.message ?? 'A part of the answer is missing.');
  }
}

/** Executes an operation of a request. Throws `IncompleteAnswer`. */
export type Execute = (operation: TableOperation, signal: AbortSignal) => Promise<CompleteAnswer>;

/** The same, of one subgraph alone. */
export type ExecuteAt = (subgraph: string, operation: TableOperation, signal: AbortSignal) => Promise<CompleteAnswer>;

/** Executes operations as those of requests to /graphql, with all plugins: limits, logs, completeness. */
export function executeOn(
  server: ApolloServer<RequestContext>,
  { operationTimeout }: Pick<Config, 'operationTimeout'>,
  context: Pick<RequestContext, 'id' | 'forwarded'>,
): Execute {
  return ({ query, variables }, signal) =>
    inRequestContext(context, signal, operationTimeout, async (contextValue) => {
      const headers = new HeaderMap([['x-require-complete', 'true']]);
      const { body, http } = await server.executeOperation(
        { query, variables, http: { method: 'GET', headers, search: '', body: '' } },
        { contextValue },
      );
      if (body.kind !== 'single') {
        throw new Error('Expected one answer, found one in parts.');
      }
      signal.throwIfAborted();
      const { data, errors = [], extensions = {} } = body.singleResult;
      const { completeness } = extensions as { readonly completeness?: { readonly complete?: boolean } };
      if (completeness?.complete !== true || data == null) {
        throw new IncompleteAnswer(http.status ?? 500, { errors, extensions });
      }
      return { data: data instanceof WrittenData ? data.toJSON() : data, versions: contextValue.state.versions.all() };
    });
}

/** Asks subgraphs themselves, with the timeout of an operation. A failure has the code and the status of its subgraph. */
export function executeAt(
  sources: ReadonlyMap<string, GraphQLDataSource>,
  { operationTimeout }: Pick<Config, 'operationTimeout'>,
  context: Pick<RequestContext, 'id' | 'forwarded'>,
): ExecuteAt {
  return (subgraph, { query, variables }, signal) =>
    inRequestContext(context, signal, operationTimeout, async (own) => {
      const source = sources.get(subgraph);
      if (!source) {
        throw new Error(`The supergraph has a subgraph ${subgraph}, and there is no data source of it.`);
      }
      const options = { request: { query, variables }, context: own } as unknown as GraphQLDataSourceProcessOptions;
      const { data, errors = [] } = await source.process(options);
      signal.throwIfAborted();
      const [error] = errors;
      if (error || data == null) {
        const code = error?.extensions?.['code'];
        throw new IncompleteAnswer(isErrorCode(code) ? errorCodes[code].status : 502, { errors, extensions: {} });
      }
      return { data, versions: own.state.versions.all() };
    });
}
