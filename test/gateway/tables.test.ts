import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';

import { csv } from '../../gateway/tables/formats/csv.js';
import { gatewayOverHttp, servedGraph, type GatewayOverHttp } from '../support/gateway.js';

const gateway = servedGraph('sqlite');

const get = (address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  fetch(`${gateway.url}${address}`, { headers, method });

const text = async (address: string, headers: Record<string, string> = {}): Promise<string> =>
  (await get(address, headers)).text();

interface Refusal {
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

async function refusal(address: string, headers: Record<string, string> = {}): Promise<readonly unknown[]> {
  const response = await get(address, headers);
  const { errors } = (await response.json()) as Refusal;
  const [error] = errors;
  return [response.status, errors.length, error?.extensions['code'], error?.message, error?.extensions['candidates']];
}

const levels = '/q/fund-levels.csv?pairing=xihu-xuanen';

const levelRows = [
  'figure_text,figure_value,figure_status,figure_from_text,figure_to_text,figure_sources_document_id,figure_sources_paragraph,figure_sources_count',
  '25 million yuan (committed),25000000,COMMITTED,2018,2019,s0,22,1',
  '3 million yuan,3000000,ACTUAL,,2018,s0,22,1',
  '',
].join('\n');

describe('the table of a named query', () => {
  test('has its one list as rows, and a column for each value', async () => {
    const response = await get(levels);
    expect([response.status, await response.text()]).toEqual([200, levelRows]);
    const version = response.headers.get('x-data-version') ?? '';
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    expect([
      response.headers.get('content-type'),
      response.headers.get('content-disposition'),
      response.headers.get('x-complete'),
      response.headers.get('cache-control'),
    ]).toEqual([
      'text/csv; charset=utf-8; header=present',
      `attachment; filename="fund-levels-${version}.csv"`,
      'true',
      'public, no-cache',
    ]);
  });

  test('is served as NDJSON with numbers as numbers', async () => {
    const lines = (await text(levels.replace('.csv', '.ndjson'))).trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      {
        figure_text: '25 million yuan (committed)',
        figure_value: 25000000,
        figure_status: 'COMMITTED',
        figure_from_text: '2018',
        figure_to_text: '2019',
        figure_sources_document_id: 's0',
        figure_sources_paragraph: '22',
        figure_sources_count: 1,
      },
      expect.objectContaining({ figure_value: 3000000, figure_from_text: null }),
    ]);
  });

  test('is served as Parquet with types, and what is said of it', async () => {
    const file = await (await get(levels.replace('.csv', '.parquet'))).arrayBuffer();
    const { schema, key_value_metadata: said } = parquetMetadata(file);
    expect(schema.slice(1).map(({ name, type }) => [name, type])).toEqual(
      (levelRows.split('\n')[0] ?? '')
        .split(',')
        .map((name) => [name, name === 'figure_value' ? 'DOUBLE' : name.endsWith('_count') ? 'INT32' : 'BYTE_ARRAY']),
    );
    expect(JSON.parse(said?.[0]?.value ?? '')).toMatchObject({ name: 'fund-levels' });
    const rows = (await parquetReadObjects({ file })) as readonly Readonly<Record<string, unknown>>[];
    expect(rows.map((row) => [row['figure_value'], row['figure_from_text']])).toEqual([
      [25000000, '2018'],
      [3000000, null],
    ]);
  });

  test('has the same columns where there are no rows', async () => {
    const [header] = levelRows.split('\n');
    expect(await text('/q/fund-levels.csv?pairing=none')).toBe(`${header}\n`);
    expect(
      await parquetReadObjects({ file: await (await get('/q/fund-levels.parquet?pairing=none')).arrayBuffer() }),
    ).toEqual([]);
  });

  test('joins a list in a row in its order, or has a row for each of its items', async () => {
    const joined = await text('/q/find.csv?text=xihu');
    expect(joined).toContain('REGION,Xihu District,ENGLISH,浙江省; 杭州市,2,330106');
    const exploded = await text('/q/find.csv?text=xihu&explode=path');
    expect(exploded.split('\n').slice(0, 3)).toEqual([
      'kind,matched,matched_as,node_id,node_name,node_name_en,node_title,node_title_en,node_project_title,path_name',
      'REGION,Xihu District,ENGLISH,330106,西湖区,Xihu District,,,,浙江省',
      'REGION,Xihu District,ENGLISH,330106,西湖区,Xihu District,,,,杭州市',
    ]);
  });

  test('has the rows of the list that the address names, with what stands beside it', async () => {
    const page = '/q/pairing-page.csv?id=zhangjiagang-yanhe&rows=pairing.funds';
    expect(await text(page)).toBe(
      [
        'pairing_donor_label,pairing_recipient_label,figure_text,figure_sources_paragraph,figure_sources_document_title_en,figure_sources_count',
        'Zhangjiagang City,Yanhe Tujia Autonomous County,65.94 million yuan,10,Upgrading East-West cooperation: Zhangjiagang and Yanhe,1',
        '',
      ].join('\n'),
    );
  });

  test.each([
    [
      '/q/pairing-page.csv?id=zhangjiagang-yanhe',
      'ROWS_AMBIGUOUS',
      'rows=pairing.periods',
      ['pairing.periods', 'pairing.funds', 'pairing.placements', 'pairing.courses'],
    ],
    [
      '/q/find.csv?text=xihu&explode=paths',
      'BAD_USER_INPUT',
      '"explode" takes a list in a row, here one of path; found "paths".',
      ['path'],
    ],
    [
      '/q/find.csv?text=xihu&rows=hits',
      'BAD_USER_INPUT',
      'here one of search, search.path; found "hits".',
      ['search', 'search.path'],
    ],
    [
      '/q/find.xlsx?text=xihu',
      'BAD_REQUEST',
      'There are .csv, .ndjson, .parquet, .json, .metadata.json, .html.',
      ['csv', 'ndjson', 'parquet', 'json', 'metadata.json', 'html'],
    ],
  ])('is refused with what there is: %s', async (address, code, message, candidates) => {
    expect(await refusal(address)).toEqual([400, 1, code, expect.stringContaining(message), candidates]);
  });

  test('is what Accept asks for where the address has no suffix', async () => {
    const plain = levels.replace('.csv', '');
    expect(await text(plain, { accept: 'text/csv' })).toBe(levelRows);
    expect(await text(levels, { accept: 'text/html' })).toBe(levelRows);
    expect((await get(plain, { accept: 'text/html,*/*;q=0.8' })).headers.get('content-type')).toMatch(
      /^application\/json/,
    );
    expect((await refusal(plain, { accept: 'application/vnd.ms-excel' })).slice(0, 3)).toEqual([
      406,
      1,
      'NOT_ACCEPTABLE',
    ]);
  });

  test('is not sent again while the data are the same', async () => {
    const tag = (await get(levels)).headers.get('etag') ?? '';
    const again = await get(levels, { 'if-none-match': tag });
    expect([again.status, await again.text(), again.headers.get('x-data-version')]).toEqual([
      304,
      '',
      expect.any(String),
    ]);
    for (const other of [levels.replace('.csv', '.ndjson'), levels.replace('xihu-xuanen', 'none'), `${levels}&bom=1`]) {
      expect((await get(other, { 'if-none-match': tag })).status).toBe(200);
    }
  });

  test('answers HEAD without a length, and is compressed on the way', async () => {
    const head = await get(levels, {}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, null, '']);
    const encoded = await get(levels, { 'accept-encoding': 'gzip' });
    expect([encoded.headers.get('content-encoding'), await encoded.text()]).toEqual(['gzip', levelRows]);
  });

  test('begins with a byte order mark where Excel asks for it', async () => {
    const bytes = await (await get(`${levels}&bom=1`)).bytes();
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('takes what is empty and _ for no variables, and midnight for a day', async () => {
    expect(await text(`${levels}&_=1732600000000&rows=&explode=`)).toBe(levelRows);
    const day = await text('/q/supporter.csv?recipient=422825&on=2018-01-01');
    expect(await text('/q/supporter.csv?recipient=422825&on=2018-01-01T00:00:00.000Z')).toBe(day);
    expect(await text('/q/supporter.csv?recipient=422825&on=')).not.toContain('errors');
  });

  test('says what its columns are', async () => {
    const { columns, query } = (await (await get('/q/fund-levels.metadata.json')).json()) as {
      readonly query: string;
      readonly columns: readonly {
        readonly name: string;
        readonly type: string;
        readonly description: string | null;
      }[];
    };
    expect(query).toContain('query FundLevels');
    expect(columns.map(({ name }) => name).join()).toBe(levelRows.split('\n')[0]);
    expect(columns[1]).toMatchObject({ type: 'number', description: expect.any(String) });
  });
});

test('a text that a spreadsheet would take for a formula is escaped, a number is not', () => {
  const column = { name: 'a', path: ['a'], field: null };
  const writer = csv.writer(
    [
      { ...column, type: 'text' },
      { ...column, type: 'number' },
    ],
    { bom: false, metadata: '' },
  );
  expect(
    writer.rows([
      ['=1+1', -5],
      ['-x', 1.5],
      ['a "b", c', null],
      ['one\ntwo', 3],
      [null, 0],
    ]),
  ).toBe(`'=1+1,-5\n'-x,1.5\n"a ""b"", c",\n"one\ntwo",3\n,0\n`);
});

describe('with a subgraph stopped', () => {
  let stopped: GatewayOverHttp;

  beforeAll(async () => {
    stopped = await gatewayOverHttp('sqlite');
    await stopped.subgraphs.get('finance')?.stop();
  });

  afterAll(async () => {
    await stopped.stop();
  });

  test('a table that needs it is an error, never a part', async () => {
    const response = await fetch(`${stopped.url}${levels}`);
    const { errors } = (await response.json()) as Refusal;
    expect([
      response.status,
      response.headers.get('content-type'),
      response.headers.get('x-complete'),
      response.headers.get('etag'),
      errors[0]?.extensions,
    ]).toEqual([
      503,
      'application/json; charset=utf-8',
      'false',
      null,
      { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'finance', requestId: expect.any(String) },
    ]);
  });

  test('a table that does not need it is whole', async () => {
    const response = await fetch(`${stopped.url}/q/cadres-sent.csv?pairing=xihu-xuanen`);
    expect([response.status, (await response.text()).split('\n').length > 2]).toEqual([200, true]);
  });
});
