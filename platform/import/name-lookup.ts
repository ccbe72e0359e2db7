import type { Folder } from './read-folder.js';
import {
  nameIn,
  parentSeparator,
  rowsByFormerName,
  rowsOfOtherDatasets,
  type NamedRow,
  type NamedTable,
} from './named-rows.js';
import type { Reference } from './references.js';
import type { ReadTable, TableImport } from './table.js';
import type { ImportTarget } from './target.js';

/** Finds rows by code, else by name, else by former code or name. */
export interface NameLookup {
  /** Whether rows of a file can be referred to by code or name. */
  covers(file: string): boolean;
  find(file: string, text: string): readonly NamedRow[];
}

type Find = (text: string) => readonly NamedRow[];

/**
 * Looks up the references that are not ids in all tables that have `names`: among the rows of the folder and of other
 * data sets.
 */
export async function lookUpNames(
  targets: readonly ImportTarget[],
  folder: Folder,
  references: readonly Reference[],
  isId: (reference: Reference) => boolean,
): Promise<NameLookup> {
  const byFile = new Map<string, Find>();
  for (const target of targets) {
    for (const tableImport of target.subgraph.imports) {
      const { table, ids, parent } = tableImport;
      if (table.names && ids !== null && parent !== undefined) {
        const columns = { ...table.names, table: ids, parent };
        byFile.set(table.file, await lookUpTable(target, tableImport, columns, folder, references, isId));
      }
    }
  }
  return { covers: (file) => byFile.has(file), find: (file, text) => byFile.get(file)?.(text) ?? [] };
}

async function lookUpTable(
  { database }: ImportTarget,
  { table: { file }, former }: TableImport,
  columns: NamedTable,
  { tables, dataset }: Folder,
  references: readonly Reference[],
  isId: (reference: Reference) => boolean,
): Promise<Find> {
  const toFile = references.filter(({ files }) => files.includes(file));
  const names = toFile.filter((reference) => !isId(reference)).map(({ text }) => text);
  if (names.length === 0) {
    return () => [];
  }
  // The ids among the texts include parents of the folder's rows, whose names tell rows of one name apart.
  const texts = toFile.map(({ text }) => text);
  const others = await rowsOfOtherDatasets(database, columns, texts, dataset?.id ?? '');
  const current = byCodeOrName([...rowsOfFolder(tables.get(file), others), ...others]);
  const unknown = names.filter((text) => current(text).length === 0);
  const earlier = byCodeOrName(former ? await rowsByFormerName(database, columns, former, unknown) : []);
  return (text) => (current(text).length > 0 ? current(text) : earlier(text));
}

function byCodeOrName(rows: readonly NamedRow[]): Find {
  const byCode = Map.groupBy(rows, ({ code }) => code ?? '');
  const byName = Map.groupBy(rows, ({ name }) => name);
  return (text) => {
    const [name = '', parentName] = text.split(parentSeparator);
    const found =
      byCode.get(text) ??
      (byName.get(name) ?? []).filter((row) => parentName === undefined || row.parentName === parentName);
    return [...new Map(found.map((row) => [row.id, row])).values()];
  };
}

/** The rows of the folder. Their parent is given by id, code or name. */
function rowsOfFolder(read: ReadTable | undefined, others: readonly NamedRow[]): NamedRow[] {
  const { names, parent } = read?.table ?? {};
  if (!read?.rows || !names || !parent) {
    return [];
  }
  const rows = read.rows.flatMap(({ key, values }) =>
    key === null
      ? []
      : [
          {
            id: key,
            code: (values[names.code] ?? null) as string | null,
            name: (values[names.name] ?? '') as string,
            parent: (values[parent] ?? null) as string | null,
          },
        ],
  );
  const known = [...rows, ...others];
  const byId = new Map(known.map(({ id, name }) => [id, name]));
  const byCode = new Map(known.map(({ code, name }) => [code, name]));
  return rows.map(({ parent: text, ...row }) => ({
    ...row,
    parentName: text === null ? null : (byId.get(text) ?? byCode.get(text) ?? nameIn(text)),
  }));
}
