import type { QueryPlanSelectionNode } from '@apollo/query-planner';

import { isObject, merge, own, set, type Data } from './data.js';
import type { PossibleTypes } from './possible-types.js';
import type { Rewrite } from './rewrites.js';

/** Reads from an object what a subgraph needs to know it by; null where a part is missing. */
export type Reader = (object: Data) => Data | null;

/** The entities that a fetch asks for, each once. */
export interface Representations {
  readonly unique: readonly Data[];
  /** The place in `unique`, for each of the objects; -1 for one that is not asked for. */
  readonly placeOf: readonly number[];
}

/** A reader of the fields that a fetch requires. */
export function compileReader(selections: readonly QueryPlanSelectionNode[], types: PossibleTypes): Reader {
  const parts = selections.map((selection) => compilePart(selection, types));
  return (object) => {
    const read: Data = {};
    for (const part of parts) {
      if (!part(object, read)) {
        return null;
      }
    }
    return read;
  };
}

/** Adds to `read`; returns whether the object had what is required. */
type Part = (object: Data, read: Data) => boolean;

function compilePart(selection: QueryPlanSelectionNode, types: PossibleTypes): Part {
  switch (selection.kind) {
    case 'Field':
      return compileField(selection.alias ?? selection.name, selection.selections, types);
    case 'InlineFragment': {
      const { typeCondition } = selection;
      const reader = compileReader(selection.selections, types);
      const possible = typeCondition === undefined ? new Set<string>() : types.of(typeCondition);
      return (object, read) => {
        const inside = possible.has(own(object, '__typename') as string) ? reader(object) : null;
        if (inside) {
          merge(read, inside);
        }
        return true;
      };
    }
    default:
      throw new Error(
        `The plan requires a selection of the kind ${(selection as { kind: string }).kind}, which the gateway does not know.`,
      );
  }
}

function compileField(
  key: string,
  selections: readonly QueryPlanSelectionNode[] | undefined,
  types: PossibleTypes,
): Part {
  const reader = selections && compileReader(selections, types);
  const below = (value: unknown): unknown => {
    if (!reader) {
      return value;
    }
    return Array.isArray(value) ? value.map(below) : isObject(value) ? reader(value) : null;
  };
  return (object, read) => {
    const value = own(object, key);
    // It could not be fetched, and is not nullable: an error says so.
    if (value === undefined) {
      return false;
    }
    set(read, key, below(value));
    return true;
  };
}

/** What to send for objects: equal ones share a representation. */
export function represent(objects: readonly Data[], reader: Reader, rewrite: Rewrite | null): Representations {
  const unique: Data[] = [];
  const placeOf: number[] = [];
  const ofObjects = new Map<Data, number>();
  const ofTexts = new Map<string, number>();
  for (const object of objects) {
    let place = ofObjects.get(object);
    if (place === undefined) {
      place = placeOfNew(object);
      ofObjects.set(object, place);
    }
    placeOf.push(place);
  }
  return { unique, placeOf };

  function placeOfNew(object: Data): number {
    const representation = reader(object);
    if (!representation?.['__typename']) {
      return -1;
    }
    rewrite?.(representation);
    const text = JSON.stringify(representation);
    const place = ofTexts.get(text) ?? unique.push(representation) - 1;
    ofTexts.set(text, place);
    return place;
  }
}
