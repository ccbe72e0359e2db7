/** An object of the data that fetches have given. */
export type Data = Record<string, unknown>;

/** The value of an object's own property; undefined where it has none, and where the value is no object. */
export function own(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as Data)[key] : undefined;
}

export const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Adds the fields of an object to another: objects, and lists of the same length, are merged, everything else is
 * replaced. What it adds is shared, not copied.
 */
export function merge(target: Data, source: Data): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    // An own property only: a field may be called `constructor`.
    const before = Object.hasOwn(target, key) ? target[key] : undefined;
    if (value === undefined || value === before) {
      continue;
    }
    if (isObject(value) && isObject(before)) {
      merge(before, value);
    } else if (Array.isArray(value) && Array.isArray(before) && value.length === before.length) {
      mergeItems(before, value);
    } else {
      set(target, key, value);
    }
  }
}

function mergeItems(target: unknown[], source: readonly unknown[]): void {
  for (let index = 0; index < source.length; index += 1) {
    const [before, value] = [target[index], source[index]];
    if (isObject(before) && isObject(value)) {
      if (before !== value) {
        merge(before, value);
      }
    } else {
      target[index] = value;
    }
  }
}

/** Sets an own property, whatever it is called. */
export function set(target: Data, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true });
  } else {
    target[key] = value;
  }
}
