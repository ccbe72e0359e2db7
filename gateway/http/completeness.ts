import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';

import { errorCodes, isErrorCode, type ErrorCode } from '../../platform/errors.js';

/** What is missing from an answer for one reason. */
interface Missing {
  /** The subgraph that failed; null where none did, as for a query that was refused. */
  readonly subgraph: string | null;
  /** A code of the catalogue. */
  readonly code: string;
  /** Where in the answer; a path that ends at a list means that every item may lack it. Empty: the whole answer. */
  readonly paths: readonly (readonly (string | number)[])[];
}

/** Whether an answer is complete, in `extensions.completeness`. */
interface Completeness {
  readonly complete: boolean;
  readonly missing: readonly Missing[];
}

/**
 * Adds to every answer whether it is complete: in `extensions.completeness`, and in the header `X-Complete`. To a client
 * that sends `X-Require-Complete: true`, an incomplete answer has an error status in place of 200.
 */
export const completeness: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response }) => {
        if (response.body.kind === 'single') {
          const { singleResult } = response.body;
          const { valueCompletion, ...extensions } = singleResult.extensions ?? {};
          const found = completenessOf(singleResult.errors, valueCompletion as readonly GraphQLFormattedError[]);
          singleResult.extensions = { ...extensions, completeness: found };
          response.http.headers.set('x-complete', String(found.complete));
          if (!found.complete && request.http?.headers.get('x-require-complete') === 'true') {
            response.http.status = incompleteStatus(found.missing, response.http.status);
          }
        }
        return Promise.resolve();
      },
    }),
};

/** What is missing by the errors, and by the values that the gateway removed because of their type. */
function completenessOf(
  errors: readonly GraphQLFormattedError[] = [],
  valueCompletion: readonly GraphQLFormattedError[] = [],
): Completeness {
  const missing = new Map<string, { subgraph: string | null; code: string; paths: (readonly (string | number)[])[] }>();
  const add = (subgraph: string | null, code: string, path?: readonly (string | number)[]): void => {
    const key = `${subgraph} ${code}`;
    const entry = missing.get(key) ?? { subgraph, code, paths: [] };
    missing.set(key, entry);
    if (path) {
      entry.paths.push(path);
    }
  };
  for (const { path, extensions } of errors) {
    const subgraph = extensions?.['subgraph'];
    add(typeof subgraph === 'string' ? subgraph : null, String(extensions?.['code']), path);
  }
  for (const { path } of valueCompletion) {
    add(null, 'SUBGRAPH_INVALID_ANSWER' satisfies ErrorCode, path);
  }
  const sorted = [...missing].sort(([key], [other]) => (key < other ? -1 : 1));
  return { complete: sorted.length === 0, missing: sorted.map(([, entry]) => entry) };
}

/** Statuses of server errors, in the order in which one is chosen where several apply. */
const serverStatuses = [503, 504, 502, 500];

/** An error status that the response already has; else that of a server error in the answer; else 400. */
function incompleteStatus(missing: readonly Missing[], status = 200): number {
  const statuses = new Set(missing.map(({ code }) => (isErrorCode(code) ? errorCodes[code].status : 400)));
  return status >= 400 ? status : (serverStatuses.find((each) => statuses.has(each)) ?? 400);
}
