import type { ImportTarget } from './target.js';

/** For a file, the files whose ids must differ from its own, itself included. */
export type SharedIds = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Finds which CSV tables write to the same database table: rows of theirs with one id would share their parties or
 * sources there.
 */
export async function findSharedIds(targets: readonly ImportTarget[]): Promise<SharedIds> {
  const shared = new Map<string, Set<string>>();
  for (const { subgraph, database } of targets) {
    const writers: { file: string; entity: string }[] = [];
    for (const { table, toRows } of subgraph.imports) {
      const entities = await toRows([], { database, dataset: '', isIn: () => false });
      const keyed = entities.filter(({ hasOwnIds }) => hasOwnIds !== true);
      writers.push(...keyed.map(({ entity }) => ({ file: table.file, entity: entity.name })));
    }
    for (const group of Map.groupBy(writers, ({ entity }) => entity).values()) {
      for (const { file } of group) {
        shared.set(file, new Set([...(shared.get(file) ?? []), ...group.map((each) => each.file)]));
      }
    }
  }
  return shared;
}
