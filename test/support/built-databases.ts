import pg from 'pg';

/**
 * The data sets of a test. The articles with their register are few, and what most tests are about; the nation is all
 * that ships.
 */
export type Shipped = 'articles' | 'nation';

/** Tells the test processes the folder that has a folder of SQLite databases for each `Shipped`, which tests copy. */
export const folderVariable = 'JIEDUI_TEST_FOLDER';

/** Tells the test processes where the PostgreSQL of the tests is; it is not set where that engine is left out. */
export const postgresVariable = 'JIEDUI_TEST_POSTGRES';

/** The PostgreSQL database with data sets that ship, the template of the tests' own. Nobody may connect to it. */
export const templateDatabase = (shipped: Shipped): string => `shipped_${shipped}`;

/** The URL of a database of the PostgreSQL of the tests. */
export function postgresUrl(name: string): string {
  const url = new URL(process.env[postgresVariable] ?? '');
  url.pathname = name;
  return url.href;
}

/** Sends a statement to the PostgreSQL of the tests, outside of any transaction. */
export async function administer(statement: string): Promise<void> {
  const client = new pg.Client(process.env[postgresVariable]);
  await client.connect();
  await client.query(statement);
  await client.end();
}
