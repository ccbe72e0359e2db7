import { createHash } from 'node:crypto';

import type { GraphQLDataSource } from '@apollo/gateway';

import { Random } from '../mutations/random.js';

type Data = Record<string, unknown>;

/** The answer of a subgraph, as it is changed. */
interface Changing {
  data: Data | null;
  errors: { message: string; path?: readonly (string | number)[]; extensions?: object }[];
}

/** A data source some of whose answers are at fault. What is wrong depends on the seed, the query and the entity alone. */
export function faultySource(name: string, source: GraphQLDataSource, seed: () => number): GraphQLDataSource {
  return {
    process: async (options) => {
      const { query = '', variables = {} } = options.request;
      const fetched = randomOf([seed(), name, query]);
      if (fetched.oneIn(40)) {
        throw new Error(`${name} is away`);
      }
      const answer = await source.process(options);
      const { data = null, errors = [] } = JSON.parse(JSON.stringify(answer)) as Partial<Changing>;
      const changing: Changing = { data, errors };
      const { representations } = variables as { readonly representations?: readonly unknown[] };
      if (representations) {
        representations.forEach((representation, place) => {
          const random = randomOf([seed(), name, query, representation]);
          const entities = data?.['_entities'] as (Data | null)[] | null | undefined;
          if (entities?.[place] && random.oneIn(3)) {
            spoil(changing, entities[place], ['_entities', place], random);
          }
        });
      } else if (data && fetched.oneIn(2)) {
        spoil(changing, data, [], fetched);
      }
      if (fetched.oneIn(60)) {
        changing.data = null;
        changing.errors.push({ message: `${name} fails` });
      }
      return changing.errors.length === 0 ? { data: changing.data } : (changing as never);
    },
  };
}

interface Place {
  readonly parent: Data | unknown[];
  readonly key: string | number;
  readonly path: readonly (string | number)[];
}

function spoil({ errors }: Changing, object: Data, above: readonly (string | number)[], random: Random): void {
  const places = placesIn(object, above);
  if (places.length === 0) {
    return;
  }
  for (let times = 1 + random.below(2); times > 0; times -= 1) {
    const { parent, key, path } = random.pick(places);
    const at = parent as Record<string | number, unknown>;
    // Apollo's executor fails the whole operation where the name of a type is no text.
    switch (key === '__typename' ? 1 : random.below(4)) {
      case 0:
        at[key] = null;
        break;
      case 1:
        if (Array.isArray(parent)) {
          at[key] = null;
        } else {
          Reflect.deleteProperty(parent, key);
        }
        break;
      case 2:
        // So it does for a leaf in the place of an object.
        if (at[key] !== undefined && typeof at[key] !== 'object') {
          at[key] = random.pick([true, 1.5, 7, 'wrong', { x: 1 }, [1]]);
        }
        break;
      case 3:
        at[key] = null;
        errors.push({ message: `no ${key}`, path, ...(random.oneIn(2) ? { extensions: { code: 'BAD_LUCK' } } : {}) });
    }
  }
}

function placesIn(value: unknown, path: readonly (string | number)[]): Place[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const keys: (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => {
    const below = [...path, key];
    return [
      { parent: value as Data, key, path: below },
      ...placesIn((value as Record<string | number, unknown>)[key], below),
    ];
  });
}

function randomOf(parts: readonly unknown[]): Random {
  return new Random(createHash('sha256').update(JSON.stringify(parts)).digest().readInt32LE());
}
