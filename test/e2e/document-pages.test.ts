import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { axeViolations } from '../support/axe.js';
import { describeInBrowser } from '../support/browser.js';
import { gatewayOverProxies, type GatewayOverProxies } from '../support/gateway.js';

const article = 'Upgrading East-West cooperation: Zhangjiagang and Yanhe';

describeInBrowser('the pages of documents and programmes', () => {
  let gateway: GatewayOverProxies;
  let browser: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    gateway = await gatewayOverProxies({ environment: { ANSWER_CACHE_MB: '0' } });
    browser = await openBrowser();
    page = await browser.newPage(1280);
  });

  afterAll(async () => {
    await browser.close();
    await gateway.stop();
  });

  afterEach(() => {
    for (const name of ['pairings', 'finance', 'labour', 'training']) {
      gateway.proxy(name).fault = null;
    }
    expect(browser.outsideRequests).toEqual([]);
  });

  const open = async (path: string, name: string): Promise<void> => {
    await page.goto(gateway.url + path);
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  const rowsOf = async (caption: string): Promise<string[]> => {
    const table = page.getByRole('table', { name: caption });
    const rows = await table.locator('tbody tr').allInnerTexts();
    return rows.map((row) => row.replace(/\s+/g, ' ').trim());
  };

  test('a source of a figure leads to what is drawn from its paragraph, and back to where one was', async () => {
    await open('/pairings/zhangjiagang-yanhe', 'Zhangjiagang City → Yanhe');
    const note = page.locator('.notes a', { hasText: `${article}, paragraph 10` });
    await note.scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate('scrollY');
    expect(scrolled).toBeGreaterThan(0);
    await note.click();
    await page.getByRole('heading', { level: 1, name: article }).waitFor();
    expect(page.url()).toBe(`${gateway.url}/documents/s1#paragraph-10`);
    const focused = page.locator('#paragraph-10:focus');
    await focused.waitFor();
    const row = page.locator('tr', { has: focused });
    expect((await row.innerText()).replace(/\s+/g, ' ')).toMatch(
      /fiscal money 65\.94 million yuan Zhangjiagang City → Yanhe.* 10$/,
    );
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Zhangjiagang City → Yanhe' }).waitFor();
    await page.locator('main:not([aria-busy])').waitFor();
    expect(await page.evaluate('scrollY')).toBe(scrolled);
  });

  test('a document says what it is, and has all that is drawn from it', async () => {
    await open('/documents/s1', article);
    const facts = (await page.locator('.facts').innerText()).replace(/\s+/g, ' ');
    expect(facts).toMatch(/^Kind Article Published by .+ Issue 2019-3 Published 11 March 2019$/);
    expect(await rowsOf('Pairings and periods drawn from it')).toContainEqual(
      expect.stringMatching(/^Zhangjiagang City → Yanhe Tujia Autonomous County East-West.* from March 2017/),
    );
    const records = await rowsOf('Records drawn from it');
    expect(records.length).toBeGreaterThan(40);
    for (const each of [
      /^On the Wu River .* Yanhe Tujia Autonomous County 8$/,
      /103 persons/,
      /186 persons/,
      /Provisions · mechanism/,
    ]) {
      expect(records).toContainEqual(expect.stringMatching(each));
    }
    const csv = await fetch(`${gateway.url}/q/document-records.csv?id=s1`);
    expect((await csv.text()).trim().split('\n')).toHaveLength(records.length + 1);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('a document of the register says that nothing else is drawn from it', async () => {
    await open('/documents/gb2260', 'GB/T 2260');
    expect(await page.locator('main').innerText()).toContain('No pairing and no figure is drawn from it');
  });

  test('a programme has its rounds and its pairings, which are sorted and filtered', async () => {
    await page.goto(`${gateway.url}/pairings/zhangjiagang-yanhe`);
    await page
      .locator('.facts')
      .getByRole('link', { name: /^East-West/ })
      .click();
    await page.waitForURL(/\/programmes\/east-west$/);
    const rows = (): Promise<string[]> => rowsOf('Pairings');
    await page.getByRole('table', { name: 'Pairings' }).waitFor();
    const all = await rows();
    expect(all.length).toBeGreaterThan(20);
    await page.getByLabel('With the text').fill('yanhe');
    await page.waitForURL(/text=yanhe/);
    expect(await rows()).toEqual([
      expect.stringMatching(/^Zhangjiagang City → Yanhe/),
      expect.stringMatching(/Yanhe Economic/),
    ]);
    await page.getByLabel('With the text').fill('');
    await page.waitForURL(/east-west$/);
    await page.getByRole('button', { name: 'Pairing', exact: true }).click();
    await page.waitForURL(/sort=pairing/);
    const sorted = await rows();
    expect(sorted).toEqual([...sorted].sort(new Intl.Collator('en', { numeric: true }).compare));
    await page.getByRole('button', { name: 'Pairing', exact: true }).click();
    await page.waitForURL(/sort=-pairing/);
    expect((await rows())[0]).toBe(sorted.at(-1));
    await page.getByRole('link', { name: 'Zhangjiagang City → Yanhe' }).click();
    await page.getByRole('heading', { level: 1, name: 'Zhangjiagang City → Yanhe' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: /^East-West/ }).waitFor();
    expect((await rows())[0]).toBe(sorted.at(-1));
    expect(await axeViolations(page)).toEqual([]);
  });

  test('fit a phone, in Chinese, with every row stacked', async () => {
    const phone = await browser.newPage(390);
    for (const [path, name] of [
      ['/documents/s1?lang=zh', '扶贫攻坚，打造东西协作的升级版'],
      ['/programmes/east-west?lang=zh', '东西部'],
    ] as const) {
      await phone.goto(gateway.url + path);
      await phone.getByRole('heading', { level: 1, name }).waitFor();
      expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390);
      expect(await axeViolations(phone)).toEqual([]);
    }
    await phone.context().close();
  });

  test('have what the other subgraphs know while one is away', async () => {
    gateway.proxy('finance').fault = (_request, response) => response.writeHead(500).end();
    await open('/documents/s1', article);
    const text = await page.locator('main').innerText();
    expect(text).toContain('does not answer: money, projects.');
    expect(text).toContain('103 persons');
    expect(text).toContain('There may be more: a part of this is not available now.');
    gateway.proxy('finance').fault = null;
    gateway.proxy('pairings').fault = (_request, response) => response.writeHead(500).end();
    await page.goto(`${gateway.url}/documents/s1`);
    await page.getByText('its name is not available now').first().waitFor();
    const rest = await page.locator('main').innerText();
    expect(rest).toContain('does not answer: regions, pairings, documents.');
    expect(rest).toContain('65.94 million yuan');
    expect(rest).not.toMatch(/No pairing and no figure|There is no/);
    await page.goto(`${gateway.url}/programmes/east-west`);
    await page.getByRole('heading', { name: 'This is not available now' }).waitFor();
  });
});
