import { rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { axeViolations } from '../support/axe.js';
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
    server = run('gateway/start.js', {
      env: { DATA_DIR: dataDir, SUBGRAPH_TIMEOUT_MS: '40000', OPERATION_TIMEOUT_MS: '50000' },
    });
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
    expect(await page.locator('.jiedui-panel').getByRole('status').innerText()).toMatch(
      /^4 requests to 4 subgraphs \(.*\), in 2 rounds\.$/,
    );
  });

  test('runs a ready query from the keyboard, and says which subgraphs answered', async () => {
    const page = await open(1280);
    await page.getByRole('button', { name: 'Who supports Rangtang, and with what money and projects?' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'SupportersMoneyProjects' }).waitFor();
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

  test('shares a query by its address, however long', async () => {
    const page = await open(1280);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const share = async (): Promise<string> => {
      await page.getByRole('button', { name: /Copy a link to this query|The link is copied/ }).click();
      await page.getByRole('button', { name: 'The link is copied' }).waitFor();
      const link = await page.evaluate<string>('navigator.clipboard.readText()');
      await page.getByRole('button', { name: 'Execute query' }).focus();
      return link;
    };
    expect(await share()).toMatch(/\/graphql\?lang=en#query=%23\+A\+pairing\+with/);
    await page.getByRole('searchbox', { name: 'With the words' }).fill('seven categories');
    await page.getByRole('button', { name: 'in the seven categories of the assessment' }).click();
    await page.getByRole('button', { name: 'PairingAssessment' }).waitFor();
    const long = await share();
    expect(long).toMatch(/#z=[\w-]+$/);
    expect(long.length).toBeLessThan(4_000);
    const other = await browser.newPage(1280);
    await other.goto(long);
    await other.locator('.graphiql-query-editor .view-line').first().waitFor();
    expect(await editorText(other)).toContain('query PairingAssessment');
    await runIt(other);
    await answerWith(other, '"meetings"');
    await other.goto(long.slice(0, -40));
    await other.locator('.graphiql-query-editor .view-line').first().waitFor();
  });

  test('finds fields by what is said of them, and picks them', async () => {
    const page = await open(1280, { query: '{\n  programmes {\n    totalCount\n  }\n}' });
    await page.getByRole('button', { name: 'Show Fields' }).click();
    await page.getByRole('searchbox', { name: 'Search the schema' }).fill('挂职');
    const found = page.locator('.schema-results button');
    await found.first().waitFor();
    expect(await found.allInnerTexts()).toContain('Secondment');
    await found.getByText('Secondment', { exact: true }).click();
    await page.locator('.graphiql-doc-explorer-title', { hasText: 'Secondment' }).waitFor();
    await page.getByRole('button', { name: 'Show Fields' }).click();
    await page.getByRole('searchbox', { name: 'Search the schema' }).fill('');
    await page
      .getByRole('checkbox', { name: /^region / })
      .first()
      .focus();
    await page.keyboard.press('Space');
    expect(await editorText(page)).toMatch(/region\(?[^]*\{\s*id\s*\}/);
    const tick = (name: RegExp): Promise<void> =>
      page.locator('.field-tree .field-tree').getByRole('checkbox', { name }).first().click();
    await tick(/^nameEn /);
    expect(await editorText(page)).toMatch(/id\s*nameEn/);
    await tick(/^nameEn /);
    expect(await editorText(page)).not.toContain('nameEn');
  });

  test('is in Chinese where that is asked for, its own words and those of GraphiQL', async () => {
    const page = await open(1280, { lang: 'zh' });
    expect(await page.title()).toBe('查询页 · Jiedui 结对');
    const html = await (await fetch(`${address}?lang=zh`, { headers: { accept: 'text/html' } })).text();
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('<link rel="alternate" hreflang="en" href="/graphql?lang=en" />');
    await page.getByRole('heading', { name: '现成查询' }).waitFor();
    await page.getByRole('button', { name: /^运行查询/ }).click();
    await answerWith(page, 'Zhangjiagang City');
    await page.getByRole('button', { name: /^PairingPage的查询计划：4次请求，4个子图/ }).waitFor();
    for (const name of ['显示文档', '显示历史', '显示字段', '显示查询计划']) {
      expect(await page.getByRole('button', { name, exact: true }).count()).toBe(1);
    }
    expect(await axeViolations(page)).toEqual([]);
  });

  test('sends at most 1.2 MB, its workers and the schema with it', async () => {
    const counted = await countedProxy(address);
    const page = await browser.newPage(1280);
    await page.goto(`${counted.address}?query=${encodeURIComponent('{ nothing }')}`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    // The worker that checks the query comes last.
    await page.locator('.graphiql-query-editor .squiggly-error').first().waitFor();
    await page.context().close();
    counted.close();
    expect(counted.bytes()).toBeGreaterThan(500_000);
    expect(counted.bytes()).toBeLessThan(1_200_000);
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

/** The same server at another port, with the bytes that it sends. */
async function countedProxy(
  address: string,
): Promise<{ readonly address: string; readonly bytes: () => number; readonly close: () => void }> {
  let bytes = 0;
  const proxy = createServer((client) => {
    const server = connect(Number(new URL(address).port), '127.0.0.1');
    server.on('data', (chunk) => {
      bytes += chunk.length;
    });
    server.pipe(client).pipe(server);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const counted = new URL(address);
  counted.port = String((proxy.address() as AddressInfo).port);
  return { address: counted.href, bytes: () => bytes, close: () => proxy.close() };
}
