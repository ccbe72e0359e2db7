import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { axeViolations } from '../support/axe.js';
import { describeInBrowser } from '../support/browser.js';
import { servedGraph } from '../support/gateway.js';

/** In a process of its own, while this one serves. */
const execute = promisify(execFile);

describeInBrowser('what is taken along from a page', () => {
  const served = servedGraph('sqlite');
  let browser: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage(1280);
  });

  afterAll(async () => {
    // A browser logs what it does not frame.
    const others = browser.consoleErrors.filter((each) => !each.includes("frame-ancestors 'none'"));
    expect([others, browser.outsideRequests]).toEqual([[], []]);
    await browser.close();
  });

  const open = async (path: string): Promise<void> => {
    await page.goto(served.url + path);
    await page.locator('main:not([aria-busy]) h1').waitFor();
    await page.locator('.take > summary').click();
    // It is made when it is opened.
    await page.locator('.take h3').first().waitFor();
  };
  const code = (name: string): Promise<string> => page.getByRole('region', { name, exact: true }).innerText();

  test('is a line for a shell and one for Python that answer what the page shows', async () => {
    await open('/pairings/zhangjiagang-yanhe?lang=zh');
    for (const language of ['curl', 'Python', 'R', 'React']) {
      await page.locator('.program summary', { hasText: new RegExp(`^${language}$`) }).click();
    }
    expect(await axeViolations(page)).toEqual([]);
    const [curl = ''] = (await code('curl')).split('\n\n');
    const answer = await execute('sh', ['-c', `${curl} -s`]);
    expect(JSON.parse(answer.stdout)).toMatchObject({ data: { pairing: { donor: { label: '张家港市' } } } });
    const [python = ''] = (await code('Python')).split('\nimport pandas');
    expect((await execute('python3', ['-c', python])).stdout).toContain('张家港市');
    expect(await code('R')).toContain(`fromJSON("${served.url}/q/pairing?id=zhangjiagang-yanhe&language=ZH")`);
    expect(await code('React')).toContain('/q/pairing-years.ndjson?filter=');
  });

  test.each([
    ['/', 1],
    ['/pairings/zhangjiagang-yanhe', 8],
    ['/regions/520627', 7],
    ['/programmes/east-west', 1],
    ['/documents/s1', 7],
    ['/regions', 1],
    ['/compare?regions=520000,420000', 1],
  ])('is tables, each of which there is, on %s', async (path, count) => {
    await open(path);
    const all = await page.locator('.take .choices a').all();
    const links = await Promise.all(all.map((link) => link.getAttribute('href')));
    expect(links).toHaveLength(count);
    const answers = await Promise.all(links.map((link) => fetch(served.url + (link ?? ''))));
    expect(answers.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual(
      links.map(() => [200, 'text/csv; charset=utf-8; header=present']),
    );
  });

  test('is a picture, as a drawing and as a bitmap, with a line that says where it is from', async () => {
    await page.goto(`${served.url}/?lang=en`);
    await page.locator('main svg text').first().waitFor();
    await page.locator('.take > summary').click();
    const saved = async (format: string): Promise<Buffer> => {
      const download = page.waitForEvent('download');
      await page
        .getByRole('button', { name: `Picture as ${format}` })
        .first()
        .click();
      return readFileSync(await (await download).path());
    };
    const svg = (await saved('SVG')).toString();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(svg).toContain('Zhejiang');
    expect(svg).toContain(`Jiedui 结对 · ${served.url}/?lang=en`);
    const png = await saved('PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.length).toBeGreaterThan(20_000);
  });

  test('is a page in another, without header, with its source, whose links open beside it', async () => {
    await open('/pairings/xihu-xuanen?lang=en');
    const frame = await code('To embed in a page');
    expect(frame).toContain(`<iframe src="${served.url}/pairings/xihu-xuanen?lang=en&amp;embed" title="`);
    const { url, server } = await pageOf(`${frame}<iframe src="${served.url}/graphql?embed"></iframe>`);
    const outer = await browser.newPage(1280);
    await outer.goto(url);
    const inner = outer.locator('iframe').first().contentFrame();
    await inner.getByRole('heading', { level: 1, name: "Xihu District → Xuan'en County" }).waitFor();
    await inner.getByText('Source: ').waitFor();
    expect(await inner.locator('header').count()).toBe(0);
    expect(await inner.locator('.take').isVisible()).toBe(false);
    const [opened] = await Promise.all([
      outer.context().waitForEvent('page'),
      inner.getByRole('link', { name: "Xuan'en County" }).first().click(),
    ]);
    await opened.waitForURL(/\/regions\/422825\?lang=en$/);
    const frames = outer.frames().map((each) => each.url());
    expect(frames.filter((each) => each.includes('/graphql'))).toEqual([]);
    await outer.context().close();
    server.close();
  });

  test('is a link that is copied', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await open('/regions/422825?lang=en');
    await page.getByRole('button', { name: 'Copy: Link' }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(`${served.url}/regions/422825?lang=en`);
  });
});

/** A page of another origin. */
async function pageOf(body: string): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end(`<!doctype html><title>Another site</title>${body}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
