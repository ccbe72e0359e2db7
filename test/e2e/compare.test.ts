import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { axeViolations } from '../support/axe.js';
import { describeInBrowser } from '../support/browser.js';
import { gatewayOverProxies, type GatewayOverProxies } from '../support/gateway.js';

const yanhe = 'zhangjiagang-yanhe';
const xuanen = 'xihu-xuanen';

describeInBrowser('the page that compares', () => {
  let gateway: GatewayOverProxies;
  let browser: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    gateway = await gatewayOverProxies({ environment: { ANSWER_CACHE_MB: '0' } });
    browser = await openBrowser();
    page = await browser.newPage(1280);
  });

  afterEach(() => {
    gateway.proxy('finance').fault = null;
  });

  afterAll(async () => {
    expect(browser.outsideRequests).toEqual([]);
    await browser.close();
    await gateway.stop();
  });

  const open = async (path: string, shown = page): Promise<void> => {
    await shown.goto(gateway.url + path);
    await shown.locator('main:not([aria-busy]) h1').waitFor();
  };
  const cells = (head: string, shown = page): Promise<string[]> =>
    shown
      .locator('table.comparison tr:not(.category)', { has: shown.getByRole('rowheader', { name: head, exact: true }) })
      .first()
      .locator('td')
      .allInnerTexts();

  test('has pairings side by side in the seven categories, each total with its records and sources', async () => {
    await open(`/compare?pairings=${yanhe},${xuanen}&lang=en`);
    expect(await page.title()).toMatch(/^Compare: Zhangjiagang City → Yanhe .* \/ Xihu District → Xuan'en County/);
    expect(await page.locator('table.comparison').first().locator('tr.category').allInnerTexts()).toEqual([
      'Leadership and visits',
      'Fiscal money',
      'Firms, parks, workshops',
      'Work',
      'Cadres, experts, training',
      'Donations and goods sold',
      'Pairs below',
    ]);
    const { data } = (await (
      await fetch(`${gateway.url}/q/compare-pairing?id=${yanhe}`, { headers: { accept: 'application/json' } })
    ).json()) as { data: { pairing: { fiscal: { text: string } } } };
    const [money = ''] = await cells('Fiscal money');
    expect(money).toContain(data.pairing.fiscal.text);
    await page.getByText(data.pairing.fiscal.text, { exact: true }).first().click();
    await page.locator('.how[open] li', { hasText: 'counted' }).first().waitFor();
    await page.locator('.how[open] .cited a').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('has one year, and one measure by year, which the address keeps', async () => {
    await page.getByLabel('Of', { exact: true }).selectOption('2018');
    await page.waitForURL(/year=2018/);
    const year = await cells('Fiscal money');
    expect(year[1]).toMatch(/\d/);
    await page.getByLabel('Measure', { exact: true }).selectOption('donations');
    await page.waitForURL(/measure=donations/);
    await page.reload();
    await page.locator('main:not([aria-busy]) table.comparison').first().waitFor();
    expect(await page.getByLabel('Of', { exact: true }).inputValue()).toBe('2018');
    expect(
      await page.getByRole('table', { name: 'Year by year: Donations' }).locator('tbody th').allInnerTexts(),
    ).toContain('2018');
    const donations = await cells('2018');
    expect(donations[0]).toContain('6.03 million yuan');
  });

  test('names what it does not have, and shows at most four', async () => {
    await open(`/compare?pairings=${yanhe},nowhere,x%3Cb%3E&year=1850&lang=en`);
    await page.getByText('Not in the data: nowhere, x<b>.').waitFor();
    await page.getByText('There is one only').waitFor();
    await page.getByText('There is no figure of the year “1850”.').waitFor();
    await open('/compare?regions=520000,330000,110000,440000,320000&lang=en');
    await page.getByText('Only the first four of 5 are shown.').waitFor();
    expect(await page.locator('.compared li').count()).toBe(4);
    await page.getByRole('link', { name: 'Take Zhejiang Province out' }).click();
    await page.waitForURL(({ searchParams }) => searchParams.get('regions') === '520000,110000,440000');
    await open('/compare?lang=en');
    await page.getByText('Two to four pairings').waitFor();
  });

  test('is filled from a list and from a page, by the keyboard', async () => {
    await open('/pairings?lang=en');
    await page.getByLabel('Add to the comparison: Zhangjiagang City → Yanhe Tujia Autonomous County').focus();
    await page.keyboard.press('Space');
    await page.getByText('Choose one more to compare').waitFor();
    await open(`/pairings/${xuanen}?lang=en`);
    const button = page.getByRole('button', { name: 'Add to the comparison' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'In the comparison', pressed: true }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Compare 2' }).click();
    await page.waitForURL(
      (url) => url.pathname === '/compare' && url.searchParams.get('pairings') === `${yanhe},${xuanen}`,
    );
    await page.locator('table.comparison').first().waitFor();
  });

  test('fits a phone in Chinese, for regions too', async () => {
    const phone = await browser.newPage(390);
    for (const path of [`/compare?pairings=${yanhe},${xuanen}&lang=zh`, '/compare?regions=520000,420000&lang=zh']) {
      await open(path, phone);
      await phone.locator('table.comparison').first().waitFor();
      expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390);
      expect(await axeViolations(phone)).toEqual([]);
    }
    expect(await phone.title()).toMatch(/^比较：?.*贵州省／湖北省/);
    await phone.context().close();
  });

  test('has no total of a part that is missing, and the rest', async () => {
    gateway.proxy('finance').fault = (_request, response) => {
      response.writeHead(500).end();
    };
    await open(`/compare?pairings=${yanhe},${xuanen}&lang=en`);
    await page.getByText('does not answer: money, projects').waitFor();
    expect(await cells('Fiscal money')).toEqual(['not available now', 'not available now']);
    expect((await cells('People in stable work'))[0]).toMatch(/\d/);
  });
});
