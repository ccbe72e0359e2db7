import { mayBeEmpty } from './columns.js';
import { say, type Message } from './message.js';
import { found, type Problem } from './problem.js';
import { isBlank, type Sheet, type SheetRow } from './sheet.js';
import type { CsvTable } from './table.js';
import { foldedWord, plainForms } from './written/folded.js';

/** The header of a sheet, and the rows below it. */
export interface Header {
  readonly line: number;
  /** The place of each column among the cells. */
  readonly places: ReadonlyMap<string, number>;
  /** The names of columns as they are written. */
  readonly written: ReadonlyMap<string, string>;
  /** What the names of columns have in brackets, such as a unit. */
  readonly notes: Readonly<Record<string, string>>;
  readonly width: number;
  readonly rows: readonly SheetRow[];
  readonly warnings: readonly Problem[];
}

/** Finds the header: the first row, if it has names of columns alone, else the one of the first rows that names the most. Columns that are given need not be there. */
export function readHeader(
  table: CsvTable,
  { rows, notes: sheetNotes }: Sheet,
  isGiven: readonly string[],
): Header | readonly Problem[] {
  const find = columnsByName(table);
  const filled = rows.filter((row) => !isBlank(row));
  const isHeader = ({ cells }: SheetRow): boolean => cells.every((cell) => find(cell) !== null);
  const candidates = filled.slice(0, filled[0] && isHeader(filled[0]) ? 1 : rowsLookedAt);
  const named = candidates.map(({ cells }) => cells.filter((cell) => find(cell) !== null).length);
  const place = named.indexOf(Math.max(...named, 0));
  const header = candidates[place];
  if (!header || named[place] === 0) {
    return [noHeader(table, filled[0])];
  }
  const cells = withoutEnd(header.cells.map((cell) => cell.trim()));
  const problems = headerProblems(table, header.line, cells, find, isGiven);
  if (problems.length > 0) {
    return problems;
  }
  const columns = cells.map((cell) => find(cell));
  const titles = candidates.slice(0, place);
  const unnamed = header.cells.length - cells.length;
  const warn = (line: number | null, what: Message, expected: Message): Problem => ({
    file: table.file,
    line,
    column: null,
    found: what,
    expected,
  });
  return {
    line: header.line,
    places: new Map(columns.flatMap((column, at) => (column === null ? [] : [[column.name, at] as const]))),
    written: new Map(
      columns.flatMap((column, at) => (column === null ? [] : ([[column.name, cells[at] ?? '']] as const))),
    ),
    notes: Object.fromEntries(columns.flatMap((column) => (column?.note ? [[column.name, column.note]] : []))),
    width: cells.length,
    rows: filled.filter(({ line }) => line > header.line),
    warnings: [
      ...sheetNotes,
      ...(titles.some(({ cells: [first = ''] }) => !first.startsWith('#'))
        ? [
            warn(
              titles[0]?.line ?? null,
              say(
                `${titles.length} lines above the header, which are passed over`,
                `表头上方有 ${titles.length} 行，已略过`,
              ),
              say('the header in the first line', '第一行就是表头'),
            ),
          ]
        : []),
      ...(unnamed > 0
        ? [
            warn(
              header.line,
              say(
                `${unnamed} columns without a name at the end, which are passed over`,
                `末尾有 ${unnamed} 个没有列名的列，已略过`,
              ),
              say('no comma at the end of a line', '行末没有多余的逗号'),
            ),
          ]
        : []),
    ],
  };
}

/** Titles and remarks above a header are few. */
const rowsLookedAt = 20;

interface NamedColumn {
  readonly name: string;
  readonly note: string | null;
}

type FindColumn = (written: string) => NamedColumn | null;

/** Finds a column by its name in English or Chinese, which may have a note in brackets: 金额（万元）. */
export function columnsByName({ columns, chinese }: CsvTable): FindColumn {
  const byName = new Map(
    [...Object.keys(columns)]
      .toReversed()
      .flatMap((name) =>
        [...(chinese?.columns[name]?.names ?? []).toReversed(), name].map((each) => [foldedWord(each), name] as const),
      ),
  );
  for (const name of Object.keys(columns)) {
    byName.set(foldedWord(name), name);
  }
  return (written) => {
    if (Object.hasOwn(columns, written)) {
      return { name: written, note: null };
    }
    const whole = byName.get(foldedWord(written));
    if (whole !== undefined) {
      return { name: whole, note: null };
    }
    const [, name = '', note = ''] = /^(.+?)\(([^()]*)\)$/.exec(plainForms(written)) ?? [];
    const column = byName.get(foldedWord(name));
    return column === undefined ? null : { name: column, note };
  };
}

function withoutEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

const otherSeparators = [';', '，', '；', '|', '\t'];

function noHeader(table: CsvTable, first: SheetRow | undefined): Problem {
  const [cell = '', ...others] = first?.cells ?? [];
  const find = columnsByName(table);
  const separator =
    others.every((each) => each === '') &&
    otherSeparators.find((each) => cell.split(each).filter((name) => find(name.trim()) !== null).length > 0);
  const { file } = table;
  if (separator !== undefined && separator !== false) {
    return {
      file,
      line: first?.line ?? 1,
      column: null,
      found: say(`columns separated by ${found(separator)}`, `用 ${found(separator)} 分隔的列`),
      expected: say('commas', '英文逗号'),
    };
  }
  return {
    file,
    line: first?.line ?? null,
    column: null,
    found: say(
      `no line with the names of the columns; the first is ${found((first?.cells ?? []).slice(0, 4).join(','))}`,
      `没有列名的一行；第一行是 ${found((first?.cells ?? []).slice(0, 4).join(','))}`,
    ),
    expected: columnsText(table),
  };
}

function columnsText({ columns, chinese }: CsvTable): Message {
  const all = Object.entries(columns);
  const required = all.flatMap(([name, column]) => (mayBeEmpty(column) ? [] : [name]));
  const optional = all.flatMap(([name]) => (required.includes(name) ? [] : [name]));
  const zh = (name: string): string => {
    const [first] = chinese?.columns[name]?.names ?? [];
    return first === undefined ? name : `${first}（${name}）`;
  };
  return say(
    `the columns ${required.join(', ')}${optional.length === 0 ? '' : `; ${optional.join(', ')} may be left out`}`,
    `这些列：${required.map(zh).join('、')}${optional.length === 0 ? '' : `；可以没有的列：${optional.map(zh).join('、')}`}`,
  );
}

/** More missing columns than this are one problem. */
const mostMissing = 3;

function headerProblems(
  table: CsvTable,
  line: number,
  cells: readonly string[],
  find: FindColumn,
  isGiven: readonly string[],
): Problem[] {
  const { file, columns } = table;
  const named = cells.map((cell) => find(cell)?.name ?? null);
  const missing = Object.entries(columns).flatMap(([name, column]) =>
    mayBeEmpty(column) || named.includes(name) || isGiven.includes(name) ? [] : [name],
  );
  const expected = columnsText(table);
  const problem = (column: string | null, what: Message): Problem => ({ file, line, column, found: what, expected });
  return [
    ...(missing.length > mostMissing
      ? [problem(null, say(`no columns ${missing.join(', ')}`, `没有这些列：${missing.join('、')}`))]
      : missing.map((name) => problem(name, say('no such column', '没有这一列')))),
    ...cells.flatMap((cell, place): Problem[] => {
      const name = named[place] ?? null;
      if (name === null) {
        return [
          cell === ''
            ? problem(null, say(`no name of column ${place + 1}`, `第 ${place + 1} 列没有列名`))
            : problem(cell, say(`the column ${found(cell)}`, `列 ${found(cell)}`)),
        ];
      }
      const first = named.indexOf(name);
      return first === place
        ? []
        : [
            {
              file,
              line,
              column: name,
              found: say(
                `the column ${found(name)} twice (columns ${first + 1} and ${place + 1})`,
                `列 ${found(name)} 有两个（第 ${first + 1} 列和第 ${place + 1} 列）`,
              ),
              expected: say('each column once: delete one of them', '每列只有一个：删去其中一个'),
            },
          ];
    }),
  ];
}
