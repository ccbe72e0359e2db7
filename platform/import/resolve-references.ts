import type { IdOwners } from './id-owners.js';
import type { NameLookup } from './name-lookup.js';
import type { NamedRow } from './named-rows.js';
import { found } from './problem.js';
import { Problems } from './problems.js';
import type { Reference } from './references.js';
import type { ReadTable, RowProblem, TableRow } from './table.js';

type Tables = ReadonlyMap<string, ReadTable>;

/** Replaces all references by ids. A reference to no row, or to several, stays as it is and is a problem. */
export function resolveReferences(
  tables: Tables,
  owners: IdOwners,
  names: NameLookup,
): { readonly tables: Tables; readonly problems: Problems } {
  const unreadable = new Set(Array.from(tables).flatMap(([file, { rows }]) => (rows === null ? [file] : [])));
  const problems = new Problems();
  const resolveRow = (table: ReadTable['table'], row: TableRow): TableRow => {
    const values = { ...row.values };
    for (const [name, column] of Object.entries(table.columns)) {
      if (column.resolve && name in values) {
        values[name] = column.resolve(values[name], (text, files) => {
          const target = targetOf({ text, files }, owners, names);
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
  return { tables: new Map(resolved), problems };
}

/** The id that a reference resolves to, or its problem: an id takes precedence over a code, a code over a name. */
function targetOf(
  { text, files }: Reference,
  owners: IdOwners,
  names: NameLookup,
): string | Omit<RowProblem, 'column'> {
  const filesWithId = files.filter((file) => owners(file, text) !== undefined);
  if (filesWithId.length === 1) {
    return text;
  }
  if (filesWithId.length > 1) {
    return {
      found: `${found(text)}, which is an id of ${filesWithId.join(' and of ')}`,
      expected: 'an id that one of them alone has',
    };
  }
  const candidates = files.flatMap((file) => names.find(file, text));
  const [first] = candidates;
  if (first && candidates.length === 1) {
    return first.id;
  }
  return first
    ? {
        found: `${found(text)}, which may be ${candidatesText(candidates)}`,
        expected: 'an id, or a name with the name above it as in these',
      }
    : {
        found: `${found(text)}, which is unknown`,
        expected: files
          .map((file) => `${names.covers(file) ? 'an id, code or name' : 'an id'} of ${file}`)
          .join(' or '),
      };
}

const maxCandidatesShown = 10;

function candidatesText(candidates: readonly NamedRow[]): string {
  const texts = candidates
    .slice(0, maxCandidatesShown)
    .map(({ id, name, parentName }) => `${id} (${name}${parentName === null ? '' : ` @ ${parentName}`})`);
  const others = candidates.length - texts.length;
  return [...texts, ...(others === 0 ? [] : [`${others} more`])].join(' or ');
}
