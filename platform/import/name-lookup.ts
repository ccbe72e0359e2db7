import type { Database } from '../database.js';
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
import type { SpelledRow } from './spellings.js';
import type { Days, FormerNames, ReadTable, TableImport } from './table.js';
import type { ImportTarget } from './target.js';

/** Finds rows by code, else by name, else by former code or name. */
export interface NameLookup {
  /** Whether rows of a file can be referred to by code or name. */
  covers(file: string): boolean;
  /** The ids of all rows that a text means or meant. */
  idsOf(file: string, text: string): readonly string[];
  /** The rows that a text means on some days; null: today. */
  find(file: string, text: string, days: Days | null): FoundRows;
  /** What a text that means no row is like, the nearest first; none where there are too many such texts. */
  nearest(file: string, text: string): readonly string[];
}

/** Rows that a text means, and whether it did so on the days asked for, or at another time only. */
export interface FoundRows {
  readonly rows: readonly NamedRow[];
  readonly isOfDays: boolean;
}

interface Find {
  (text: string, days: Days | null): FoundRows;
  readonly everOf: (text: string) => readonly NamedRow[];
  readonly nearest?: ReadonlyMap<string, readonly string[]>;
}

/** For how many texts that mean no row the nearest are looked for. */
const mostNearest = 20;

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
    nearest: (file, text) => byFile.get(file)?.nearest?.get(text) ?? [],
  };
}

async function lookUpTable(
  { database }: ImportTarget,
  { table: { file }, former, spellings }: TableImport,
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
  const find = await findExactly(database, columns, former, tables.get(file), dataset?.id ?? '', texts, names);
  const unknown = [...new Set(names)].filter((text) => find.everOf(text).length === 0);
  if (!spellings || unknown.length === 0) {
    return find;
  }
  const spelled = await spellings.rowsOf(database, unknown);
  const spelledNames = [...new Set([...spelled.values()].flat().map(({ name }) => name))];
  const found = await findExactly(database, columns, former, undefined, dataset?.id ?? '', spelledNames, spelledNames);
  const nearest = new Map<string, readonly string[]>();
  for (const text of unknown.filter((each) => (spelled.get(each) ?? []).length === 0).slice(0, mostNearest)) {
    nearest.set(text, await spellings.nearest(database, text));
  }
  return Object.assign(
    (text: string, days: Days | null): FoundRows => {
      const exact = find(text, days);
      return exact.rows.length > 0 ? exact : bestOf(spelled.get(text) ?? [], (name) => found(name, days));
    },
    {
      everOf: (text: string) => [
        ...find.everOf(text),
        ...(spelled.get(text) ?? []).flatMap(({ id, name }) => found.everOf(name).filter((row) => row.id === id)),
      ],
      nearest,
    },
  );
}

/** The rows that a text may mean, by the names that it stands for: those of the days, where there are such. */
function bestOf(spelled: readonly SpelledRow[], find: (name: string) => FoundRows): FoundRows {
  const finds = spelled.map(({ id, name }) => {
    const { rows, isOfDays } = find(name);
    return { rows: rows.filter((row) => row.id === id), isOfDays };
  });
  const ofDays = finds.filter(({ rows, isOfDays }) => rows.length > 0 && isOfDays);
  const rows = (ofDays.length > 0 ? ofDays : finds).flatMap((each) => each.rows);
  return {
    rows: [...new Map(rows.map((row) => [row.id, row])).values()],
    isOfDays: ofDays.length > 0 || rows.length === 0,
  };
}

/** Finds rows by code, else by name, else by former code or name, as they are written. */
async function findExactly(
  database: Database,
  columns: NamedTable,
  former: FormerNames | undefined,
  table: ReadTable | undefined,
  dataset: string,
  texts: readonly string[],
  names: readonly string[],
): Promise<Find> {
  const stored = await rowsOfOtherDatasets(database, columns, texts, dataset);
  if (!former) {
    const find = byCodeOrName([...rowsOfFolder(table, stored), ...stored]);
    return Object.assign((text: string) => ({ rows: find(text), isOfDays: true }), { everOf: find });
  }
  const others = await withOtherParentNames(database, columns, former, stored);
  const currentRows = [...rowsOfFolder(table, others), ...others];
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
