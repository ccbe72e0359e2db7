import { rmSync } from 'node:fs';

import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { describeInBrowser } from '../support/browser.js';
import { shippedFolder } from '../support/data-folder.js';
import { gatewayOverHttp } from '../support/gateway.js';
import { run, type RunningProcess } from '../support/process.js';

describeInBrowser('the start page', () => {
  let dataDir: string;
  let server: RunningProcess;
  let browser: OpenBrowser;
  let address: string;
  let page: Page;

  beforeAll(async () => {
    dataDir = shippedFolder();
    server = run('gateway/start.js', { env: { DATA_DIR: dataDir } });
    browser = await openBrowser();
    page = await browser.newPage(1280);
    address = (await server.prints(/Open (http:\S+)\/graphql/))[1] ?? '';
  });

  afterAll(async () => {
    await browser.close();
    server.child.kill('SIGKILL');
    await server.ended();
    rmSync(dataDir, { recursive: true });
  });

  const heading = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
  const choose = async (round: string): Promise<void> => {
    await page.getByRole('radio', { name: round }).check({ force: true });
    await page.waitForURL(/on=/);
    await page.locator('main:not([aria-busy])').waitFor();
  };

  test('draws who helps whom in 2016, from province to province', async () => {
    await page.goto(address);
    const picture = page.locator('.flows svg');
    await picture.waitFor();
    expect(await picture.textContent()).toMatch(/Zhejiang.*Guizhou/);
  });

  test('steps to another round', async () => {
    await page.goto(`${address}/?to=520500`);
    await page.getByRole('link', { name: 'Guangzhou City → Bijie City' }).waitFor();
    await choose('2013');
    await page.getByRole('link', { name: 'Shenzhen City → Bijie City' }).waitFor();
    expect(await page.getByRole('link', { name: 'Guangzhou City → Bijie City' }).count()).toBe(0);
  });

  test('finds a project while one types, on the page of its pairing', async () => {
    await page.locator('#search').fill('Wujiatai tribute-tea industry');
    await page.getByRole('option', { name: 'Upgrade of the Wujiatai tribute-tea industry' }).click();
    await page.waitForURL(/\/pairings\/xihu-xuanen$/);
  });

  test('finds a pairing while one types, and shows its money with the source', async () => {
    await page.locator('#search').fill('张家港');
    await page.getByRole('option', { name: 'Zhangjiagang City → Yanhe' }).first().click();
    await heading('Zhangjiagang City → Yanhe Tujia Autonomous County');
    const cited = page.locator('.cited', { hasText: '65.94 million yuan' }).filter({ visible: true }).first();
    const source = 'Upgrading East-West cooperation: Zhangjiagang and Yanhe, paragraph 10';
    await cited.hover();
    expect(await page.locator('.tip').textContent()).toBe(source);
    await page.keyboard.press('Escape');
    expect(await page.locator('.tip').isVisible()).toBe(false);
    await cited.getByRole('link').focus();
    expect(await page.locator('.tip').isVisible()).toBe(true);
    expect(await page.locator('.notes li').allTextContents()).toContain(source);
  });

  test('opens a total to how it was added up', async () => {
    const donations = page.locator('.totals details', { hasText: 'Donations, from figures of single years' });
    expect(await donations.locator('summary').textContent()).toBe(
      'Donations, from figures of single years: 6.03 million yuan',
    );
    await donations.locator('summary').click();
    expect(await donations.locator('tbody tr').allInnerTexts()).toEqual([
      expect.stringMatching(/^6\.03 million yuan\d*\s+2018\s+counted/),
      expect.stringMatching(/^5\.08 million yuan\d*\s+2018\s+Left out: part of another record\s+6\.03 million yuan$/),
    ]);
  });

  test('switches to Chinese, and remembers it', async () => {
    await page.getByRole('button', { name: '中文' }).click();
    await heading('张家港市 → 沿河土家族自治县');
    await page.reload();
    await heading('张家港市 → 沿河土家族自治县');
    expect(await page.locator('main').textContent()).toContain('6594万元');
    await page.getByRole('button', { name: 'EN' }).click();
    await heading('Zhangjiagang City → Yanhe Tujia Autonomous County');
  });

  test('says what it does not know', async () => {
    await page.goto(`${address}/regions/nowhere`);
    await heading('There is no region “nowhere”');
    await page.goto(`${address}/pairings/nowhere`);
    await heading('There is no pairing “nowhere”');
    await page.goto(`${address}/regions/820000`);
    await heading('Macao Special Administrative Region');
    expect(await page.locator('.notice').textContent()).toMatch(/no records about this region/);
  });

  test('fits a phone, logs no error, and requests nothing from any other host', async () => {
    const phone = await browser.newPage(390);
    for (const path of ['/', '/regions/422825', '/pairings/zhangjiagang-yanhe']) {
      await phone.goto(address + path);
      await phone.locator('main h1').waitFor();
      expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390);
    }
    // A browser logs the status of a page that is none.
    expect(browser.consoleErrors).toEqual([
      expect.stringMatching(/status of 404 .*\/regions\/nowhere$/),
      expect.stringMatching(/status of 404 .*\/pairings\/nowhere$/),
    ]);
    expect(browser.outsideRequests).toEqual([]);
  });

  test('names what is missing, and offers to try again when there is no answer', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const services = await gatewayOverHttp('sqlite');
    await services.subgraphs.get('finance')?.stop();
    const phone = await browser.newPage(390);
    await phone.goto(`${services.url}/pairings/zhangjiagang-yanhe`);
    await phone.getByText('its part of the graph does not answer: money').waitFor();
    expect(await phone.locator('main').textContent()).toContain('103 persons');
    await services.stop();
    jest.restoreAllMocks();
    await phone.goto(`${address}/pairings/zhangjiagang-yanhe`);
    await phone.route('**/graphql', (route) => route.abort());
    await phone.reload();
    await phone.getByText('The graph does not answer').waitFor();
    await phone.unroute('**/graphql');
    await phone.getByRole('button', { name: 'Try again' }).click();
    await phone.getByText('65.94 million yuan').first().waitFor();
  });
});
