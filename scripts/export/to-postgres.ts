import { createInterface } from 'node:readline';

import type { Client } from 'pg';

import { UserError } from '../../platform/errors.js';
import { connectTo } from '../../platform/postgres/open.js';
import type { ExportedColumn, ExportedTable, TableServer } from './table-server.js';

/** What the comment of every table begins with that an export has made. */
const mark = 'Jiedui: ';

/** How many rows one statement inserts. */
const batchSize = 1_000;

const types: Readonly<Record<ExportedColumn['type'], string>> = {
  string: 'text',
  integer: 'integer',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
};

/**
 * Writes every table into a schema of a PostgreSQL database, with comments, in one transaction: readers see the old rows
 * until the end, and views on the tables go on. Tables that no export made stay as they are.
 */
export async function exportToPostgres(
  server: TableServer,
  { url, schema }: { readonly url: string; readonly schema: string },
  progress: (done: number, total: number) => void,
): Promise<string> {
  const client = await connect(url);
  const { resources, version } = server.tables;
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtext($1))', [`jiedui export ${schema}`]);
    await client.query(`create schema if not exists ${client.escapeIdentifier(schema)}`);
    for (const [done, table] of resources.entries()) {
      progress(done, resources.length);
      await prepareTable(client, schema, table);
      await replaceRows(client, schema, table, server);
    }
    await client.query('commit');
    progress(resources.length, resources.length);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
  return `Exported ${resources.length} tables into the schema ${schema}. Version of the data: ${version}.`;
}

async function connect(url: string): Promise<Client> {
  try {
    const { options } = await connectTo(url);
    const { default: pg } = await import('pg');
    const client = new pg.Client(options);
    await client.connect();
    return client;
  } catch (error) {
    throw error instanceof UserError ? new UserError(error.message.replace(/^DATABASE_URL: /, '')) : error;
  }
}

const tableName = ({ name }: ExportedTable): string => name.replaceAll('-', '_');

/** Creates a table, or adds the columns that it lacks. Throws a `UserError` for one of others, or of other types. */
async function prepareTable(client: Client, schema: string, table: ExportedTable): Promise<void> {
  const { fields, primaryKey = [] } = table.schema;
  const name = tableName(table);
  const place = `${schema}.${name}`;
  const full = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
  const { rows } = await client.query<{ comment: string | null }>(
    `select obj_description(oid, 'pg_class') as comment from pg_class where oid = to_regclass($1)`,
    [full],
  );
  const defined = (column: ExportedColumn): string => `${client.escapeIdentifier(column.name)} ${types[column.type]}`;
  const [found] = rows;
  if (!found) {
    const key = primaryKey.map((column) => client.escapeIdentifier(column)).join(', ');
    const constraint = key === '' ? '' : `, primary key (${key})`;
    await client.query(`create table ${full} (${fields.map(defined).join(', ')}${constraint})`);
  } else if (found.comment?.startsWith(mark) !== true) {
    throw new UserError(
      `The table ${place} is there already, and no export made it. Export into another schema: --schema <name>. Nothing is exported.`,
    );
  } else {
    const known = await columnTypes(client, schema, name);
    for (const column of fields) {
      const type = known.get(column.name);
      if (type === undefined) {
        await client.query(`alter table ${full} add column ${defined(column)}`);
      } else if (type !== types[column.type]) {
        throw new UserError(
          `The column ${column.name} of ${place} is ${type}, and would be ${types[column.type]}. Drop the table, or export into another schema: --schema <name>. Nothing is exported.`,
        );
      }
    }
  }
  await client.query(`comment on table ${full} is ${client.escapeLiteral(mark + table.title)}`);
  for (const { name: column, title, titleZh, description } of fields) {
    const comment = [titleZh ?? title, description].filter((text) => text !== undefined).join(': ');
    await client.query(
      `comment on column ${full}.${client.escapeIdentifier(column)} is ${client.escapeLiteral(comment)}`,
    );
  }
}

async function columnTypes(client: Client, schema: string, table: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    'select column_name as name, data_type as type from information_schema.columns where table_schema = $1 and table_name = $2',
    [schema, table],
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

async function replaceRows(client: Client, schema: string, table: ExportedTable, server: TableServer): Promise<void> {
  const full = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(tableName(table))}`;
  const columns = table.schema.fields.map(({ name }) => client.escapeIdentifier(name)).join(', ');
  const insert = async (lines: readonly string[]): Promise<void> => {
    if (lines.length > 0) {
      await client.query(
        `insert into ${full} (${columns}) select ${columns} from json_populate_recordset(null::${full}, $1::json)`,
        [`[${lines.join()}]`],
      );
    }
  };
  await client.query(`delete from ${full}`);
  const rows = await server.read(table.name, 'ndjson');
  // Else a failure of the connection would be unhandled between two lines.
  const broken = new Promise<never>((_resolve, reject) => rows.once('error', reject));
  broken.catch(() => undefined);
  let lines: string[] = [];
  for await (const line of createInterface({ input: rows })) {
    lines.push(line);
    if (lines.length === batchSize) {
      await insert(lines);
      lines = [];
    }
  }
  if (rows.errored) {
    await broken;
  }
  await insert(lines);
}
