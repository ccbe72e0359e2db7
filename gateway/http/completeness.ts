import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';

import type { ErrorCode } from '../../platform/errors.js';

/** What is missing from an answer for one reason. */
export interface Missing {
  /** The subgraph that did not give it; null where no single one is to blame, as for a query that is refused. */
  readonly subgraph: string | null;
  /** A code of the catalogue. */
  readonly code: string;
  /** Where in the answer; a path that ends at a list means that every item may lack it. Empty: the whole answer. */
  readonly paths: readonly (readonly (string | number)[])[];
}

/** Whether an answer is all that was asked for, in `extensions.completeness`. */
export interface Completeness {
  readonly complete: boolean;
  readonly missing: readonly Missing[];
}

/**
 * Says of every answer whether it is whole: in `extensions.completeness`, and in the header `X-Complete`. Who sends
 * `X-Require-Complete: true` gets what is not whole with a status that says so, not with 200.
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
            response.http.status = statusOfPart(found.missing, response.http.status);
          }
        }
        return Promise.resolve();
      },
    }),
};

/** Collects what errors, and what the gateway took out as it has the wrong type, say to be missing. */
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

/** 504 where time ran out, 502 and 503 for what subgraphs did; what the client did keeps its status, or is 400. */
function statusOfPart(missing: readonly Missing[], status: number | undefined): number {
  const codes = new Set(missing.map(({ code }) => code));
  if (status !== undefined && status >= 400) {
    return status;
  }
  if (codes.has('SUBGRAPH_UNAVAILABLE')) {
    return 503;
  }
  if (codes.has('SUBGRAPH_TIMEOUT')) {
    return 504;
  }
  return codes.has('SUBGRAPH_INVALID_ANSWER') || codes.has('SUBGRAPH_ERROR')
    ? 502
    : codes.has('INTERNAL_SERVER_ERROR')
      ? 500
      : 400;
}
