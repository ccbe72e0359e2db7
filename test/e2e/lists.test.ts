import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { axeViolations } from '../support/axe.js';
import { describeInBrowser } from '../support/browser.js';
import { servedGraph } from '../support/gateway.js';

describeInBrowser('the pages that list pairings, regions, documents and programmes', () => {
  const served = servedGraph('sqlite', { shipped: 'nation' });
  let browser: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage(1280);
  });

  afterAll(async () => {
    expect([browser.consoleErrors, browser.outsideRequests]).toEqual([[], []]);
    await browser.close();
  });

  const open = async (path: string): Promise<void> => {
    await page.goto(served.url + path);
    await page.locator('main:not([aria-busy]) table.sorted').waitFor();
  };
  const count = (): Promise<number> => page.locator('table.sorted tbody tr').count();
  const totalOf = async (query: string): Promise<number> => {
    const { data } = await served.ask(query);
    return (Object.values(data as Record<string, { totalCount: number }>)[0] as { totalCount: number }).totalCount;
  };
  /** Chooses a filter, and waits for its rows. */
  const choose = async (name: string, value: string): Promise<void> => {
    await page.getByLabel(name, { exact: true }).selectOption(value);
    await page.waitForURL(new RegExp(`=${value}`));
    await page.locator('.results:not([aria-busy])').waitFor();
  };

  test('are in the header, and each leads to the next', async () => {
    await page.goto(served.url);
    for (const [name, heading] of [
      ['Pairings', 'Pairings'],
      ['Regions', 'Regions'],
      ['Documents', 'Documents'],
      ['Programmes', 'Programmes'],
    ] as const) {
      await page.locator('header').getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
      expect(await page.title()).toBe(`${heading} · Jiedui 结对`);
      await page.locator('table.sorted').waitFor();
    }
  });

  test('have the pairings of a programme, at a level, in a year', async () => {
    await open('/pairings');
    expect(await count()).toBe(await totalOf('{ pairings { totalCount } }'));
    await choose('Programme', 'aid-wenchuan');
    await choose('Level', 'PROVINCE_TO_COUNTY');
    const wenchuan = 'programme: { eq: "aid-wenchuan" }, level: { eq: PROVINCE_TO_COUNTY }';
    expect(await count()).toBe(await totalOf(`{ pairings(filter: { ${wenchuan} }) { totalCount } }`));
    await page.getByLabel('In the year').fill('2012');
    await page.waitForURL(/year=2012/);
    await page.getByText('Nothing in the data is like this').or(page.locator('table.sorted')).waitFor();
    await page.getByLabel('In the year').fill('2009');
    await page.locator('.count', { hasText: /^\d+ found$/ }).waitFor();
    const csv = await page.getByRole('link', { name: 'This table as CSV' }).getAttribute('href');
    const rows = (await (await fetch(served.url + (csv ?? ''))).text()).trim().split('\n');
    expect(rows).toHaveLength((await count()) + 1);
    expect(rows[0]).toMatch(/^id,level/);
  });

  test('are sorted by the keyboard, and keep that in the address', async () => {
    await open('/programmes');
    const head = page.getByRole('columnheader', { name: 'Pairings' });
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(page.url()).toMatch(/sort=-pairings$/);
    const numbers = (await page.locator('tbody tr td:last-child').allInnerTexts()).map(Number);
    expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
    await page.reload();
    await head.waitFor();
    expect(await head.getAttribute('aria-sort')).toBe('descending');
  });

  test('find regions by a part of their names, page by page', async () => {
    await open('/regions');
    expect(await count()).toBe(200);
    await page.getByRole('link', { name: 'Next page' }).click();
    await page.waitForURL(/after=/);
    await page.getByRole('link', { name: 'First page' }).waitFor();
    const next = await page.locator('tbody th').first().innerText();
    await page.goBack();
    await page.locator('main:not([aria-busy]) table.sorted').waitFor();
    expect(await page.locator('tbody th').first().innerText()).not.toBe(next);
    await page.getByLabel('With the text').fill('宣恩');
    await page.locator('.count', { hasText: '2 found' }).waitFor();
    expect(await page.locator('tbody tr').first().innerText()).toMatch(
      /Xuan'en County 宣恩县\s+422825\s+County\s+Hubei/,
    );
    await page.getByRole('link', { name: "Xuan'en County", exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: "Xuan'en County" }).waitFor();
    await page.goBack();
    await page.locator('.count', { hasText: '2 found' }).waitFor();
    expect(await page.getByLabel('With the text').inputValue()).toBe('宣恩');
  });

  test('find policy documents of a year', async () => {
    await open('/documents');
    await choose('Kind', 'POLICY');
    expect(await count()).toBe(await totalOf('{ documents(filter: { kind: { eq: POLICY } }) { totalCount } }'));
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel('Published in').fill('2013');
    await page.locator('.count', { hasText: /^\d+ found$/ }).waitFor();
    await page.getByRole('link', { name: '国办发〔2013〕11号' }).or(page.getByText('〔2013〕')).first().waitFor();
  });

  test('say what is no year, no level and no programme, and what there is', async () => {
    for (const [path, words] of [
      ['/pairings?year=20x9', '“20x9” is no year'],
      ['/pairings?level=MOON', 'There is no “MOON” to choose here'],
      ['/pairings?programme=nothing', 'There is no “nothing” to choose here'],
      ['/documents?kind=NOVEL&lang=zh', '没有“NOVEL”这一选项'],
    ] as const) {
      await page.goto(served.url + path);
      await page.getByText(words).waitFor();
    }
  });

  test('fit a phone, in Chinese, and can be sorted there', async () => {
    const phone = await browser.newPage(390);
    for (const [path, name] of [
      ['/pairings?programme=aid-wenchuan', '结对'],
      ['/regions?level=PROVINCE', '地区'],
      ['/documents?kind=POLICY', '文献'],
      ['/programmes?sort=name', '帮扶机制'],
    ] as const) {
      await phone.goto(`${served.url}${path}&lang=zh`);
      await phone.getByRole('heading', { level: 1, name }).waitFor();
      expect(await phone.locator('thead button').first().isVisible()).toBe(true);
      expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390);
      expect(await axeViolations(phone)).toEqual([]);
    }
    await phone.context().close();
  });
});
