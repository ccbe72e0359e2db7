import { sql, type RawBuilder, type SqlBool } from 'kysely';

import type { Database } from './database.js';
import { eb, type AnyTables, type Condition } from './sql.js';

/** Letters and digits alone: what has none cannot be searched for. */
const others = /[^\p{L}\p{N}]+/u;

/**
 * A text as search compares it: lower case, without accents, tones, spaces and marks. `v` after `l` or `n` is `u`, as
 * people type the ü of pinyin both ways.
 */
export function folded(text: string): string {
  return isFolded.test(text) ? text : wordsOf(text).join('');
}

/** Most texts of an import: Chinese characters alone. */
const isFolded = /^[\u4e00-\u9fff]+$/;

/** The words of a text, each folded. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/([ln])v/g, '$1u')
    .split(others)
    .filter((word) => word !== '');
}

/** What a folded text is indexed by: its pairs of neighbours, and those of its characters that are not Latin. */
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

/** A folded text as the column `grams` of an indexed table holds it. */
export const gramsColumn = (text: string): string => gramsOf(text).join(' ');

/** Above every character: what ends a range of texts with one beginning. */
const last = '\u{10FFFF}';

/** Holds for the rows of an indexed table, called `row`, whose text begins with a folded one: a range of its index. */
export function beginsWith(text: string): Condition {
  return eb.and([eb('row.text', '>=', text), eb('row.text', '<', text + last)]);
}

/**
 * Holds for the rows of an indexed table, called `row`, that have all of some grams. The index is a table of FTS5 named
 * after the table (`search_form_index`) on SQLite, and one of `grams` as a tsvector on PostgreSQL.
 */
export function hasGrams(database: Database, table: string, grams: readonly string[]): Condition {
  const index = `${table}Index`;
  return database.engine === 'sqlite'
    ? sql<SqlBool>`${sql.ref('row.id')} in (select rowid from ${sql.table(index)} where ${sql.ref(index)} match ${grams.map((gram) => `"${gram}"`).join(' AND ')})`
    : sql<SqlBool>`${sql.ref('row.grams')}::tsvector @@ ${grams.map((gram) => `'${gram}'`).join(' & ')}::tsquery`;
}

/** The rows of an indexed table that share the most grams with a text, as their ids: one statement. */
export async function mostAlike(
  database: Database,
  table: string,
  grams: readonly string[],
  limit: number,
): Promise<readonly number[]> {
  if (grams.length === 0) {
    return [];
  }
  const index = `${table}Index`;
  const idsWith = (gram: string): RawBuilder<unknown> =>
    database.engine === 'sqlite'
      ? sql`select rowid as id from ${sql.table(index)} where ${sql.ref(index)} match ${`"${gram}"`}`
      : sql`select id from ${sql.table(`${database.name}.${table}`)} where grams::tsvector @@ ${`'${gram}'`}::tsquery`;
  const { rows } = await sql<{ readonly id: number }>`
    select id from (${sql.join(grams.map(idsWith), sql` union all `)}) as shared
    group by id order by count(*) desc, id limit ${limit}`.execute(database.read<AnyTables>());
  return rows.map(({ id }) => id);
}
