import { checkFolder, knownTables } from './check-folder.js';
import { heldAs } from './dataset.js';
import { holderOf } from './holders.js';
import type { Importing } from './import-folder.js';
import { readFolder } from './read-folder.js';

/** What an import of a folder would do. */
export interface Preview {
  readonly dataset: string;
  /** Whether the same content is in already, so that nothing would change. */
  readonly isIn: boolean;
  /** The rows of the data set in each CSV table: those held, and those that would take their place. */
  readonly tables: readonly { readonly table: string; readonly now: number; readonly then: number }[];
}

/** Checks a folder as an import does, and writes nothing. Throws `ImportError` with every problem. */
export async function previewFolder(targets: readonly Importing[], path: string): Promise<Preview> {
  const folder = readFolder(path, knownTables(targets));
  const { dataset, tables } = await checkFolder(targets, folder);
  const counts: { table: string; now: number; then: number }[] = [];
  for (const { file } of knownTables(targets)) {
    const now = await rowsHeld(targets, file, dataset.id);
    if (now !== null) {
      counts.push({ table: file, now, then: tables.get(file)?.rows?.length ?? 0 });
    }
  }
  return {
    dataset: dataset.id,
    isIn: (await heldAs(targets, folder.content)) === dataset.id,
    tables: counts.filter(({ now, then }) => now + then > 0),
  };
}

/** The rows of a CSV table that a data set has; null for a table that no subgraph keeps. */
async function rowsHeld(targets: readonly Importing[], file: string, dataset: string): Promise<number | null> {
  const holder = holderOf(targets, file);
  if (!holder) {
    return null;
  }
  const { count } = await holder.database
    .read<Record<string, { dataset: string }>>()
    .selectFrom(holder.ids)
    .select(({ fn }) => fn.countAll().as('count'))
    .where('dataset', '=', dataset)
    .executeTakeFirstOrThrow();
  return Number(count);
}
