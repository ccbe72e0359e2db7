import type { IdOwners } from './id-owners.js';
import { say } from './message.js';
import { found, type Problem } from './problem.js';
import type { SharedIds } from './shared-ids.js';
import type { CsvTable, ReadTable, RowProblem, TableRow } from './table.js';

/** Problems of whole rows: repeated values, repeated ids, ids of other data sets, circular parents. */
export function* rowProblems(
  tables: ReadonlyMap<string, ReadTable>,
  shared: SharedIds,
  owners: IdOwners,
  dataset: string | null,
): Iterable<Problem> {
  const firstOf = new Map<string, string>();
  for (const { table, rows } of tables.values()) {
    const files = [...(shared.get(table.file) ?? [table.file])];
    for (const row of rows ?? []) {
      yield* ownProblems(table, row).map((problem) => ({ file: table.file, line: row.line, ...problem }));
      yield* idProblems(row, table, files, firstOf);
      if (dataset !== null && table.isShared !== true) {
        yield* foreignIdProblems(row, table, files, owners, dataset);
      }
    }
    yield* cycleProblems(table, rows ?? []);
  }
}

function ownProblems(table: CsvTable, { values, isWhole }: TableRow): RowProblem[] {
  const repeated = Object.entries(values).flatMap(([column, value]) => {
    const texts = Array.isArray(value) && value.length > 1 ? value.map((each) => JSON.stringify(each)) : [];
    return texts.some((text, place) => texts.indexOf(text) < place)
      ? [{ column, found: say('a value twice', '同一个值两次'), expected: say('each value once', '每个值只写一次') }]
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
  const expected =
    files.length === 1
      ? say('one row for each', '每个只有一行')
      : say(`an id that is once in ${files.join(', ')}`, `在 ${files.join('、')} 里只出现一次的编号`);
  return [
    {
      file,
      line,
      column: null,
      found: say(`${found(key)}, which ${first} has`, `${found(key)}，${first} 已有`),
      expected,
    },
  ];
}

function foreignIdProblems(
  { key, line }: TableRow,
  { file }: CsvTable,
  files: readonly string[],
  owners: IdOwners,
  dataset: string,
): Problem[] {
  return files.flatMap((each) => {
    const owner = key === null ? undefined : owners(each, key);
    return owner === undefined || owner === dataset
      ? []
      : [
          {
            file,
            line,
            column: null,
            found: say(
              `${found(key ?? '')}, which ${each} of the data set ${found(owner)} has`,
              `${found(key ?? '')}，数据集 ${found(owner)} 的 ${each} 已有`,
            ),
            expected: say('an id of its own', '另取一个编号'),
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
      ? [
          {
            file,
            line,
            column: parent,
            found: say(`${found(key)} above itself`, `${found(key)} 在自己之上`),
            expected: say('a row that is not below it', '不在它之下的一行'),
          },
        ]
      : [];
  });
}
