import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parquetReadObjects } from 'hyparquet';
import pg from 'pg';

import { readNamedQueries } from '../../platform/named-queries.js';
import { createTarget, describeOn, type TestTarget } from '../support/engines.js';
import { gatewayOverProxies, servedGraph, type GatewayOverProxies } from '../support/gateway.js';
import { shippedFolder } from '../support/data-folder.js';
import { run } from '../support/process.js';

const tables = readNamedQueries('tables').map(({ name }) => name);

async function exported(...args: string[]): Promise<{ code: number | null; output: string }> {
  const command = run('scripts/export.js', { args, env: { DATA_DIR: folder } });
  return { code: await command.ended(), output: command.output() };
}

const folder = shippedFolder();
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('an export into a folder', () => {
  const target = mkdtempSync(join(tmpdir(), 'jiedui-export-'));
  afterAll(() => {
    rmSync(target, { recursive: true });
  });

  test('has every table as CSV and as Parquet with the same rows, and what they are', async () => {
    const { code, output } = await exported(target);
    expect(output).toContain(`Exported ${tables.length} tables into ${target}`);
    expect(code).toBe(0);
    expect(readdirSync(target).sort()).toEqual(
      [...tables.flatMap((name) => [`${name}.csv`, `${name}.parquet`]), 'datapackage.json'].sort(),
    );
    const { resources } = JSON.parse(readFileSync(join(target, 'datapackage.json'), 'utf8')) as {
      resources: readonly { name: string; schema: { fields: readonly { name: string }[] } }[];
    };
    for (const { name, schema } of resources) {
      const bytes = readFileSync(join(target, `${name}.parquet`));
      const rows = (await parquetReadObjects({ file: new Uint8Array(bytes).buffer })) as readonly Record<
        string,
        unknown
      >[];
      const [header = '', ...lines] = readFileSync(join(target, `${name}.csv`), 'utf8')
        .trimEnd()
        .split('\n');
      expect([name, Object.keys(rows[0] ?? {}).join(), rows.length]).toEqual([name, header, lines.length]);
      expect(header).toBe(schema.fields.map((field) => field.name).join());
    }
  });
});

describe('an export from a server that fails', () => {
  let gateway: GatewayOverProxies;
  const target = mkdtempSync(join(tmpdir(), 'jiedui-export-'));
  beforeAll(async () => {
    gateway = await gatewayOverProxies();
  });
  afterAll(async () => {
    await gateway.stop();
    rmSync(target, { recursive: true });
  });

  test('writes nothing, and says so', async () => {
    gateway.proxy('training').fault = (_request, response) => response.destroy();
    const { code, output } = await exported('--from', gateway.url, target);
    expect(output).toContain('The training subgraph did not answer');
    expect([code, readdirSync(target)]).toEqual([1, []]);
    expect((await exported('--from', 'http://127.0.0.1:9', target)).output).toContain('Nothing answers at');
  });
});

describeOn('postgresql', 'an export into PostgreSQL', () => {
  const gateway = servedGraph('sqlite');
  let place: TestTarget;
  let client: pg.Client;
  const url = (): string => (place.target.engine === 'postgresql' ? place.target.url : '');

  beforeAll(async () => {
    place = await createTarget('postgresql');
    client = new pg.Client({ connectionString: url() });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await place.remove();
  });

  const rows = async (statement: string): Promise<unknown[]> => (await client.query(statement)).rows as unknown[];
  const write = (...more: string[]): Promise<{ code: number | null; output: string }> =>
    exported('--from', gateway.url, ...more, url());

  test('has every table with types and comments, and sums as the graph has them', async () => {
    expect(await write()).toEqual({ code: 0, output: expect.stringContaining('into the schema jiedui') });
    expect(
      await rows("select table_name from information_schema.tables where table_schema = 'jiedui' order by 1"),
    ).toEqual(
      tables
        .map((name) => ({ table_name: name.replaceAll('-', '_') }))
        .sort((one, other) => (one.table_name < other.table_name ? -1 : 1)),
    );
    expect(
      await rows(
        "select column_name, data_type, col_description('jiedui.funds'::regclass, ordinal_position) as comment from information_schema.columns where table_schema = 'jiedui' and table_name = 'funds' and column_name in ('value', 'from', 'year', 'in_total', 'donor_code') order by 1",
      ),
    ).toEqual([
      { column_name: 'donor_code', data_type: 'text', comment: expect.stringContaining('行政区划代码') },
      { column_name: 'from', data_type: 'date', comment: expect.stringContaining('起始日') },
      { column_name: 'in_total', data_type: 'boolean', comment: expect.stringContaining('计入合计') },
      { column_name: 'value', data_type: 'numeric', comment: expect.stringContaining('数值') },
      { column_name: 'year', data_type: 'integer', comment: expect.stringContaining('年份') },
    ]);
    const { data } = await gateway.ask('{ fundGroups(kind: FISCAL, groupBy: [KIND]) { total { value } } }');
    const [{ sum }] = (await rows(
      "select sum(value)::float8 as sum from jiedui.funds where in_total and total_key = 'Fund FISCAL YUAN ACTUAL CUMULATIVE'",
    )) as [{ sum: number }];
    expect((data as { fundGroups: readonly object[] }).fundGroups[0]).toEqual({ total: { value: sum } });
  });

  test('again replaces the rows under views, and leaves tables of others alone', async () => {
    await client.query(
      "create view public.money as select id, value from jiedui.funds; delete from jiedui.funds where kind = 'FISCAL'",
    );
    await client.query('create table jiedui.mine (note text); insert into jiedui.mine values (1)');
    const before = await rows('select count(*)::int as count from public.money');
    expect((await write()).code).toBe(0);
    expect(await rows('select count(*)::int as count from public.money')).not.toEqual(before);
    expect(await rows('select * from jiedui.mine')).toEqual([{ note: '1' }]);
  });

  test('refuses a column of another type and a table of others, and then writes nothing', async () => {
    await client.query('create schema other; create table other.regions (id text)');
    expect(await write('--schema', 'other')).toEqual({
      code: 1,
      output: expect.stringContaining('The table other.regions is there already, and no export made it.'),
    });
    expect(
      await rows("select count(*)::int as count from information_schema.tables where table_schema = 'other'"),
    ).toEqual([{ count: 1 }]);
    await client.query('alter table jiedui.stations alter column year type text; delete from jiedui.courses');
    expect(await write()).toEqual({
      code: 1,
      output: expect.stringContaining('The column year of jiedui.stations is text, and would be integer.'),
    });
    expect(await rows('select count(*)::int as count from jiedui.courses')).toEqual([{ count: 0 }]);
  });
});
