import { HeaderMap, type ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';

import type { Config } from '../../platform/config.js';
import type { Versions } from '../request/data-versions.js';
import { inRequestContext, type RequestContext } from '../request/request-context.js';

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
      return { data, versions: contextValue.state.versions.all() };
    });
}
