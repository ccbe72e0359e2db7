import { afterAll, afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Page, Route } from 'playwright-core';

import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { describeInBrowser } from '../support/browser.js';
import { gatewayInProcess, servedGraph } from '../support/gateway.js';

describeInBrowser('a page without any data', () => {
  const served = servedGraph('sqlite');
  let browser: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
  });

  beforeEach(async () => {
    page = await browser.newPage(390);
  });

  afterEach(async () => {
    await page.context().close();
    jest.restoreAllMocks();
  });

  afterAll(async () => {
    await browser.close();
  });

  const alert = async (): Promise<string[]> => {
    await page.getByRole('alert').waitFor();
    const lines = await page.getByRole('alert').innerText();
    return lines.split(/\n+/).map((line) => line.replace(/request [\w-]+$/, 'request …'));
  };
  const answers = (status: number, contentType: string, body: string, headers: Record<string, string> = {}) => {
    return (route: Route): Promise<void> =>
      route.fulfill({ status, contentType, body, headers: { 'x-request-id': 'r-1', ...headers } });
  };
  const json = 'application/json';
  const html = '<html><h1>Bad gateway</h1></html>';
  const errors = (code: string, message: string): string =>
    JSON.stringify({ errors: [{ message, extensions: { code } }] });

  test.each<[string, (route: Route) => Promise<void>, string[]]>([
    [
      'no connection',
      (route) => route.abort('connectionrefused'),
      [
        'The graph does not answer',
        'The server cannot be reached. It may be restarting, or the network may be interrupted.',
        'Try again',
      ],
    ],
    [
      'a balancer’s page',
      answers(502, 'text/html', html, { 'x-request-id': '' }),
      [
        'The graph cannot be reached',
        'Something on the way, such as a proxy, answered in its place (status 502).',
        'Try again',
      ],
    ],
    [
      'a login page of the network',
      answers(200, 'text/html', html, { 'x-request-id': '' }),
      [
        'The graph cannot be reached',
        'Something on the way, such as a proxy, answered in its place (status 200).',
        'Try again',
      ],
    ],
    [
      'JSON that is no answer',
      answers(503, json, '{"error": "no upstream"}', { 'x-request-id': '' }),
      [
        'The graph cannot be reached',
        'Something on the way, such as a proxy, answered in its place (status 503).',
        'Try again',
      ],
    ],
    [
      'a proxy’s limit',
      answers(429, 'text/html', html, { 'retry-after': '7', 'x-request-id': '' }),
      ['Too many requests', 'Your network address has sent too many requests. Try again in 7 seconds.', 'Try again'],
    ],
    [
      'a refusal',
      answers(400, json, errors('GRAPHQL_VALIDATION_FAILED', 'Cannot query field "since".')),
      [
        'The server refused the query of this page',
        'The page may be older than the server, so trying again loads it anew. If that does not help, please report this:',
        'GRAPHQL_VALIDATION_FAILED: Cannot query field "since". · request …',
        'Try again',
      ],
    ],
    [
      'a failure of the server',
      answers(500, json, errors('INTERNAL_SERVER_ERROR', 'The server failed. The log has the details.')),
      [
        'The server failed',
        'Try again. If that does not help, please report this:',
        'INTERNAL_SERVER_ERROR: The server failed. The log has the details. · request …',
        'Try again',
      ],
    ],
    [
      'changing data',
      answers(503, json, errors('DATA_CHANGING', 'Try again.')),
      [
        'The data are changing',
        'An import is under way. Try again in a moment.',
        'DATA_CHANGING: Try again. · request …',
        'Try again',
      ],
    ],
    [
      'an operation that took too long',
      answers(200, json, '{"data": null, "errors": [{"message": "x", "extensions": {"code": "SUBGRAPH_TIMEOUT"}}]}'),
      [
        'The answer took too long',
        'The server ended the query. It may be busy.',
        'SUBGRAPH_TIMEOUT: x · request …',
        'Try again',
      ],
    ],
  ])('says that it met %s, and is there after one click when that is over', async (_name, meet, lines) => {
    await page.route('**/graphql', meet);
    await page.goto(`${served.url}/pairings/zhangjiagang-yanhe`);
    expect(await alert()).toEqual(lines);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('65.94 million yuan').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('says that the device is offline, in Chinese too', async () => {
    await page.goto(`${served.url}/regions/520627`);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { level: 1, name: '沿河土家族自治县' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: '张家港市 → 沿河土家族自治县', exact: true }).first().click();
    expect(await alert()).toEqual(['设备已离线', '当前设备没有网络连接，恢复后请重试。', '重试']);
    await page.locator('#search').fill('西湖');
    await page.getByText('搜索没有响应。设备已离线：').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('6594万元').first().waitFor();
  });

  test('says what the server itself refuses: a query over the limits, and too many requests', async () => {
    const strict = await gatewayInProcess(served.graph, { MAX_COST: '10', RATE_LIMIT: '30' });
    try {
      await page.goto(`${strict.url}/regions/520627`);
      expect((await alert()).slice(0, 3)).toEqual([
        'The server refused the query of this page',
        expect.stringMatching(/please report this:$/),
        expect.stringMatching(/^COST_LIMIT: .* · request …$/),
      ]);
      while ((await fetch(`${strict.url}/q/find?text=x`)).status !== 429);
      await page.getByRole('link', { name: 'Jiedui' }).click();
      await page.getByRole('heading', { name: 'Too many requests' }).waitFor();
      expect((await alert())[1]).toMatch(/Try again in \d+ seconds\.$/);
    } finally {
      await strict.stop();
    }
  });

  test('in the explorer names the reason too', async () => {
    await page.goto(`${served.url}/graphql`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    for (const [meet, words] of [
      [(route: Route) => route.abort(), 'The server cannot be reached.'],
      [answers(502, 'text/html', html), 'Something other than the graph answered, with status 502.'],
      [answers(429, json, errors('RATE_LIMITED', 'Retry-After has the seconds.')), 'Retry-After has the seconds.'],
    ] as const) {
      await page.route('**/graphql', meet);
      await page.getByRole('button', { name: 'Execute query' }).click();
      await page.locator('.graphiql-response').getByText(words).first().waitFor();
      await page.unroute('**/graphql');
    }
  });
});
