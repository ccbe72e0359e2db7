import { describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';

import { readNamedQueries } from '../../platform/named-queries.js';
import { tableParameters } from '../../gateway/documents/serve-tables.js';
import { servedGraph } from '../support/gateway.js';

const gateway = servedGraph('sqlite');
const tables = readNamedQueries('tables').map(({ name }) => name);

interface Package {
  readonly version: string;
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly schema: {
      readonly fields: readonly { readonly name: string; readonly type: string; readonly description?: string }[];
      readonly primaryKey: readonly string[];
    };
  }[];
}

async function dataPackage(): Promise<Package> {
  return (await (await fetch(`${gateway.url}/q/datapackage.json`)).json()) as Package;
}

describe('the data package', () => {
  test('names every table with its columns, as its file has them', async () => {
    const { version, resources } = await dataPackage();
    expect(resources.map(({ name }) => name)).toEqual(tables);
    for (const { path, schema } of resources) {
      const response = await fetch(`${gateway.url}/q/${path}`);
      const [header = ''] = (await response.text()).split('\n');
      expect([path, header, response.headers.get('x-data-version')]).toEqual([
        path,
        schema.fields.map(({ name }) => name).join(),
        version,
      ]);
      expect(schema.fields.filter(({ description }) => !description)).toEqual([]);
      expect([path, schema.fields.map(({ name }) => name)]).toEqual([
        path,
        expect.arrayContaining([...schema.primaryKey]),
      ]);
      expect([path, schema.primaryKey.length]).not.toEqual([path, 0]);
    }
  });

  test('is one archive, of one version of the data', async () => {
    const response = await fetch(`${gateway.url}/q/all.zip`);
    const files = unzipSync(await response.bytes());
    expect(Object.keys(files)).toEqual([...tables.map((name) => `${name}.csv`), 'datapackage.json']);
    const about = JSON.parse(strFromU8(files['datapackage.json'] ?? new Uint8Array())) as Package;
    expect(about).toEqual(await dataPackage());
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="jiedui-${about.version}.zip"`);
    const regions = await (await fetch(`${gateway.url}/q/regions.csv`)).text();
    expect(strFromU8(files['regions.csv'] ?? new Uint8Array())).toBe(regions);
    const etag = response.headers.get('etag') ?? '';
    expect((await fetch(`${gateway.url}/q/all.zip`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  test('has names that no variable of a named query takes', () => {
    const variables = ['.', 'pages', 'questions', 'tables'].flatMap((folder) =>
      readNamedQueries(folder).flatMap(({ query }) => Array.from(query.matchAll(/\$(\w+):/g), ([, name]) => name)),
    );
    expect(variables.filter((name) => [...tableParameters, 'lang', '_'].includes(name ?? ''))).toEqual([]);
  });
});

describe('the pages of tables', () => {
  const page = async (address: string, headers: Record<string, string> = {}): Promise<string> => {
    const response = await fetch(`${gateway.url}${address}`, { headers: { accept: 'text/html', ...headers } });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    return response.text();
  };

  test('list the tables first, each with its rows and forms', async () => {
    const list = await page('/q');
    const { data } = await gateway.ask('{ fundRows { totalCount } regionRows { totalCount } }');
    const { fundRows, regionRows } = data as Record<string, { totalCount: number }>;
    expect(list).toMatch(
      new RegExp(`>funds</a></th>\n<td data-head="rows" class="number">${fundRows?.totalCount}</td>`),
    );
    expect(list).toMatch(
      new RegExp(
        `>regions</a></th>\n<td data-head="rows" class="number">${regionRows?.totalCount.toLocaleString('en')}</td>`,
      ),
    );
    expect(list).toContain('<a href="/q/funds.parquet">parquet</a>');
    expect(list.indexOf('/q/funds.csv')).toBeLessThan(list.indexOf('/q/supporter?'));
  });

  test('are in Chinese where that is asked for', async () => {
    expect(await page('/q?lang=zh')).toContain('<h1>数据表</h1>');
    expect(await page('/q', { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' })).toContain('<h1>数据表</h1>');
    expect(await page('/q/funds.html', { 'accept-language': 'zh' })).toContain('使用方法');
  });

  test('show the columns, the first rows and how tools read them', async () => {
    const shown = await page('/q/funds.html?lang=en');
    expect(shown).toContain(`pd.read_csv(&quot;${gateway.url}/q/funds.csv&quot;, dtype={&quot;donor_code&quot;: str`);
    expect(shown).toContain('<td>chengdu-funds</td>');
    expect(shown.match(/<td>articles<\/td>/g)).toHaveLength(10);
    expect(await page('/q/supporter.html?recipient=422825')).toContain(
      `${gateway.url}/q/supporter.csv?recipient=422825`,
    );
  });
});
