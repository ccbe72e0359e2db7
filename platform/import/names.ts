import type { Database } from '../database.js';
import { anyOf, eb, rowsWhere, type AnyTables } from '../sql.js';
import type { Importing } from './import-folder.js';
import type { Folder } from './read-folder.js';
import type { Reference } from './references.js';
import type { ReadTable } from './table.js';

/** A row that a text may mean. */
export interface Candidate {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  /** Name of the row above; null where there is none. */
  readonly above: string | null;
}

/** The rows that texts mean by their code or, where it is none, by their name; by former ones where none has it today. */
export interface Names {
  /** Whether the rows of a file may be referred to so. */
  has(file: string): boolean;
  of(file: string, text: string): readonly Candidate[];
}

/** What stands between a name and the name of the row above: 西湖区 @ 杭州市. */
const at = ' @ ';
const nameIn = (text: string): string => text.split(at)[0] ?? text;

/**
 * Finds what the references that are no ids mean in the tables that have `names`: among the rows of the folder and of
 * other data sets.
 */
export async function findNames(
  targets: readonly Importing[],
  { tables, dataset }: Folder,
  references: readonly Reference[],
  isId: (reference: Reference) => boolean,
): Promise<Names> {
  const files = new Map<string, (text: string) => readonly Candidate[]>();
  for (const { subgraph, database } of targets) {
    for (const { table, ids, parent, former } of subgraph.imports) {
      if (!table.names || ids === null || parent === undefined) {
        continue;
      }
      const { file, names } = table;
      const ofFile = references.filter((each) => each.files.includes(file));
      const named = ofFile.filter((each) => !isId(each)).map(({ text }) => text);
      if (named.length === 0) {
        files.set(file, () => []);
        continue;
      }
      const columns = { ...names, table: ids, parent };
      // Among them are the ids of rows above rows of the folder, whose names tell rows of one name apart.
      const texts = ofFile.map(({ text }) => text);
      const others = await namedElsewhere(database, columns, texts, dataset?.id ?? '');
      const today = byCodeOrName([...namedInFolder(tables.get(file), others), ...others]);
      const unknown = named.filter((text) => today(text).length === 0);
      const before = byCodeOrName(former ? await formerlyNamed(database, columns, former, unknown) : []);
      files.set(file, (text) => (today(text).length > 0 ? today(text) : before(text)));
    }
  }
  return { has: (file) => files.has(file), of: (file, text) => files.get(file)?.(text) ?? [] };
}

function byCodeOrName(rows: readonly Candidate[]): (text: string) => readonly Candidate[] {
  const byCode = Map.groupBy(rows, ({ code }) => code ?? '');
  const byName = Map.groupBy(rows, ({ name }) => name);
  return (text) => {
    const [name = '', above] = text.split(at);
    const found =
      byCode.get(text) ??
      (byName.get(name) ?? []).filter((candidate) => above === undefined || candidate.above === above);
    return [...new Map(found.map((candidate) => [candidate.id, candidate])).values()];
  };
}

/** The rows of the folder. What they name as the row above is itself an id, a code or a name. */
function namedInFolder(read: ReadTable | undefined, others: readonly Candidate[]): Candidate[] {
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
    above: text === null ? null : (byId.get(text) ?? byCode.get(text) ?? nameIn(text)),
  }));
}

/** The rows of other data sets that texts mean by id, code or name. */
async function namedElsewhere(
  database: Database,
  { table, code, name, parent }: NameColumns,
  texts: readonly string[],
  dataset: string,
): Promise<Candidate[]> {
  const wanted = [...new Set(texts)];
  const rows = (await database
    .read<AnyTables>()
    .selectFrom(table)
    .select(['id', `${code} as code`, `${name} as name`, `${parent} as parent`])
    .where('dataset', '!=', dataset)
    .where(
      eb.or([anyOf(database, 'id', wanted), anyOf(database, code, wanted), anyOf(database, name, wanted.map(nameIn))]),
    )
    .orderBy('id')
    .execute()) as NamedRow[];
  return withParents(database, { table, name }, rows);
}

/** The rows that had a code or name before; those of the folder's own data set too, as ids stay. */
async function formerlyNamed(
  database: Database,
  { table, code, name, parent }: NameColumns,
  former: { readonly table: string; readonly owner: string },
  texts: readonly string[],
): Promise<Candidate[]> {
  const wanted = [...new Set(texts)];
  const rows = (await database
    .read<AnyTables>()
    .selectFrom(`${former.table} as former`)
    .innerJoin(`${table} as row`, 'row.id', `former.${former.owner}`)
    .select(['row.id', `former.${code} as code`, `former.${name} as name`, `row.${parent} as parent`])
    .distinct()
    .where(eb.or([anyOf(database, `former.${code}`, wanted), anyOf(database, `former.${name}`, wanted.map(nameIn))]))
    .orderBy('row.id')
    .execute()) as NamedRow[];
  return withParents(database, { table, name }, rows);
}

interface NameColumns {
  readonly table: string;
  readonly code: string;
  readonly name: string;
  readonly parent: string;
}

interface NamedRow {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly parent: string | null;
}

async function withParents(
  database: Database,
  { table, name }: Pick<NameColumns, 'table' | 'name'>,
  rows: readonly NamedRow[],
): Promise<Candidate[]> {
  const parents = await rowsWhere<{ id: string; [column: string]: string }>(
    database,
    table,
    'id',
    rows.flatMap((row) => row.parent ?? []),
  );
  const parentNames = new Map(parents.map((row) => [row.id, row[name]]));
  return rows.map(({ parent: above, ...row }) => ({
    ...row,
    above: above === null ? null : (parentNames.get(above) ?? null),
  }));
}
