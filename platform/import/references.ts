import type { Holders } from './holders.js';
import type { Candidate, Names } from './names.js';
import { found, type Problem } from './problem.js';
import type { ReadTable, RowProblem, TableRow } from './table.js';

/** A text that refers to a row of one of the files. */
export interface Reference {
  readonly text: string;
  readonly files: readonly string[];
}

type Tables = ReadonlyMap<string, ReadTable>;

/** The references that tables make. */
export function referencesIn(tables: Tables): Reference[] {
  const references: Reference[] = [];
  for (const { table, rows } of tables.values()) {
    for (const row of rows ?? []) {
      for (const [name, column] of Object.entries(table.columns)) {
        if (name in row.values) {
          column.resolve?.(row.values[name], (text, files) => {
            references.push({ text, files });
            return text;
          });
        }
      }
    }
  }
  return references;
}

/** Puts ids in place of all references. What refers to no row, or to several, stays and is a problem. */
export function resolveReferences(
  tables: Tables,
  holders: Holders,
  names: Names,
): { readonly tables: Tables; readonly problems: readonly Problem[] } {
  const unread = new Set(Array.from(tables).flatMap(([file, { rows }]) => (rows === null ? [file] : [])));
  const problems: Problem[] = [];
  const resolveRow = (table: ReadTable['table'], row: TableRow): TableRow => {
    const values = { ...row.values };
    for (const [name, column] of Object.entries(table.columns)) {
      if (column.resolve && name in values) {
        values[name] = column.resolve(values[name], (text, files) => {
          const target = targetOf({ text, files }, holders, names);
          if (typeof target === 'string') {
            return target;
          }
          // What a file has that cannot be read is not known.
          if (!files.some((file) => unread.has(file))) {
            problems.push({ file: table.file, line: row.line, column: name, ...target });
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
  return { tables: new Map(resolved), problems };
}

/** The id of the row that a reference means: an id comes first, then a code, then a name. */
function targetOf({ text, files }: Reference, holders: Holders, names: Names): string | Omit<RowProblem, 'column'> {
  const holding = files.filter((file) => holders(file, text) !== undefined);
  if (holding.length === 1) {
    return text;
  }
  if (holding.length > 1) {
    return {
      found: `${found(text)}, which is an id of ${holding.join(' and of ')}`,
      expected: 'an id that one of them alone has',
    };
  }
  const candidates = files.flatMap((file) => names.of(file, text));
  const [only] = candidates;
  if (only && candidates.length === 1) {
    return only.id;
  }
  return only
    ? {
        found: `${found(text)}, which may be ${candidatesText(candidates)}`,
        expected: 'an id, or a name with the name above it as in these',
      }
    : {
        found: `${found(text)}, which is unknown`,
        expected: files.map((file) => `${names.has(file) ? 'an id, code or name' : 'an id'} of ${file}`).join(' or '),
      };
}

const mostShown = 10;

function candidatesText(candidates: readonly Candidate[]): string {
  const texts = candidates
    .slice(0, mostShown)
    .map(({ id, name, above }) => `${id} (${name}${above === null ? '' : ` @ ${above}`})`);
  const others = candidates.length - texts.length;
  return [...texts, ...(others === 0 ? [] : [`${others} more`])].join(' or ');
}
