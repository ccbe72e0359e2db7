import type { FetchDataRewrite } from '@apollo/query-planner';

import { isObject, own, set, type Data } from './data.js';
import type { PossibleTypes } from './possible-types.js';

/** Changes an object that a fetch sends or has received. */
export type Rewrite = (value: unknown) => void;

const onType = '... on ';

/** One change for all rewrites of a fetch; null where there are none. Throws for a kind that it does not know. */
export function compileRewrites(rewrites: readonly FetchDataRewrite[] = [], types: PossibleTypes): Rewrite | null {
  if (rewrites.length === 0) {
    return null;
  }
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, types));
  return (value) => {
    for (const rewrite of compiled) {
      rewrite(value);
    }
  };
}

function compileRewrite(rewrite: FetchDataRewrite, types: PossibleTypes): Rewrite {
  const last = rewrite.path.at(-1);
  if (last === undefined || last.startsWith(onType)) {
    throw new Error(`The plan has a rewrite whose path ends at ${last ?? 'nothing'}, which the gateway does not know.`);
  }
  return along(rewrite.path.slice(0, -1), changeOf(rewrite, last), types);
}

function changeOf(rewrite: FetchDataRewrite, key: string): (object: Data) => void {
  switch (rewrite.kind) {
    case 'ValueSetter':
      return (object) => {
        set(object, key, rewrite.setValueTo);
      };
    case 'KeyRenamer':
      return (object) => {
        const value = own(object, key);
        if (value) {
          set(object, rewrite.renameKeyTo, value);
          object[key] = undefined;
        }
      };
    default:
      throw new Error(
        `The plan has a rewrite of the kind ${(rewrite as { kind: string }).kind}, which the gateway does not know.`,
      );
  }
}

/** Applies a change at the end of a path, through all lists. */
function along(path: readonly string[], change: (object: Data) => void, types: PossibleTypes): Rewrite {
  const [first, ...rest] = path;
  const next: (object: Data) => void = first === undefined ? change : step(first, along(rest, change, types), types);
  const apply: Rewrite = (value) => {
    if (Array.isArray(value)) {
      value.forEach(apply);
    } else if (isObject(value)) {
      next(value);
    }
  };
  return apply;
}

function step(element: string, below: Rewrite, types: PossibleTypes): (object: Data) => void {
  if (!element.startsWith(onType)) {
    return (object) => {
      below(own(object, element));
    };
  }
  const possible = types.of(element.slice(onType.length));
  return (object) => {
    const name = own(object, '__typename');
    // An object that does not say its type is taken to be of it.
    if (!name || possible.has(name as string)) {
      below(object);
    }
  };
}
