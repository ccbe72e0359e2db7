import type { GraphQLFormattedError } from 'graphql';

import type { SubgraphAnswer } from './subgraph-answer.js';

/** The variables of a fetch that asks for each entity once, and how its answer becomes that of the planned fetch. */
export interface UniqueRepresentations {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly expand: (answer: SubgraphAnswer) => SubgraphAnswer;
}

/**
 * Removes duplicates from the entities that a planned fetch asks for. Equal entities share one object of the answer,
 * which the gateway may merge into several places: later fetches add the same fields to all of them.
 */
export function uniqueRepresentations(variables: Readonly<Record<string, unknown>> = {}): UniqueRepresentations {
  const { representations } = variables;
  if (!Array.isArray(representations)) {
    return { variables, expand: (answer) => answer };
  }
  const places = new Map<string, number>();
  const unique: unknown[] = [];
  const placeOf = representations.map((representation) => {
    const key = JSON.stringify(representation);
    let place = places.get(key);
    if (place === undefined) {
      place = unique.push(representation) - 1;
      places.set(key, place);
    }
    return place;
  });
  if (unique.length === placeOf.length) {
    return { variables, expand: (answer) => answer };
  }
  return {
    variables: { ...variables, representations: unique },
    expand: (answer) => ({
      ...answer,
      ...(answer.data ? { data: { ...answer.data, _entities: expandEntities(answer.data, placeOf) } } : {}),
      ...(answer.errors ? { errors: answer.errors.flatMap((error) => expandError(error, placeOf)) } : {}),
    }),
  };
}

function expandEntities(data: Readonly<Record<string, unknown>>, placeOf: readonly number[]): unknown[] | undefined {
  const entities = data['_entities'] as unknown[] | null | undefined;
  return entities ? placeOf.map((place) => entities[place]) : undefined;
}

/** The error of one entity, repeated for each of its places in the planned fetch. */
function expandError(error: GraphQLFormattedError, placeOf: readonly number[]): GraphQLFormattedError[] {
  const [root, index, ...rest] = error.path ?? [];
  if (root !== '_entities' || typeof index !== 'number') {
    return [error];
  }
  return placeOf.flatMap((place, at) => (place === index ? [{ ...error, path: [root, at, ...rest] }] : []));
}
