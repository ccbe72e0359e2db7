import type { Holders } from './holders.js';
import type { Importing } from './import-folder.js';
import { found, type Problem } from './problem.js';
import type { CsvTable, ReadTable, RowProblem, TableRow } from './table.js';

/** For a file, the files whose ids must be unlike its own, itself included. */
export type SharedIds = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Finds which tables write to one table of their subgraph: those that keep, under the id of a row, its parties or its
 * sources there. Two of their rows with one id would have each other's.
 */
export async function findSharedIds(targets: readonly Importing[]): Promise<SharedIds> {
  const shared = new Map<string, Set<string>>();
  for (const { subgraph, database } of targets) {
    const writers: { file: string; entity: string }[] = [];
    for (const { table, toRows } of subgraph.imports) {
      const entities = await toRows([], { database, isIn: () => false });
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

/** What is wrong with rows beyond their cells: by themselves, with other rows, or with other data sets. */
export function rowProblems(
  tables: ReadonlyMap<string, ReadTable>,
  shared: SharedIds,
  holders: Holders,
  dataset: string | null,
): Problem[] {
  const firstOf = new Map<string, string>();
  return [...tables.values()].flatMap(({ table, rows }) => {
    const files = [...(shared.get(table.file) ?? [table.file])];
    const ofRows = (rows ?? []).flatMap((row): Problem[] => [
      ...ownProblems(table, row).map((problem) => ({ file: table.file, line: row.line, ...problem })),
      ...idProblems(row, table, files, firstOf),
      ...(dataset === null ? [] : heldProblems(row, table, files, holders, dataset)),
    ]);
    return [...ofRows, ...cycleProblems(table, rows ?? [])];
  });
}

function ownProblems(table: CsvTable, { values, isWhole }: TableRow): RowProblem[] {
  const repeated = Object.entries(values).flatMap(([column, value]) => {
    const texts = Array.isArray(value) ? value.map((each) => JSON.stringify(each)) : [];
    return texts.some((text, place) => texts.indexOf(text) < place)
      ? [{ column, found: 'a value twice', expected: 'each value once' }]
      : [];
  });
  return [...repeated, ...(isWhole ? (table.check?.(values) ?? []) : [])];
}

function idProblems(
  { key, line }: TableRow,
  { file }: CsvTable,
  files: readonly string[],
  firstOf: Map<string, string>,
): Problem[] {
  if (key === null) {
    return [];
  }
  const first = files.map((each) => firstOf.get(`${each}\0${key}`)).find((place) => place !== undefined);
  if (first === undefined) {
    firstOf.set(`${file}\0${key}`, `${file}:${line}`);
    return [];
  }
  const expected = files.length === 1 ? 'one row for each' : `an id that is once in ${files.join(', ')}`;
  return [{ file, line, column: null, found: `${found(key)}, which ${first} has`, expected }];
}

function heldProblems(
  { key, line }: TableRow,
  { file }: CsvTable,
  files: readonly string[],
  holders: Holders,
  dataset: string,
): Problem[] {
  return files.flatMap((each) => {
    const holder = key === null ? undefined : holders(each, key);
    return holder === undefined || holder === dataset
      ? []
      : [
          {
            file,
            line,
            column: null,
            found: `${found(key ?? '')}, which ${each} of the data set ${found(holder)} has`,
            expected: 'an id of its own',
          },
        ];
  });
}

function cycleProblems({ file, parent }: CsvTable, rows: readonly TableRow[]): Problem[] {
  if (parent === undefined) {
    return [];
  }
  const parents = new Map(rows.map(({ key, values }) => [key, values[parent] as string | null]));
  return rows.flatMap(({ key, line }) => {
    const chain = new Set<string>();
    for (let above = parents.get(key); above != null && !chain.has(above); above = parents.get(above)) {
      chain.add(above);
    }
    return key !== null && chain.has(key)
      ? [{ file, line, column: parent, found: `${found(key)} above itself`, expected: 'a row that is not below it' }]
      : [];
  });
}
