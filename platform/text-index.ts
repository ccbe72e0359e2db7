import { sql, type RawBuilder, type SqlBool } from 'kysely';

import type { Database } from './database.js';
import { eb, type AnyTables, type Condition } from './sql.js';

/** Only letters and digits can be searched for. */
const separators = /[^\p{L}\p{N}]+/u;

/**
 * Normalises a text for search: lower case, without accents, tones, spaces and punctuation. `v` after `l` or `n`
 * becomes `u`, since the ü of pinyin is typed both ways.
 */
export function folded(text: string): string {
  return isFolded.test(text) ? text : wordsOf(text).join('');
}

/** Fast path for most texts of an import: Chinese characters only. */
const isFolded = /^[\u4e00-\u9fff]+$/;

/** The words of a text, each folded. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/([ln])v/g, '$1u')
    .split(separators)
    .filter((word) => word !== '');
}

/** The grams by which a folded text is indexed: pairs of adjacent characters, and single characters that are not Latin. */
export function gramsOf(text: string): readonly string[] {
  const grams = new Set<string>();
  let previous = '';
  for (const character of text) {
    if (previous !== '') {
      grams.add(previous + character);
    }
    if (character > '\u024f') {
      grams.add(character);
    }
    previous = character;
  }
  return [...grams];
}

/** The column `grams` of an indexed table for a folded text. */
export const gramsColumn = (text: string): string => gramsOf(text).join(' ');

/** The highest code point, which ends the range of texts with a common prefix. */
const lastCharacter = '\u{10FFFF}';

/** Selects the rows of an indexed table, alias `row`, whose text has a folded prefix: a range of an ordinary index. */
export function beginsWith(text: string): Condition {
  return eb.and([eb('row.text', '>=', text), eb('row.text', '<', text + lastCharacter)]);
}

/**
 * Selects the rows of an indexed table, alias `row`, that have all the grams. On SQLite the index is an FTS5 table
 * (`search_form_index` for `search_form`) with the ticks of platform/ticks.ts, on PostgreSQL a GIN index of `grams` as tsvector.
 */
export function hasGrams(database: Database, table: string, grams: readonly string[]): Condition {
  const index = `${table}Index`;
  return database.engine === 'sqlite'
    ? sql<SqlBool>`${sql.ref('row.id')} in (select rowid from ${sql.table(index)} where ${sql.ref(index)} match ${grams.map((gram) => `"${gram}"`).join(' AND ')} and tick(rowid))`
    : sql<SqlBool>`${sql.ref('row.grams')}::tsvector @@ ${grams.map((gram) => `'${gram}'`).join(' & ')}::tsquery`;
}

/** Ids of the rows of an indexed table that share the most grams with a text: one statement. */
export async function mostAlike(
  database: Database,
  table: string,
  grams: readonly string[],
  limit: number,
): Promise<readonly number[]> {
  if (grams.length === 0) {
    return [];
  }
  if (database.engine === 'postgresql' || database.isGuarded) {
    const shared = grams
      .map((gram) =>
        eb
          .selectFrom(`${table} as row`)
          .select('row.id')
          .where(hasGrams(database, table, [gram])),
      )
      .reduce((all, each) => all.unionAll(each));
    const rows = await database
      .read<AnyTables>()
      .selectFrom(shared.as('shared'))
      .select('id')
      .groupBy('id')
      .orderBy(sql`count(*)`, 'desc')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(({ id }: { readonly id: number }) => id);
  }
  // The rows of the index itself, without those of the table: half the time.
  const index = `${table}Index`;
  const idsWith = (gram: string): RawBuilder<unknown> =>
    sql`select rowid as id from ${sql.table(index)} where ${sql.ref(index)} match ${`"${gram}"`} and tick(rowid)`;
  const { rows } = await sql<{ readonly id: number }>`
    select id from (${sql.join(grams.map(idsWith), sql` union all `)}) as shared
    group by id order by count(*) desc, id limit ${limit}`.execute(database.read<AnyTables>());
  return rows.map(({ id }) => id);
}
