import { rmSync } from 'node:fs';

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { describeInBrowser } from '../support/browser.js';
import { shippedFolder } from '../support/data-folder.js';
import { run, type RunningProcess } from '../support/process.js';
import { until } from '../support/until.js';

describeInBrowser('the explorer', () => {
  let dataDir: string;
  let server: RunningProcess;
  let address: string;
  let browser: OpenBrowser;

  beforeAll(async () => {
    browser = await openBrowser();
    dataDir = shippedFolder();
    server = run('gateway/start.js', { env: { DATA_DIR: dataDir } });
    address = (await server.prints(/Open (http:\S+\/graphql)/))[1] ?? '';
  });

  afterEach(() => {
    expect(browser.consoleErrors).toEqual([]);
    expect(browser.outsideRequests).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    server.child.kill('SIGKILL');
    await server.ended();
    rmSync(dataDir, { recursive: true });
  });

  const open = async (width: number, parameters: Record<string, string> = {}): Promise<Page> => {
    const page = await browser.newPage(width);
    await page.goto(`${address}?${new URLSearchParams(parameters).toString()}`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    return page;
  };
  const runIt = (page: Page): Promise<void> => page.getByRole('button', { name: 'Execute query' }).click();
  const answerWith = (page: Page, text: string): Promise<void> =>
    page.locator('.graphiql-response').getByText(text).first().waitFor();
  const editorText = async (page: Page): Promise<string> =>
    (await page.locator('.graphiql-query-editor .view-lines').innerText()).replaceAll('\u00a0', ' ');

  test('opens with a query across four subgraphs, and shows its answer and its plan', async () => {
    const page = await open(1280);
    await runIt(page);
    await answerWith(page, 'Zhangjiagang City');
    expect(await page.locator('.graphiql-response').innerText()).not.toContain('queryPlan');
    await page.getByRole('button', { name: /^Plan of PairingPage/ }).click();
    const boxes = page.getByRole('figure', { name: 'Picture of the plan' }).getByRole('region');
    expect(new Set(await boxes.getByRole('heading').allInnerTexts())).toEqual(
      new Set(['pairings', 'finance', 'labour', 'training']),
    );
    expect(await page.getByRole('status').innerText()).toMatch(/^4 requests to 4 subgraphs \(.*\), in 2 rounds\.$/);
  });

  test('runs a ready query from the keyboard, and says which subgraphs answered', async () => {
    const page = await open(1280);
    await page.getByRole('button', { name: 'Who supports Rangtang, and with what money and projects?' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'SupportersMoneyProjects' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await answerWith(page, '绵阳市');
    await page.getByRole('button', { name: 'Show Plan' }).click();
    expect(await page.locator('.plan-text').innerText()).toBe(
      ['pairings: region', 'then', 'finance: fundsReceived, projects of Region, at region'].join('\n'),
    );
  });

  test('opens a query of the address with its variables, on a narrow screen', async () => {
    const query = 'query Name($code: ID!) { region(id: $code) { name } }';
    const page = await open(390, { query, variables: '{"code":"520627"}' });
    expect(await editorText(page)).toContain('query Name');
    await runIt(page);
    await answerWith(page, '沿河土家族');
  });

  test('marks what is wrong in a query where it stands', async () => {
    const page = await open(1280);
    await page.locator('.graphiql-query-editor .view-line').first().click();
    await page.keyboard.press('Control+A');
    // The editor closes brackets by itself.
    await page.keyboard.type('{ region(id: "520627") { nam');
    await page.keyboard.press('Escape');
    await page.locator('.graphiql-query-editor .squiggly-error').waitFor();
    // What was marked while the text was typed may still be replaced.
    await until(async () => {
      await page.keyboard.press('F8');
      return page.getByText('Cannot query field "nam" on type "Region".').first().isVisible();
    }, true);
  });
});
