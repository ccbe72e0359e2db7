import { anyOf, type AnyTables } from '../sql.js';
import { idTable } from './id-owners.js';
import type { Days, ReadTable, TableRow } from './table.js';
import type { ImportTarget } from './target.js';

/** The days that a row is about; null where nothing dates it. */
export type RowDays = (file: string, row: TableRow) => Days | null;

/**
 * Finds what dates each row: its own dates, else the earliest of the rows that date it, else those of the first row of
 * another table, stored or in the folder, that it names as its source. One statement.
 */
export async function rowDays(
  targets: readonly ImportTarget[],
  tables: ReadonlyMap<string, ReadTable>,
): Promise<RowDays> {
  const keyOf = (file: string, id: string): string => `${file}\0${id}`;
  const given = new Map<string, Days>();
  const datedBy = new Map<string, Set<string>>();
  for (const { table, rows } of tables.values()) {
    for (const { key, values, isWhole } of isUsed(table) ? (rows ?? []) : []) {
      const days = isWhole ? (table.days?.own?.(values) ?? null) : null;
      const dated = isWhole ? table.days?.dates?.(values) : { file: table.file, id: key ?? '' };
      const target = dated ?? { file: table.file, id: key ?? '' };
      const known = given.get(keyOf(target.file, target.id));
      if (days !== null && (!known || days.first < known.first)) {
        given.set(keyOf(target.file, target.id), days);
      }
      const source = isWhole ? table.days?.source?.(values) : undefined;
      if (source) {
        datedBy.set(source.file, (datedBy.get(source.file) ?? new Set()).add(source.id));
      }
    }
  }
  for (const [file, ids] of datedBy) {
    for (const [id, days] of await storedDays(targets, file, [...ids])) {
      given.set(keyOf(file, id), given.get(keyOf(file, id)) ?? days);
    }
  }
  return (file, { key, values, isWhole }) => {
    const spec = tables.get(file)?.table.days;
    const source = isWhole ? spec?.source?.(values) : undefined;
    return (
      (isWhole ? spec?.own?.(values) : null) ??
      given.get(keyOf(file, key ?? '')) ??
      (source ? given.get(keyOf(source.file, source.id)) : undefined) ??
      null
    );
  };
}

/** The days of rows of a table, in the folder or stored. One statement. */
export async function daysOfRows(
  targets: readonly ImportTarget[],
  tables: ReadonlyMap<string, ReadTable>,
  file: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Days>> {
  const { table, rows } = tables.get(file) ?? {};
  const own = (rows ?? []).flatMap(({ key, values }) => {
    const days = table?.days?.own?.(values) ?? null;
    return key === null || days === null ? [] : [[key, days] as const];
  });
  return new Map([...(await storedDays(targets, file, [...new Set(ids)])), ...own]);
}

const isUsed = ({ days }: ReadTable['table']): boolean => days !== undefined;

async function storedDays(
  targets: readonly ImportTarget[],
  file: string,
  ids: readonly string[],
): Promise<Map<string, Days>> {
  const stored = idTable(targets, file);
  const of = targets
    .flatMap(({ subgraph }) => subgraph.imports)
    .find(({ table, storedDays: each }) => table.file === file && each)?.storedDays;
  if (!stored || !of) {
    return new Map();
  }
  const rows = (await stored.database
    .read<AnyTables>()
    .selectFrom(stored.table)
    .selectAll()
    .where(anyOf(stored.database, 'id', ids))
    .execute()) as (Readonly<Record<string, unknown>> & { id: string })[];
  return new Map(
    rows.flatMap((row) => {
      const days = of(row);
      return days ? [[row.id, days] as const] : [];
    }),
  );
}
