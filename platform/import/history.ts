import type { Database } from '../database.js';
import { contentOf, type Files } from './folder-entries.js';
import { isAsWide, rolesOf } from '../visibility/audience.js';
import { storedDatasets, storedRoles } from './dataset.js';
import type { Derived } from './derivation.js';
import { differences, sumOf } from './difference.js';
import { ImportEntry, ImportFiles, type ImportKind } from './history.entity.js';
import { historyDatabase, keptFiles, keptRow, type KeptState } from './kept-files.js';
import { shippedFolders } from './shipped-folders.js';
import type { ReadTable } from './table.js';
import type { ImportTarget } from './target.js';

/** Who changes data sets and how, for the history. */
export interface ChangeSettings {
  /** The name of the key by which it is done. */
  readonly by?: string | null;
  readonly kind?: ImportKind;
}

/** A change of a data set. */
export interface Change extends ChangeSettings {
  readonly dataset: string;
  readonly title: string;
  /** Who may see it afterwards; of one that is removed, before. */
  readonly visibility: string;
  readonly kind: ImportKind;
  /** What it is afterwards; null where it is removed. */
  readonly after: { readonly files: Files; readonly tables: ReadonlyMap<string, ReadTable> } | null;
}

/** The writes of a change, with those of the history: what was done, and the states before and after. */
export async function withHistory(
  targets: readonly ImportTarget[],
  writes: readonly Derived[],
  change: Change,
): Promise<readonly Derived[]> {
  const history = historyDatabase(targets);
  if (!history || shippedFolders.has(change.dataset)) {
    return writes;
  }
  const before = await stateBefore(targets, change);
  const entry = await entryOf(targets, before, change);
  const states = [
    keptRow(change.dataset, 'NOW', { files: change.after?.files ?? null }),
    ...(before ? [keptRow(change.dataset, 'BEFORE', before)] : []),
  ];
  const replaced = [
    { entity: ImportFiles, where: { dataset: change.dataset }, rows: states },
    { entity: ImportEntry, where: { id: entry.id }, rows: [entry] },
  ];
  return writes.map((write, place) =>
    targets[place]?.database === history ? { ...write, replaced: [...write.replaced, ...replaced] } : write,
  );
}

/** What was there before a change; null where that was not kept. */
async function stateBefore(targets: readonly ImportTarget[], { dataset, after }: Change): Promise<KeptState | null> {
  const now = await currentState(targets, dataset);
  // An import that was interrupted is done again.
  const isAgain = now?.files && after !== null && contentOf(now.files) === contentOf(after.files);
  return isAgain ? (await keptFiles(targets, dataset)).before : now;
}

/** What a data set is; null where that was not kept. */
export async function currentState(targets: readonly ImportTarget[], dataset: string): Promise<KeptState | null> {
  const { now } = await keptFiles(targets, dataset);
  if (now !== null) {
    return now;
  }
  const stored = await storedDatasets(targets.map(({ database }) => database));
  return stored.includes(dataset) ? null : { files: null };
}

async function entryOf(
  targets: readonly ImportTarget[],
  before: KeptState | null,
  { dataset, title, visibility, kind, by = null, after }: Change,
): Promise<ImportEntry> {
  const stored = (await storedRoles(targets)).get(dataset);
  // Who sees the data set now might not see what it was before.
  const isComparable = stored === undefined || isAsWide(rolesOf(visibility), stored);
  const difference =
    before && isComparable ? sumOf((await differences(targets, before.files, after?.tables ?? null)).values()) : null;
  const at = new Date().toISOString();
  return {
    // In the order of time; no two imports run at once.
    id: `${at}-${dataset}`,
    dataset,
    title,
    visibility,
    kind,
    at: `${at.slice(0, 19)}Z`,
    by,
    digest: after === null ? null : contentOf(after.files),
    rows: rowsIn(after?.tables),
    added: difference?.added ?? null,
    changed: difference?.changed ?? null,
    removed: difference?.removed ?? null,
  };
}

/** How many rows all tables have, as the user counts them. */
export const rowsIn = (tables: ReadonlyMap<string, ReadTable> | undefined): number =>
  [...(tables?.values() ?? [])].reduce((sum, { rows }) => sum + (rows?.length ?? 0), 0);

/** The changes of data sets, the latest first. */
export async function historyOf(targets: readonly ImportTarget[]): Promise<readonly ImportEntry[]> {
  const database: Database | undefined = historyDatabase(targets);
  if (!database) {
    return [];
  }
  return await database
    .read<{ import: ImportEntry }>()
    .selectFrom('import')
    .selectAll()
    .orderBy('id', 'desc')
    .execute();
}
