import { knownTables } from './check-folder.js';
import { datasetTable } from './dataset.js';
import type { Files } from './folder-entries.js';
import { readFiles } from './read-files.js';
import type { CsvTable, ReadTable } from './table.js';
import type { ImportTarget } from './target.js';

/** How many rows of a table, or of all, a change adds, changes and takes away. */
export interface Difference {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** The differences between two states of a data set by table; of files that are null there is none. */
export async function differences(
  targets: readonly ImportTarget[],
  before: Files | null,
  after: ReadonlyMap<string, ReadTable> | null,
): Promise<ReadonlyMap<string, Difference>> {
  const known = knownTables(targets);
  const old = before === null ? null : (await readFiles(before, known)).tables;
  return new Map(
    known
      .filter(({ file }) => file !== datasetTable.file)
      .map(({ file }) => [file, differenceOf(rowsOf(old?.get(file)), rowsOf(after?.get(file)))]),
  );
}

/** The sum of differences. */
export const sumOf = (all: Iterable<Difference>): Difference =>
  [...all].reduce(
    (sum, each) => ({
      added: sum.added + each.added,
      changed: sum.changed + each.changed,
      removed: sum.removed + each.removed,
    }),
    { added: 0, changed: 0, removed: 0 },
  );

/** Rows by their keys, with what their cells say. References may be ids in one state and names in the other. */
function rowsOf(read: ReadTable | undefined): ReadonlyMap<string, string> {
  return new Map(
    (read?.rows ?? []).map(({ values, line }) => [keyIn(read?.table, values) ?? String(line), JSON.stringify(values)]),
  );
}

function keyIn(table: CsvTable | undefined, values: Readonly<Record<string, unknown>>): string | null {
  const { id } = values;
  return typeof id === 'string' ? id : (table?.key(values) ?? null);
}

function differenceOf(old: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): Difference {
  const kept = [...now].filter(([key]) => old.has(key));
  return {
    added: now.size - kept.length,
    changed: kept.filter(([key, text]) => old.get(key) !== text).length,
    removed: old.size - kept.length,
  };
}
