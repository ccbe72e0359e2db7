import { datasetProblems } from './dataset-problems.js';
import { datasetTable } from './dataset.js';
import { findIdOwners, type IdOwners } from './id-owners.js';
import { lostRowProblems } from './lost-rows.js';
import { lookUpNames } from './name-lookup.js';
import { ImportError } from './import-error.js';
import type { GatheredProblem } from './problem.js';
import { Problems } from './problems.js';
import { say } from './message.js';
import { narrowerRowProblems } from './narrower-rows.js';
import type { Folder } from './read-folder.js';
import { referencesIn, type Reference } from './references.js';
import { resolveReferences } from './resolve-references.js';
import { rowDays, type RowDays } from './row-days.js';
import { rowProblems } from './row-problems.js';
import { findSharedIds } from './shared-ids.js';
import type { CsvTable, ReadTable } from './table.js';
import type { ImportTarget } from './target.js';
import { tableWarnings, type WarningSettings } from './warnings.js';

/** A folder without problems; its references are ids. */
export interface CheckedFolder {
  readonly dataset: NonNullable<Folder['dataset']>;
  readonly tables: ReadonlyMap<string, ReadTable>;
  readonly owners: IdOwners;
  /** What is taken as it is, and should be looked at. */
  readonly warnings: readonly GatheredProblem[];
}

/** Checks a folder and resolves its references. Throws one `ImportError` with every problem; if strict, every warning. */
export async function checkFolder(
  targets: readonly ImportTarget[],
  folder: Folder,
  { strict = false, warns = true, today, language = 'EN' }: WarningSettings = {},
): Promise<CheckedFolder> {
  const shown = { language, nameOf: folder.nameOf, cellsOf: folder.cellsOf };
  const references = referencesIn(folder.tables);
  const ownersOfTexts = await findIdOwners(targets, folder, references);
  const isId = ({ text, files }: Reference): boolean => files.some((file) => ownersOfTexts(file, text) !== undefined);
  const names = await lookUpNames(targets, folder, references, isId);
  const shared = await findSharedIds(targets);
  const named = references.flatMap(({ text, files }) =>
    files.map((file): Reference[] => names.idsOf(file, text).map((id) => ({ text: id, files: [file] }))),
  );
  const isNamed = named.some((each) => each.length > 0);
  const owners = isNamed ? await findIdOwners(targets, folder, [...references, ...named.flat()]) : ownersOfTexts;
  // Only names mean other rows on other days.
  const days: RowDays = isNamed ? await rowDays(targets, folder.tables) : () => null;
  const resolved = resolveReferences(folder.tables, owners, names, days);
  const keys = Array.from(resolved.tables.values()).flatMap(({ table: { file }, rows }) =>
    (rows ?? []).map(({ key }): Reference => ({ text: key ?? '', files: [...(shared.get(file) ?? [file])] })),
  );
  const ownersOfKeys = await findIdOwners(targets, { ...folder, tables: resolved.tables }, keys);
  const problems = folder.problems;
  problems.merge(resolved.problems);
  for (const found of [
    folder.dataset === null ? [] : await datasetProblems(targets, folder.folder, folder.dataset.id),
    rowProblems(resolved.tables, shared, ownersOfKeys, folder.dataset?.id ?? null),
  ]) {
    problems.addAll(found);
  }
  // Ids that could not be read would seem to be taken away.
  if (problems.count === 0 && folder.dataset !== null) {
    problems.addAll(await lostRowProblems(targets, folder.dataset.id, resolved.tables));
    problems.addAll(await narrowerRowProblems(targets, folder.dataset, resolved.tables, owners));
  }
  if (problems.count > 0 || folder.dataset === null) {
    throw new ImportError(say(`Nothing was imported from ${folder.path}`, `${folder.path} 没有导入`), problems, shown);
  }
  const warnings = warns
    ? await tableWarnings(targets, folder.dataset.id, resolved.tables, owners, today)
    : new Problems();
  warnings.merge(folder.warnings);
  warnings.merge(resolved.warnings);
  if (strict && warnings.count > 0) {
    throw new ImportError(
      say(
        `Nothing was imported from ${folder.path}, since --strict refuses what is odd`,
        `${folder.path} 没有导入：--strict 不接受可疑之处`,
      ),
      warnings,
      shown,
    );
  }
  return { dataset: folder.dataset, tables: resolved.tables, owners, warnings: warnings.list(shown) };
}

/** Every table that a folder may have, each once. */
export function knownTables(targets: readonly Pick<ImportTarget, 'subgraph'>[]): readonly CsvTable[] {
  const tables = [
    datasetTable as CsvTable,
    ...targets.flatMap(({ subgraph }) => subgraph.imports.map(({ table }) => table)),
  ];
  return [...new Map(tables.map((table) => [table.file, table])).values()];
}
