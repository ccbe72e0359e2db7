import { datasetTable } from './dataset.js';
import { findHolders, type Holders } from './holders.js';
import type { Importing } from './import-folder.js';
import { findNames } from './names.js';
import { ImportError } from './problem.js';
import type { Folder } from './read-folder.js';
import { referencesIn, resolveReferences, type Reference } from './references.js';
import { findSharedIds, rowProblems } from './row-rules.js';
import type { CsvTable, ReadTable } from './table.js';

/** A folder without problems, its references being ids. */
export interface CheckedFolder {
  readonly dataset: NonNullable<Folder['dataset']>;
  readonly tables: ReadonlyMap<string, ReadTable>;
  readonly holders: Holders;
}

/** Checks all that a folder holds. Throws one `ImportError` with every problem. */
export async function checkFolder(targets: readonly Importing[], folder: Folder): Promise<CheckedFolder> {
  const references = referencesIn(folder.tables);
  const held = await findHolders(targets, folder, references);
  const isId = ({ text, files }: Reference): boolean => files.some((file) => held(file, text) !== undefined);
  const names = await findNames(targets, folder, references, isId);
  const shared = await findSharedIds(targets);
  const meant = references.flatMap(({ text, files }) =>
    files.map((file): Reference[] => names.of(file, text).map(({ id }) => ({ text: id, files: [file] }))),
  );
  const isNamed = meant.some((each) => each.length > 0);
  const holders = isNamed ? await findHolders(targets, folder, [...references, ...meant.flat()]) : held;
  const resolved = resolveReferences(folder.tables, holders, names);
  const keys = Array.from(resolved.tables.values()).flatMap(({ table: { file }, rows }) =>
    (rows ?? []).map(({ key }): Reference => ({ text: key ?? '', files: [...(shared.get(file) ?? [file])] })),
  );
  const holdersOfKeys = await findHolders(targets, { ...folder, tables: resolved.tables }, keys);
  const problems = [
    ...folder.problems,
    ...resolved.problems,
    ...rowProblems(resolved.tables, shared, holdersOfKeys, folder.dataset?.id ?? null),
  ];
  if (problems.length > 0 || folder.dataset === null) {
    throw new ImportError(folder.path, problems);
  }
  return { dataset: folder.dataset, tables: resolved.tables, holders };
}

/** Every table that a folder may hold, each once. */
export function knownTables(targets: readonly Pick<Importing, 'subgraph'>[]): readonly CsvTable[] {
  const tables = [
    datasetTable as CsvTable,
    ...targets.flatMap(({ subgraph }) => subgraph.imports.map(({ table }) => table)),
  ];
  return [...new Map(tables.map((table) => [table.file, table])).values()];
}
