import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { axeViolations } from '../support/axe.js';
import { describeInBrowser } from '../support/browser.js';
import { gatewayOverProxies, type GatewayOverProxies } from '../support/gateway.js';

describeInBrowser('what the pages say of their data', () => {
  let gateway: GatewayOverProxies;
  let browser: OpenBrowser;
  let page: Page;
  let version: string;

  beforeAll(async () => {
    gateway = await gatewayOverProxies({ environment: { ANSWER_CACHE_MB: '0' } });
    browser = await openBrowser();
    page = await browser.newPage(1280);
    const described = await fetch(`${gateway.url}/q/datapackage.json`);
    version = described.headers.get('x-data-version') ?? '';
  });

  afterAll(async () => {
    await browser.close();
    await gateway.stop();
  });

  test('is in the footer of every page, which leads to more', async () => {
    expect(version).toMatch(/^[0-9a-f]{12}$/);
    for (const path of ['/', '/regions/422825', '/pairings/xihu-xuanen', '/documents', '/regions/nowhere']) {
      await page.goto(gateway.url + path);
      await page.getByText(`Data sets: articles, register · Data version: ${version} · About the data`).waitFor();
    }
    await page.locator('footer').getByRole('link', { name: 'About the data' }).click();
    await page.getByRole('heading', { level: 1, name: 'About the data' }).waitFor();
  });

  test('is how many there are, and what no record means', async () => {
    const rows = await page.getByRole('table', { name: 'Data sets' }).locator('tbody tr').allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
      expect.stringMatching(/^articles What five published articles report.* 46 294 2012–2023$/),
      expect.stringMatching(/^register The register of regions.* 0 0$/),
    ]);
    const facts = (await page.locator('.facts').first().innerText()).replace(/\s+/g, ' ');
    expect(facts).toMatch(/^Pairings 46 .*Documents \d+ — article \d/);
    const text = await page.locator('main').innerText();
    expect(text).toContain('It never means “no pairing”, “no money” or zero.');
    expect(text).toContain('MIT licence');
    await page.getByRole('link', { name: '46', exact: true }).click();
    await page.getByText('46 found').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('is a citation of the page, as a line and as BibTeX', async () => {
    await page.goto(`${gateway.url}/pairings/xihu-xuanen?lang=en`);
    await page.getByText('Cite this page').click();
    const day = new Date().toISOString().slice(0, 10);
    const line = `Xihu District → Xuan'en County. Jiedui 结对. Data version ${version}. ${gateway.url}/pairings/xihu-xuanen?lang=en (accessed ${day}).`;
    expect(await page.locator('.cite p').innerText()).toBe(line);
    expect(await page.locator('.cite pre').innerText()).toBe(
      [
        `@misc{jiedui-${version},`,
        "  title = {{Xihu District → Xuan'en County}},",
        '  author = {{Jiedui authors}},',
        `  year = {${day.slice(0, 4)}},`,
        `  howpublished = {\\url{${gateway.url}/pairings/xihu-xuanen?lang=en}},`,
        `  note = {Data version ${version}. Accessed ${day}},`,
        '  language = {english}',
        '}',
      ].join('\n'),
    );
  });

  test('fits a phone, in Chinese', async () => {
    const phone = await browser.newPage(390);
    await phone.goto(`${gateway.url}/about?lang=zh`);
    await phone.getByText('“没有记录”绝不等于“没有结对”').waitFor();
    await phone.getByText('引用本页', { exact: true }).click();
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await axeViolations(phone)).toEqual([]);
    await phone.context().close();
  });

  test('says so where a part of the graph is away', async () => {
    gateway.proxy('labour').fault = (_request, response) => response.writeHead(500).end();
    await page.goto(`${gateway.url}/about`);
    await page.getByText('Data sets: not available now · Data version: not available now').waitFor();
    expect(await page.locator('main').innerText()).toMatch(/Records and figures\s+not available now/);
  });
});
