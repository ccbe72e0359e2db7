import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { describeInBrowser } from '../support/browser.js';
import { servedGraph } from '../support/gateway.js';

describeInBrowser('the search box', () => {
  const served = servedGraph('sqlite');
  let browser: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage(1280);
  });

  afterAll(async () => {
    expect(browser.consoleErrors).toEqual([]);
    await browser.close();
  });

  beforeEach(async () => {
    await page.goto(`${served.url}/about?lang=en`);
    await page.getByRole('heading', { level: 1, name: 'About the data' }).waitFor();
  });

  const box = () => page.getByRole('combobox', { name: /^Search/ });

  test('opens the first hit when Enter is pressed at once', async () => {
    await box().fill('宣恩');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/regions\/422825/);
    expect(await box().inputValue()).toBe('');
  });

  test('opens what is like the text of now, not of before', async () => {
    await box().fill('宣恩');
    await page.getByRole('option').first().waitFor();
    await box().fill('沿河');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/regions\/520627/);
  });

  test('leaves Enter to an input method while it chooses characters', async () => {
    await box().fill('宣恩');
    await page.getByRole('option').first().waitFor();
    const enter = "new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })";
    await page.evaluate(`document.getElementById('search').dispatchEvent(${enter})`);
    expect(await page.getByRole('option').count()).toBeGreaterThan(0);
    expect(page.url()).toContain('/about');
  });

  test.each([
    ['Xuanen', /^宣恩县 Xuan'en County\s*region · Hubei Province/, /\/regions\/422825/],
    ['扶贫攻坚，打造东西协作', /Upgrading East-West cooperation.*\s*document/, /\/documents\/s1/],
    ['East-West poverty', /^East-West .*\s*programme/, /\/programmes\/east-west/],
    ['Qunzhong magazine', /^Qunzhong magazine\s*organisation/, /\/organisations\//],
    ['西湖宣恩', /^Xihu District → Xuan'en County\s*pairing/, /\/pairings\/xihu-xuanen/],
    ['Wujiatai tribute-tea industry', /Wujiatai tribute-tea industry.*\s*project/, /\/pairings\/xihu-xuanen/],
    ['国家级贫困县', /^Poor county of national rank\s*provision/, /\/documents\/s\d\?lang=en#paragraph-\d+/],
  ])('finds %s with its kind, and leads to its page', async (text, words, address) => {
    await box().fill(text);
    const option = page.getByRole('option').filter({ hasText: words }).first();
    await option.click();
    await page.waitForURL(address);
    await page.locator('main:not([aria-busy]) h1').waitFor();
  });

  test('says in Chinese that a name is a former one', async () => {
    await page.goto(`${served.url}/about?lang=zh`);
    await page.locator('#search').fill('郫县');
    await page.getByRole('option', { name: /郫都区.*地区 · 四川省 › 成都市 · 曾用名 郫县/ }).waitFor();
    await page.locator('#search').fill('522228');
    await page.getByRole('option', { name: /沿河土家族自治县.*曾用代码 522228/ }).waitFor();
  });
});
