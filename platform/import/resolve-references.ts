import type { IdOwners } from './id-owners.js';
import type { NameLookup } from './name-lookup.js';
import type { NamedRow } from './named-rows.js';
import { say } from './message.js';
import { found } from './problem.js';
import { Problems } from './problems.js';
import type { Reference } from './references.js';
import type { RowDays } from './row-days.js';
import type { Days, ReadTable, RowProblem, TableRow } from './table.js';

type Tables = ReadonlyMap<string, ReadTable>;

/** Replaces all references by ids. A reference to no row, or to several, stays as it is and is a problem. */
export function resolveReferences(
  tables: Tables,
  owners: IdOwners,
  names: NameLookup,
  daysOf: RowDays,
): { readonly tables: Tables; readonly problems: Problems; readonly warnings: Problems } {
  const unreadable = new Set(Array.from(tables).flatMap(([file, { rows }]) => (rows === null ? [file] : [])));
  const problems = new Problems();
  const warnings = new Problems();
  const resolveRow = (table: ReadTable['table'], row: TableRow): TableRow => {
    const values = { ...row.values };
    // Most references are ids, for which no day matters.
    const days = (): Days | null => daysOf(table.file, row);
    for (const [name, column] of Object.entries(table.columns)) {
      if (column.resolve && name in values) {
        values[name] = column.resolve(values[name], (text, files) => {
          const warn = (warning: Omit<RowProblem, 'column'>): void => {
            warnings.add({ file: table.file, line: row.line, column: name, ...warning });
          };
          const target = targetOf({ text, files }, owners, names, days, warn);
          if (typeof target === 'string') {
            return target;
          }
          // The row may be in a file that cannot be read.
          if (!files.some((file) => unreadable.has(file))) {
            problems.add({ file: table.file, line: row.line, column: name, ...target });
          }
          return text;
        });
      }
    }
    return { ...row, key: row.isWhole ? table.key(values) : row.key, values };
  };
  const resolved = Array.from(tables, ([file, read]): [string, ReadTable] => [
    file,
    { ...read, rows: read.rows?.map((row) => resolveRow(read.table, row)) ?? null },
  ]);
  return { tables: new Map(resolved), problems, warnings };
}

/** The id that a reference resolves to, or its problem: an id takes precedence over a code, a code over a name. */
function targetOf(
  { text, files }: Reference,
  owners: IdOwners,
  names: NameLookup,
  daysOf: () => Days | null,
  warn: (warning: Omit<RowProblem, 'column'>) => void,
): string | Omit<RowProblem, 'column'> {
  const filesWithId = files.filter((file) => owners(file, text) !== undefined);
  if (filesWithId.length === 1) {
    return text;
  }
  if (filesWithId.length > 1) {
    return {
      found: say(
        `${found(text)}, which is an id of ${filesWithId.join(' and of ')}`,
        `${found(text)}，同时是 ${filesWithId.join(' 和 ')} 的编号`,
      ),
      expected: say('an id that one of them alone has', '只有其中一个有的编号'),
    };
  }
  const days = daysOf();
  const finds = files.map((file) => names.find(file, text, days));
  const candidates = finds.flatMap(({ rows }) => rows);
  const [first] = candidates;
  if (first && candidates.length === 1) {
    if (days !== null && finds.some(({ rows, isOfDays }) => rows.length > 0 && !isOfDays)) {
      warn({
        found: say(
          `${found(text)}, taken as ${candidatesText([first])}`,
          `${found(text)}，按 ${candidatesText([first])} 处理`,
        ),
        expected: say(`a name that it had ${daysText(days)}`, `它在 ${days.first} 到 ${days.last} 的名称`),
      });
    }
    return first.id;
  }
  return first
    ? {
        found: say(
          `${found(text)}, which may be ${candidatesText(candidates)}`,
          `${found(text)}，可能是 ${candidatesText(candidates)}`,
        ),
        expected: areAlike(candidates)
          ? say('the id of one of them', '其中一个的编号')
          : say('an id, or a name with the name above it as in these', '编号，或像这样带上级的名称'),
      }
    : unknownProblem({ text, files }, names);
}

function unknownProblem({ text, files }: Reference, names: NameLookup): Omit<RowProblem, 'column'> {
  const nearest = files.flatMap((file) => names.nearest(file, text));
  return {
    found: say(`${found(text)}, which is unknown`, `${found(text)}，查无此项`),
    expected: say(
      files.map((file) => `${names.covers(file) ? 'an id, code or name' : 'an id'} of ${file}`).join(' or ') +
        (nearest.length === 0 ? '' : `; nearest are ${nearest.join(', ')}`),
      files.map((file) => `${file} 的${names.covers(file) ? '编号、代码或名称' : '编号'}`).join('，或 ') +
        (nearest.length === 0 ? '' : `；相近的有 ${nearest.join('、')}`),
    ),
  };
}

const daysText = ({ first, last }: Days): string => (first === last ? `on ${first}` : `from ${first} to ${last}`);

/** Whether names with the name above do not tell candidates apart. */
const areAlike = (candidates: readonly NamedRow[]): boolean =>
  new Set(candidates.map(({ name, parentName }) => `${name}\0${parentName ?? ''}`)).size < candidates.length;

const maxCandidatesShown = 10;

function candidatesText(candidates: readonly NamedRow[]): string {
  const texts = candidates.slice(0, maxCandidatesShown).map(({ id, name, parentName, former }) => {
    const path = `${name}${parentName === null ? '' : ` @ ${parentName}`}`;
    return `${id} (${path}${former ? `, ${former.span}; today ${former.name} ${former.code ?? ''}`.trimEnd() : ''})`;
  });
  const others = candidates.length - texts.length;
  return [...texts, ...(others === 0 ? [] : [`${others} more`])].join(' or ');
}
