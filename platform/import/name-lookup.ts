import type { Folder } from './read-folder.js';
import {
  formerNamesOf,
  nameIn,
  parentSeparator,
  rowsByFormerName,
  rowsOfOtherDatasets,
  withOtherParentNames,
  type NamedRow,
  type NamedTable,
} from './named-rows.js';
import type { Reference } from './references.js';
import type { Days, ReadTable, TableImport } from './table.js';
import type { ImportTarget } from './target.js';

/** Finds rows by code, else by name, else by former code or name. */
export interface NameLookup {
  /** Whether rows of a file can be referred to by code or name. */
  covers(file: string): boolean;
  /** The ids of all rows that a text means or meant. */
  idsOf(file: string, text: string): readonly string[];
  /** The rows that a text means on some days; null: today. */
  find(file: string, text: string, days: Days | null): FoundRows;
}

/** Rows that a text means, and whether it did so on the days asked for, or at another time only. */
export interface FoundRows {
  readonly rows: readonly NamedRow[];
  readonly isOfDays: boolean;
}

interface Find {
  (text: string, days: Days | null): FoundRows;
  readonly everOf: (text: string) => readonly NamedRow[];
}

const nothing: FoundRows = { rows: [], isOfDays: true };

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
  return {
    idsOf: (file, text) =>
      byFile
        .get(file)
        ?.everOf(text)
        .map(({ id }) => id) ?? [],
    covers: (file) => byFile.has(file),
    find: (file, text, days) => byFile.get(file)?.(text, days) ?? nothing,
  };
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
    return Object.assign(() => nothing, { everOf: () => [] });
  }
  // The ids among the texts include parents of the folder's rows, whose names tell rows of one name apart.
  const texts = toFile.map(({ text }) => text);
  const stored = await rowsOfOtherDatasets(database, columns, texts, dataset?.id ?? '');
  if (!former) {
    const find = byCodeOrName([...rowsOfFolder(tables.get(file), stored), ...stored]);
    return Object.assign((text: string) => ({ rows: find(text), isOfDays: true }), { everOf: find });
  }
  const others = await withOtherParentNames(database, columns, former, stored);
  const currentRows = [...rowsOfFolder(tables.get(file), others), ...others];
  const current = byCodeOrName(currentRows);
  const formerRows = await withOtherParentNames(
    database,
    columns,
    former,
    await rowsByFormerName(database, columns, former, names),
  );
  const earlier = byCodeOrName(formerRows);
  const all = await formerNamesOf(
    database,
    former,
    names.flatMap(current).map(({ id }) => id),
  );
  const find = (text: string, days: Days | null): FoundRows => {
    const now = current(text);
    const atAnyTime = now.length > 0 ? now : earlier(text);
    if (days === null) {
      return { rows: atAnyTime, isOfDays: true };
    }
    const held = byCodeOrName(formerRows.filter((row) => row.former && former.heldIn(row.former.row, days)))(text);
    // A row of which no name of those days is known had that of today.
    const still = now.filter(
      ({ id }) => !(all.get(id) ?? []).some((each) => former.isOwn(each) && former.heldIn(each, days)),
    );
    const rows = [...new Map([...held, ...still].map((row) => [row.id, row])).values()].toSorted((one, other) =>
      one.id < other.id ? -1 : 1,
    );
    return rows.length > 0 ? { rows, isOfDays: true } : { rows: atAnyTime, isOfDays: false };
  };
  return Object.assign(find, { everOf: (text: string) => [...current(text), ...earlier(text)] });
}

function byCodeOrName(rows: readonly NamedRow[]): (text: string) => readonly NamedRow[] {
  const byCode = Map.groupBy(rows, ({ code }) => code ?? '');
  const byName = Map.groupBy(rows, ({ name }) => name);
  return (text) => {
    const [name = '', parentName] = text.split(parentSeparator);
    const found =
      byCode.get(text) ??
      (byName.get(name) ?? []).filter(
        (row) => parentName === undefined || [row.parentName, ...(row.otherParentNames ?? [])].includes(parentName),
      );
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
