import type { Database } from '../database.js';
import { groupBy } from '../loaders.js';
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

/** The rows that texts mean by their code or, where it is none, by their name. */
export interface Names {
  /** Whether the rows of a file may be referred to so. */
  has(file: string): boolean;
  of(file: string, text: string): readonly Candidate[];
}

/** What stands between a name and the name of the row above: 西湖区 @ 杭州市. */
const at = ' @ ';
const nameIn = (text: string): string => text.split(at)[0] ?? text;

/** Finds what references mean in the tables that have `names`: among the rows of the folder and of other data sets. */
export async function findNames(
  targets: readonly Importing[],
  { tables, dataset }: Folder,
  references: readonly Reference[],
): Promise<Names> {
  const files = new Map<string, (text: string) => readonly Candidate[]>();
  for (const { subgraph, database } of targets) {
    for (const { table, ids, parent } of subgraph.imports) {
      if (!table.names || ids === null || parent === undefined) {
        continue;
      }
      const { file, names } = table;
      const texts = references.filter((each) => each.files.includes(file)).map(({ text }) => text);
      const others = await namedElsewhere(database, { ...names, table: ids, parent }, texts, dataset?.id ?? '');
      files.set(file, byCodeOrName([...namedInFolder(tables.get(file), others), ...others]));
    }
  }
  return { has: (file) => files.has(file), of: (file, text) => files.get(file)?.(text) ?? [] };
}

function byCodeOrName(rows: readonly Candidate[]): (text: string) => readonly Candidate[] {
  const byCode = groupBy(rows, ({ code }) => code ?? '');
  const byName = groupBy(rows, ({ name }) => name);
  return (text) => {
    const [name = '', above] = text.split(at);
    return (
      byCode.get(text) ??
      (byName.get(name) ?? []).filter((candidate) => above === undefined || candidate.above === above)
    );
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
  { table, code, name, parent }: { table: string; code: string; name: string; parent: string },
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
    .execute()) as { id: string; code: string | null; name: string; parent: string | null }[];
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
