/** A value of parsed JSON. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A place in an answer. */
export type Path = readonly (string | number)[];

/** A list of which only the first rows were kept. */
export interface Cut {
  readonly path: Path;
  readonly kept: number;
  readonly of: number;
}

export const isObject = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Bytes of a value as JSON. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/**
 * Takes rows from the ends of the largest lists, one at least being left in each, until a value has so many bytes at
 * most. Null where that is not enough.
 */
export function cutRows(value: Json, limit: number): { readonly value: Json; readonly cuts: readonly Cut[] } | null {
  const whole = structuredClone(value);
  const cuts = new Map<string, Cut>();
  for (let excess = bytesOf(whole) - limit; excess > 0; excess = bytesOf(whole) - limit) {
    const { list, path } = largestList(whole);
    if (!list) {
      return null;
    }
    const key = JSON.stringify(path);
    const { of } = cuts.get(key) ?? { of: list.length };
    for (let taken = 0; taken < excess && list.length > 1;) {
      taken += bytesOf(list.pop()) + 1;
    }
    cuts.set(key, { path, kept: list.length, of });
  }
  // What a list has lost was cut with it.
  const isThere = ({ path }: Cut): boolean => Array.isArray(valueAt(whole, path));
  return { value: whole, cuts: [...cuts.values()].filter(isThere) };
}

interface FoundList {
  readonly list: Json[] | null;
  readonly path: Path;
  readonly bytes: number;
}

/** The list with the most bytes among those that have two items or more. */
function largestList(value: Json): FoundList {
  let found: FoundList = { list: null, path: [], bytes: 0 };
  const look = (each: Json, path: Path): number => {
    if (each === null || typeof each !== 'object') {
      return bytesOf(each);
    }
    const bytes = Object.entries(each).reduce(
      (sum, [key, item]) => sum + key.length + 4 + look(item, [...path, Array.isArray(each) ? Number(key) : key]),
      2,
    );
    if (Array.isArray(each) && each.length > 1 && bytes > found.bytes) {
      found = { list: each, path, bytes };
    }
    return bytes;
  };
  look(value, []);
  return found;
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (found, key) =>
      found !== null && typeof found === 'object' ? (found as Record<string | number, Json>)[key] : undefined,
    value,
  );
}
