import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';

import { requestError } from '../../platform/errors.js';
import type { NormalisedOperation } from '../plans/normalised-operation.js';
import type { Planning } from '../plans/planning.js';
import { readCatalogue } from './catalogue.js';
import { documentsOf } from './document-table.js';

/**
 * Refuses every operation that is not a named query. The text may differ in names, in layout, and by literals in place
 * of variables; a literal of the named query has to be the same.
 */
export function namedQueriesOnly(planning: Planning): ApolloServerPlugin {
  const allowed = new WeakMap<GraphQLSchema, ReadonlyMap<string, readonly NormalisedOperation[]>>();
  const allowedOf = (schema: GraphQLSchema): ReadonlyMap<string, readonly NormalisedOperation[]> => {
    const known =
      allowed.get(schema) ??
      Map.groupBy(
        Array.from(readCatalogue(schema).values())
          .flatMap(documentsOf)
          .map(({ document, operation }) => planning.normalise({ schema, document, operation })),
        ({ hash }) => hash,
      );
    allowed.set(schema, known);
    return known;
  };
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, operation }) => {
          if (operation) {
            const asked = planning.normalise({ schema, document, operation });
            if (
              allowedOf(schema)
                .get(asked.hash)
                ?.some((named) => hasLiteralsOf(named, asked))
            ) {
              return Promise.resolve();
            }
          }
          throw requestError('DOCUMENT_NOT_ALLOWED', 'This server answers named queries only. They are listed at /q.');
        },
      }),
  };
}

function hasLiteralsOf(named: NormalisedOperation, asked: NormalisedOperation): boolean {
  return Array.from(named.origins).every(([name, origin]) => {
    const given = asked.origins.get(name);
    return (
      origin.kind === 'client' ||
      (given?.kind === 'literal' && JSON.stringify(given.value) === JSON.stringify(origin.value))
    );
  });
}
