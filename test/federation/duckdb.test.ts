import { pathToFileURL } from 'node:url';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { servedGraph } from '../support/gateway.js';
import { peerFile } from '../support/peers.js';

interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{
      connect(): Promise<{
        runAndReadAll(query: string): Promise<{ getRowObjectsJson(): readonly Readonly<Record<string, unknown>>[] }>;
        closeSync(): void;
      }>;
    }>;
  };
}

const gateway = servedGraph('sqlite');
const folder = mkdtempSync(join(tmpdir(), 'jiedui-duckdb-'));
let query: (text: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
let close: () => void;

beforeAll(async () => {
  const { DuckDBInstance } = (await import(pathToFileURL(peerFile('@duckdb/node-api/lib/index.js')).href)) as DuckDb;
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  query = async (text) => (await connection.runAndReadAll(text)).getRowObjectsJson();
  close = () => {
    connection.closeSync();
  };
  for (const file of ['funds.csv', 'funds.parquet', 'facts.parquet']) {
    writeFileSync(join(folder, file), await (await fetch(`${gateway.url}/q/${file}`)).bytes());
  }
});

afterAll(() => {
  close();
  rmSync(folder, { recursive: true });
});

test('DuckDB adds up the funds of CSV and of Parquet as the graph does', async () => {
  const sums = (source: string): Promise<unknown> =>
    query(`select total_key, cast(sum("min") as double) as sum from ${source} where in_total group by 1 order by 1`);
  const fromCsv = await sums(`read_csv_auto('${join(folder, 'funds.csv')}')`);
  const fromParquet = (await sums(`read_parquet('${join(folder, 'funds.parquet')}')`)) as readonly {
    readonly total_key: string;
    readonly sum: number;
  }[];
  expect(fromCsv).toEqual(fromParquet);
  expect(fromParquet.length).toBeGreaterThan(4);
  for (const { total_key: key, sum } of fromParquet) {
    const [, kind, , status, basis] = key.split(' ');
    const { data } = await gateway.ask(
      `{ fundGroups(kind: ${kind}, statuses: [${status}], basis: ${basis}, groupBy: [KIND], filter: { kind: { eq: ${kind} } }) { total { min } } }`,
    );
    expect([key, (data as { fundGroups: readonly object[] }).fundGroups[0]]).toEqual([key, { total: { min: sum } }]);
  }
});

test('DuckDB reads the types of columns', async () => {
  const types = async (source: string): Promise<Record<string, unknown>> =>
    Object.fromEntries(
      (await query(`describe select id, value, "from", year, in_total from ${source}`)).map((row) => [
        row['column_name'] as string,
        row['column_type'],
      ]),
    );
  const expected = { id: 'VARCHAR', value: 'DOUBLE', from: 'DATE', year: 'INTEGER', in_total: 'BOOLEAN' };
  expect(await types(`read_parquet('${join(folder, 'facts.parquet')}')`)).toEqual(expected);
  expect(await types(`read_csv_auto('${join(folder, 'funds.csv')}')`)).toEqual({
    ...expected,
    value: 'BIGINT',
    year: 'BIGINT',
  });
});
