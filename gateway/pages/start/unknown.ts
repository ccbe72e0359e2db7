const unknown = new WeakMap<object, Set<string>>();

/** The place of a value in an answer. */
type Path = readonly (string | number)[];

/** Marks the null of an answer at which a path ends, or on the way: it stands for what is missing. */
export function markUnknown(data: object, path: Path): void {
  let parent: unknown = data;
  for (const key of path) {
    if (typeof parent !== 'object' || parent === null) {
      return;
    }
    const value = (parent as Readonly<Record<string | number, unknown>>)[key];
    if (value === null) {
      unknown.set(parent, (unknown.get(parent) ?? new Set()).add(String(key)));
    }
    parent = value;
  }
}

/** Whether a field is null because it could not be answered. Any other null says that there is none. */
export function isUnknown<Parent extends object>(parent: Parent, field: keyof Parent & string): boolean {
  return unknown.get(parent)?.has(field) ?? false;
}

/** Whether any field of an object could not be answered. */
export function hasUnknown(parent: object): boolean {
  return unknown.has(parent);
}
