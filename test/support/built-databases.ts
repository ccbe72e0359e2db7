import pg from 'pg';

/** Tells the test processes the folder of the SQLite databases with the data sets that ship, which each test copies. */
export const folderVariable = 'JIEDUI_TEST_FOLDER';

/** Tells the test processes where the PostgreSQL of the tests is; it is not set where that engine is left out. */
export const postgresVariable = 'JIEDUI_TEST_POSTGRES';

/** The PostgreSQL database with the data sets that ship, the template of the tests' own. Nobody may connect to it. */
export const templateDatabase = 'shipped';

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
