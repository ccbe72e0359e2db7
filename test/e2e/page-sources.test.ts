import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { importFolder } from '../../platform/import/import-folder.js';
import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { describeInBrowser } from '../support/browser.js';
import { dataFolder, datasetFile, gift, tableLines } from '../support/data-folder.js';
import type { Answer } from '../support/faulty-proxy.js';
import { gatewayOverProxies, type GatewayOverProxies } from '../support/gateway.js';

const documents = ['one', 'two'].map((id) => ({
  id,
  kind: 'ARTICLE',
  title: '年鉴',
  titleEn: 'Yearbook',
  url: id === 'one' ? 'https://example.org/yearbook' : '',
}));
const funds = documents.map(({ id }) => ({ ...gift, id: `gift-${id}`, sources: `${id}#22` }));

const address = '/regions/422825';
const xihu = "Xihu District's paired assistance to Xuan'en County, paragraph 22";
const yearbook = 'Yearbook, paragraph 22';

describeInBrowser('the sources of a page', () => {
  let gateway: GatewayOverProxies;
  let browser: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    gateway = await gatewayOverProxies({ environment: { SUBGRAPH_TIMEOUT_MS: '15000', ANSWER_CACHE_MB: '0' } });
    await importFolder(
      gateway.graph,
      dataFolder({
        'dataset.csv': datasetFile('own'),
        'documents.csv': tableLines('documents.csv', documents),
        'funds.csv': tableLines('funds.csv', funds),
      }),
    );
    browser = await openBrowser();
    page = await browser.newPage(1280);
  });

  afterAll(async () => {
    await browser.close();
    await gateway.stop();
  });

  afterEach(() => {
    gateway.proxy('pairings').fault = null;
    gateway.proxy('finance').change = null;
  });

  /** Opens the page, and gives its footnotes, and those that its money cites. */
  const open = async (): Promise<{ notes: string[]; cited: string[] }> => {
    await page.goto(gateway.url + address);
    await page.locator('main:not([aria-busy]) h1').waitFor();
    const name = page.getByRole('heading', { level: 2, name: 'Money received' });
    const numbers = await page.locator('main section', { has: name }).locator('sup a').allTextContents();
    const notes = await page.locator('.notes li').allTextContents();
    return { notes, cited: numbers.map((number) => notes[Number(number) - 1] ?? '') };
  };

  test('are a footnote for each document and paragraph, which leads to the page of the document', async () => {
    const { notes, cited } = await open();
    expect(cited).toEqual(expect.arrayContaining([yearbook, yearbook, xihu]));
    expect(notes.filter((note) => note === yearbook)).toHaveLength(2);
    expect(notes.filter((note) => note === xihu)).toHaveLength(1);
    const links = await page.locator('.notes li a').all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(addresses).toHaveLength(notes.length);
    expect(addresses).toEqual(expect.arrayContaining(['/documents/one#paragraph-22', '/documents/two#paragraph-22']));
  });

  test('have their titles while pairings is away', async () => {
    const { cited } = await open();
    gateway.proxy('pairings').fault = (_request, response) => response.writeHead(500).end();
    expect((await open()).cited).toEqual(cited);
  });

  test('are never taken for one where their documents are unknown', async () => {
    const { cited } = await open();
    gateway.proxy('finance').change = (answer) =>
      JSON.parse(JSON.stringify(answer).replace(/"document":\{[^{}]*\}/g, '"document":null')) as Answer;
    const { notes, cited: unknown } = await open();
    const missing = notes.filter((note) => note.startsWith('a document that is not available now, paragraph '));
    expect(missing.length).toBeGreaterThanOrEqual(cited.length);
    expect(unknown).toEqual(missing.slice(0, cited.length));
  });
});
