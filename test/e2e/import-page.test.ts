import { readFileSync, rmSync } from 'node:fs';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';

import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { axeViolations } from '../support/axe.js';
import { describeInBrowser } from '../support/browser.js';
import { ask } from '../support/client.js';
import { datasetFile, gift, shippedFolder, tableLines } from '../support/data-folder.js';
import { describeOn, shippedTarget } from '../support/engines.js';
import { gatewayOverHttp } from '../support/gateway.js';
import { run, type RunningProcess } from '../support/process.js';
import { rowsXml, workbookOf, zipOf } from '../support/zip.js';
import { makeKeys } from '../support/keys.js';

const keys = makeKeys([['editor'], ['reader']]);
const [token = '', ofReader = ''] = keys.secrets;
/** A year of which nobody reports donations: it overlaps with nothing. */
const lonely = { ...gift, from: '2014', to: '2015' };

/** A zip file of a data set with this fund. */
const archiveOf = (row: Readonly<Record<string, string>>): Buffer =>
  zipOf({
    'own/dataset.csv': datasetFile('own').join('\n'),
    'own/funds.csv': tableLines('funds.csv', [row]).join('\n'),
    '__MACOSX/own/._funds.csv': 'no data',
  });

const workbookWith = (row: Readonly<Record<string, string>>): Buffer =>
  workbookOf({
    dataset: rowsXml([
      ['id', 'title'],
      ['own', 'A data set'],
    ]),
    funds: rowsXml([Object.keys(row), Object.values(row)]),
  });

const frame = (files: Readonly<Record<string, Uint8Array>>, more: object = {}): Buffer =>
  Buffer.concat([
    Buffer.from(
      `${JSON.stringify({
        path: Object.keys(files).join(),
        entries: Object.entries(files).map(([file, { length }]) => ({ file, size: length })),
        ...more,
      })}\n`,
    ),
    ...Object.values(files),
  ]);

/** A folder of databases that is removed at the end. */
const folders: string[] = [];
function served(): string {
  const folder = shippedFolder();
  folders.push(folder);
  return folder;
}

/** Starts another server for as long as it is used. */
async function besides(env: NodeJS.ProcessEnv, use: (address: string) => Promise<void>): Promise<void> {
  const other = run('gateway/start.js', { env });
  try {
    await use((await other.prints(/Open (http:\S+)\/graphql/))[1] ?? '');
  } finally {
    other.child.kill('SIGKILL');
    await other.ended();
  }
}

let server: RunningProcess;
let address: string;

beforeAll(async () => {
  server = run('gateway/start.js', { env: { DATA_DIR: served(), KEYS_FILE: keys.path } });
  address = (await server.prints(/Open (http:\S+)\/graphql/))[1] ?? '';
});

afterAll(async () => {
  server.child.kill('SIGKILL');
  await server.ended();
  for (const folder of folders) {
    rmSync(folder, { recursive: true });
  }
  keys.remove();
});

const valueOfGift = async (): Promise<unknown> =>
  ((await ask(address, '{ fund(id: "gift") { figure { value } } }')) as { data: { fund: unknown } }).data.fund;

describe('/import', () => {
  const post = async (
    path: string,
    body: Uint8Array | null,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> =>
    fetch(`${address}/import/${path}`, {
      method: 'POST',
      body: body && new Uint8Array(body),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream', ...headers },
    });
  const refusal = async (response: Response): Promise<unknown> => {
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    return [response.status, errors[0]?.extensions.code, errors[0]?.message];
  };
  const eventsOf = async (response: Response): Promise<{ kind: string; message?: string }[]> =>
    (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { kind: string });

  test('wants the key of an editor in its header, whatever the path is written like', async () => {
    const refused = [401, 'KEY_REFUSED', expect.any(String)];
    for (const authorization of ['', 'Bearer', 'Bearer wrong', `Basic ${token}`, `Bearer ${token}x`]) {
      expect(await refusal(await post('check', frame({}), { authorization }))).toEqual(refused);
    }
    const inAddress = [400, 'BAD_REQUEST', expect.stringContaining('There is a key in the address.')];
    expect(await refusal(await post(`check?token=${token}`, frame({}), { authorization: '' }))).toEqual(inAddress);
    const needed = [401, 'KEY_REQUIRED', expect.stringContaining('Authorization: Bearer')];
    expect(await refusal(await fetch(`${address}/IMPORT/history`))).toEqual(needed);
    expect(await refusal(await post('check', frame({}), { authorization: `Bearer ${ofReader}` }))).toEqual([
      403,
      'ROLE_REQUIRED',
      'This key has not the role editor, which imports need.',
    ]);
  });

  test('takes nothing from pages of other origins', async () => {
    const foreign = [403, 'FOREIGN_ORIGIN', expect.any(String)];
    for (const headers of [
      { origin: 'https://example.org' },
      { origin: 'null' },
      { origin: 'http://localhost:3000' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      expect(await refusal(await post('check', frame({}), headers))).toEqual(foreign);
    }
    const own = await post('check', frame({ 'own.zip': archiveOf(lonely) }), { origin: address });
    expect((await eventsOf(own)).map(({ kind }) => kind)).toEqual(['done']);
  });

  test('names what is too large, empty, or no files', async () => {
    expect(await refusal(await post('check', new Uint8Array(32 * 2 ** 20 + 1)))).toEqual([
      413,
      'BODY_TOO_LARGE',
      'The files have more than the 32 MB that are taken here. Split them into several data sets.',
    ]);
    expect(await refusal(await post('check', null))).toEqual([400, 'BODY_NOT_READABLE', expect.any(String)]);
    for (const bytes of [
      Buffer.from('{}\n'),
      Buffer.from('no line'),
      frame({}, { entries: [{ file: 'a', size: 9 }] }),
    ]) {
      expect(await eventsOf(await post('load', bytes))).toEqual([
        { kind: 'refused', message: expect.stringContaining('a line of JSON'), problems: [] },
      ]);
    }
  });

  test('an upload names no folder of the server', async () => {
    const [loaded] = (
      await eventsOf(await post('load', frame({ 'own.zip': archiveOf(lonely) }, { folder: '/etc' })))
    ).slice(-1);
    expect(loaded).toMatchObject({ kind: 'done', result: { dataset: 'own', rows: 2 } });
    expect(await valueOfGift()).toEqual({ figure: { value: 1.25 } });
    const [undone] = (await eventsOf(await post('undo?dataset=own', null))).slice(-1);
    expect(undone).toMatchObject({ kind: 'done' });
    expect(await valueOfGift()).toBeNull();
  });

  test('is counted, and logged without key and content', async () => {
    const metrics = await (await fetch(`${address}/metrics`)).text();
    expect(metrics).toContain('jiedui_imports_total{kind="load",outcome="done"} 1');
    expect(server.output()).toMatch(/"job":"load","outcome":"done","ms":\d+,"msg":"import"/);
    expect(server.output()).not.toContain(token);
  });

  test('is not there without keys, nor over services', async () => {
    await besides({ DATA_DIR: served() }, async (at) => {
      expect((await fetch(`${at}/import`)).status).toBe(404);
      expect((await fetch(`${at}/import/check`, { method: 'POST', body: 'x' })).status).toBe(404);
    });
    const services = await gatewayOverHttp('sqlite', { environment: { KEYS_FILE: keys.path } });
    expect((await fetch(`${services.url}/import`)).status).toBe(404);
    expect((await fetch(`${services.url}/import/check`, { method: 'POST', body: 'x' })).status).toBe(404);
    await services.stop();
  });

  test('has a rate of its own, which wrong keys count to, and the page does not', async () => {
    await besides({ DATA_DIR: served(), KEYS_FILE: keys.path, RATE_LIMIT: '0' }, async (at) => {
      for (let count = 0; count < 60; count += 1) {
        expect((await fetch(`${at}/import/history`)).status).toBe(401);
      }
      const limited = await fetch(`${at}/import/history`, { headers: { authorization: `Bearer ${token}` } });
      expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refusal(limited)).toEqual([
        429,
        'RATE_LIMITED',
        expect.stringContaining('More than 60 requests to /import came from this address within a minute.'),
      ]);
      expect((await fetch(`${at}/import`)).status).toBe(200);
    });
  });
});

describeOn('postgresql', '/import in one process', () => {
  test('checks, loads and undoes', async () => {
    const { target, remove } = await shippedTarget('postgresql', 'nation');
    const env = { DATABASE_URL: target.engine === 'postgresql' ? target.url : '', KEYS_FILE: keys.path };
    await besides(env, async (at) => {
      const post = async (path: string, body: Uint8Array): Promise<unknown> => {
        const headers = { authorization: `Bearer ${token}` };
        const answer = await fetch(`${at}/import/${path}`, { method: 'POST', body: new Uint8Array(body), headers });
        return JSON.parse((await answer.text()).trimEnd().split('\n').at(-1) ?? '');
      };
      const files = frame({ 'own.zip': archiveOf(lonely) });
      expect(await post('check', files)).toMatchObject({ kind: 'done', result: { dataset: 'own', isIn: false } });
      expect(await post('load', files)).toMatchObject({ kind: 'done', result: { dataset: 'own', rows: 2 } });
      expect(await ask(at, '{ fund(id: "gift") { id } }')).toEqual({ data: { fund: { id: 'gift' } } });
      expect(await post('undo', Buffer.of())).toMatchObject({ kind: 'done' });
      expect(await ask(at, '{ fund(id: "gift") { id } }')).toEqual({ data: { fund: null } });
    });
    await remove();
  });
});

describeInBrowser('the import page', () => {
  let browser: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage(1280);
  });

  afterAll(async () => {
    await browser.close();
  });

  const choose = async (name: string, buffer: Buffer): Promise<void> => {
    await page.locator('#import-files').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  };
  const cellsOf = async (caption: string): Promise<string[][]> => {
    const rows = await page
      .locator('table', { has: page.locator('caption', { hasText: caption }) })
      .locator('tbody tr')
      .all();
    return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()));
  };

  const cellsText = (row: Readonly<Record<string, string>>): string =>
    Object.entries(row)
      .map((cell) => cell.join(' '))
      .join('');

  test('asks for the key, and says when it is wrong', async () => {
    await page.goto(`${address}/import`);
    await choose('own.zip', archiveOf(lonely));
    await page.getByText('Enter the key first.').waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('import-token');
    await page.keyboard.type('a-wrong-key-of-someone');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await page.getByText('The server does not take this key.').waitFor();
    expect(page.url()).toBe(`${address}/import`);
  });

  test('shows problems at their sheet, row and column', async () => {
    await page.getByLabel('Key').fill(token);
    await choose('figures.xlsx', workbookWith({ ...lonely, kind: 'GIFT', recipient: '雷山现' }));
    await page.getByText('Nothing was imported from figures.xlsx: 2 problems.').waitFor();
    expect(await cellsOf('Problems')).toEqual([
      ['figures.xlsx funds', '2', 'kind', '"GIFT"', expect.stringContaining('one of')],
      ['figures.xlsx funds', '2', 'recipient', expect.stringContaining('雷山现'), expect.stringContaining('雷山县')],
      [cellsText({ ...lonely, kind: 'GIFT', recipient: '雷山现' })],
    ]);
    expect(await page.locator('.cells mark').allTextContents()).toEqual(['GIFT', '雷山现']);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('saves a workbook to fill in, with the tables that are chosen', async () => {
    await page.getByText('A workbook to fill in').click();
    await page.getByLabel('funds', { exact: true }).check();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the workbook' }).click();
    const { sheets } = await readXlsx(readFileSync(await (await download).path()));
    expect(sheets.map(({ name }) => name)).toEqual(['dataset', 'funds', '# regions', '# lists']);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByText('A workbook to fill in').click();
  });

  test('shows warnings and the difference, and then loads', async () => {
    await choose('own.zip', archiveOf({ ...lonely, from: '2014-01-01', to: '2014-12-31' }));
    await page.getByText('No problems found, and nothing written yet.').waitFor();
    expect(await cellsOf('What changes')).toEqual([['funds', '0', '1', '1', '0', '0']]);
    expect((await cellsOf('Warnings'))[0]?.slice(0, 4)).toEqual([
      'funds.csv',
      '2',
      'to',
      '"2014-12-31", which is itself not in the span',
    ]);
    expect(await page.locator('.cells li').allTextContents()).toContain('from 2014-01-01');
    expect(await page.locator('.cells mark').allTextContents()).toEqual(['2014-12-31']);
    expect(await axeViolations(page)).toEqual([]);
    expect(await valueOfGift()).toBeNull();
    await page.getByRole('button', { name: 'Load into the graph' }).click();
    await page.getByText('Imported the data set own: 2 rows.').waitFor();
    expect(await valueOfGift()).toEqual({ figure: { value: 1.25 } });
  });

  test('takes files that are dropped, and tells what changed and what was taken away', async () => {
    const files = {
      'dataset.csv': datasetFile('own').join('\n'),
      'funds.csv': tableLines('funds.csv', [{ ...lonely, id: 'other' }]).join('\n'),
    };
    const transfer = await page.evaluateHandle(`(() => {
      const made = new DataTransfer();
      for (const [name, text] of Object.entries(${JSON.stringify(files)})) {
        made.items.add(new File([text], name));
      }
      return made;
    })()`);
    await page.locator('.drop').dispatchEvent('drop', { dataTransfer: transfer });
    await page.getByText('Chosen: dataset.csv, funds.csv').waitFor();
    await page.locator('table.counts').waitFor();
    expect(await cellsOf('What changes')).toEqual([['funds', '1', '1', '1', '0', '1']]);
  });

  test('works by the keyboard alone', async () => {
    await choose('own.zip', archiveOf({ ...lonely, value: '2' }));
    await page.getByRole('button', { name: 'Load into the graph' }).waitFor();
    await page.getByLabel('Key').focus();
    const reached: string[] = [];
    for (let steps = 0; steps < 12 && !reached.includes('Load into the graph'); steps += 1) {
      await page.keyboard.press('Tab');
      reached.push(String(await page.evaluate('document.activeElement.id || document.activeElement.textContent')));
    }
    expect(reached).toEqual(['A workbook to fill in', 'import-files', 'Check', 'Load into the graph']);
    await page.keyboard.press('Enter');
    await page.getByText('Imported the data set own: 2 rows.').waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('SECTION');
    expect(await valueOfGift()).toEqual({ figure: { value: 2 } });
  });

  test('has the history, and undoes the last change', async () => {
    await page.getByRole('button', { name: 'Undo the last change of own' }).waitFor();
    await page.getByText('+0 ~1 −0').waitFor();
    expect((await cellsOf('History')).slice(0, 2).map((cells) => cells.slice(1))).toEqual([
      ['own', 'Import', 'key of editor', '2', '+0 ~1 −0', 'Undo'],
      ['own', 'Import', 'key of editor', '2', '+1 ~0 −0', ''],
    ]);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: 'Undo the last change of own' }).click();
    await page.getByText('The data set own is again what it was before.').waitFor();
    expect(await valueOfGift()).toEqual({ figure: { value: 1.25 } });
    expect(await axeViolations(page)).toEqual([]);
  });

  test('shows the progress of a load', async () => {
    const villages = Array.from(
      { length: 20_000 },
      (_, place) => `VILLAGE,ADMINISTRATIVE,水田${place}村,field-${place}`,
    );
    const archive = zipOf({
      'dataset.csv': datasetFile('villages').join('\n'),
      'regions.csv': ['level,kind,name,id', ...villages].join('\n'),
    });
    await choose('villages.zip', archive);
    await page.getByRole('button', { name: 'Load into the graph' }).click();
    await page.getByRole('progressbar', { name: 'Rows written' }).waitFor();
    await page.getByText('Imported the data set villages: 20001 rows.').waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(0);
  });

  test('speaks Chinese, the problems too, and fits a phone', async () => {
    const phone = await browser.newPage(390);
    await phone.goto(`${address}/import`);
    await phone.getByRole('button', { name: '中文' }).click();
    await phone.getByLabel('密钥').fill(token);
    await phone.locator('#import-files').setInputFiles({
      name: '数据.xlsx',
      mimeType: 'application/octet-stream',
      buffer: workbookWith({ ...lonely, kind: 'GIFT'.repeat(40), recipient: '雷山现' }),
    });
    await phone.getByText('数据.xlsx 没有导入：2 个问题。').waitFor();
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const right = `Math.max(...Array.from(document.querySelectorAll('.stacked td, .cells li'), (cell) => cell.getBoundingClientRect().right))`;
    expect(await phone.evaluate(right)).toBeLessThanOrEqual(390);
    expect(await axeViolations(phone)).toEqual([]);
    await phone.getByRole('button', { name: 'EN' }).click();
    await phone.getByText('Nothing was imported from 数据.xlsx: 2 problems.').waitFor();
  });

  test('logs no error but those of requests that were refused, and asks no other host', () => {
    expect(browser.consoleErrors.filter((error) => !error.includes('status of 401'))).toEqual([]);
    expect(browser.outsideRequests).toEqual([]);
  });
});
