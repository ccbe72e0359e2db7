import DataLoader from 'dataloader';

/** Reads the values of keys, in any order; a key without a value is left out. */
export type ReadKeys<Value> = (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>;

/**
 * What a batch reads, as a path: two paths are one where each part is the same object or an equal text. It begins with
 * a module's own constant, function or class, so that texts of different modules never meet:
 * `[Repository, 'fund']`, `[fund, toPairing, 'page']`. An object made anew for each request shares nothing.
 */
export type BatchPath = readonly [object, ...(object | string)[]];

/**
 * The data loaders of one request. Calls with the same path and equal arguments share a loader, so that a field with
 * arguments costs one statement for all its parents.
 */
export class Loaders {
  private readonly root = new PathNode();

  /** The value of a key, read together with the other keys of its batch; null where it has none. `args` are plain data. */
  async one<Value>(path: BatchPath, args: unknown, key: string, read: ReadKeys<Value>): Promise<Value | null> {
    const { loaders } = path.reduce<PathNode>((node, part) => node.child(part), this.root);
    const text = JSON.stringify(args ?? null);
    let loader = loaders.get(text) as DataLoader<string, Value | null> | undefined;
    if (!loader) {
      loader = new DataLoader(async (keys) => {
        const values = await read(keys);
        return keys.map((each) => values.get(each) ?? null);
      });
      loaders.set(text, loader);
    }
    return loader.load(key);
  }
}

/** The loaders at a path by the JSON of their arguments, and the paths that are longer by one part. */
class PathNode {
  readonly loaders = new Map<string, unknown>();
  private readonly children = new Map<object | string, PathNode>();

  child(part: object | string): PathNode {
    let node = this.children.get(part);
    if (!node) {
      node = new PathNode();
      this.children.set(part, node);
    }
    return node;
  }
}
