import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { projectRoot } from '../../platform/config.js';
import { servedGraph } from '../support/gateway.js';

const gateway = servedGraph('sqlite', { environment: { CORS_ORIGINS: '*' } });
const folder = join(projectRoot, 'docs/tools');
const pages = globSync('*.md', { cwd: folder }).sort();
const read = (page: string): string => readFileSync(join(folder, page), 'utf8');

/** What stands in for the variables of a dashboard. */
const filled = (address: string): string => address.replace('${kind}', 'FISCAL').replace('<text>', 'x');

const addresses = pages.flatMap((page) =>
  Array.from(
    read(page).matchAll(/\/q\/[\w-]+\.(?:csv|ndjson|parquet|json|metadata\.json|html|zip)(?:\?[^\s"'`)）]*)?/g),
    ([address]) => [page, filled(address)] as const,
  ),
);

describe('the pages about tools', () => {
  test('are there in English and in Chinese', () => {
    const english = pages.filter((page) => !page.endsWith('.zh.md') && page !== 'tasks.md');
    expect(pages.filter((page) => page.endsWith('.zh.md'))).toEqual(
      english.map((page) => page.replace('.md', '.zh.md')),
    );
  });

  test.each(addresses)('%s names an address that answers: %s', async (_page, address) => {
    const response = await fetch(`${gateway.url}${address}`);
    expect([address, response.status, (await response.bytes()).length > 0]).toEqual([address, 200, true]);
  });

  test('name columns that the tables have', async () => {
    const columns = async (name: string): Promise<readonly string[]> => {
      const { columns: found } = (await (await fetch(`${gateway.url}/q/${name}.metadata.json`)).json()) as {
        columns: readonly { name: string }[];
      };
      return found.map((column) => column.name);
    };
    const funds = await columns('funds');
    const named = new Set(
      pages.flatMap((page) =>
        Array.from(
          read(page).matchAll(/[{`](?:")?(\w+_(?:code|key|total|by|for|province))\b/g),
          ([, name = '']) => name,
        ),
      ),
    );
    expect([...named].filter((name) => !funds.includes(name))).toEqual([]);
  });
});

describe('a task of an analyst', () => {
  const rows = Array.from(read('tasks.md').matchAll(/^\| ([^|]+?)\s+\| (.+?)\s*\|$/gm), ([, task = '', how = '']) => ({
    task,
    how,
  })).slice(2);

  test('is there fifteen times', () => {
    expect(rows).toHaveLength(15);
  });

  const queries = rows.flatMap(({ task, how }) =>
    Array.from(how.matchAll(/`(\{.*\})`/g), ([, query = '']) => [task, query] as const),
  );

  test.each(queries)('is answered by one query: %s', async (_task, query) => {
    const answer = await gateway.ask(query);
    expect(answer.errors).toBeUndefined();
    expect(JSON.stringify(answer.data)).not.toBe('{}');
  });

  test('refreshes only what has changed', async () => {
    const first = await fetch(`${gateway.url}/q/funds.csv`);
    const etag = first.headers.get('etag') ?? '';
    expect((await fetch(`${gateway.url}/q/funds.csv`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });
});

describe('a tool that needs the program of its vendor sends', () => {
  test('Power Query: an address and variables apart, and JSON to /graphql', async () => {
    const table = await fetch(
      `${gateway.url}/q/funds.csv?${new URLSearchParams({ 'filter.kind.eq': 'FISCAL' }).toString()}`,
      {
        headers: { accept: '*/*', 'accept-encoding': 'gzip, deflate', 'user-agent': 'Microsoft.Data.Mashup' },
      },
    );
    const kinds = (await table.text())
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[3]);
    expect(new Set(kinds)).toEqual(new Set(['FISCAL']));
    const [, query = ''] = /query = "(\{.*?\})"\]/.exec(read('spreadsheets.md')) ?? [];
    const posted = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(await posted.json()).toMatchObject({ data: { fundGroups: expect.any(Array) } });
  });

  test('Grafana: an empty variable, a timestamp and `_`', async () => {
    const search = 'on=2018-01-01T00%3A00%3A00.000Z&donor=330100&_=1732600000000';
    const table = async (address: string): Promise<string> =>
      (await fetch(`${gateway.url}${address}`, { headers: { accept: 'text/csv' } })).text();
    expect(await table(`/q/recipients.csv?${search}`)).toBe(
      await table('/q/recipients.csv?on=2018-01-01&donor=330100'),
    );
    expect((await fetch(`${gateway.url}/q/funds.csv?filter.kind.eq=`)).status).toBe(200);
  });

  test('a page of another origin: which may read the version and the name of the file', async () => {
    const response = await fetch(`${gateway.url}/q/funds.csv`, { headers: { origin: 'https://example.org' } });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toMatch(/ETag,X-Data-Version,Content-Disposition/);
  });
});

test('every page about tools is reached from the first', () => {
  const first = read('README.md') + read('README.zh.md');
  expect(pages.filter((page) => !first.includes(`(${basename(page)})`))).toEqual([]);
});
