import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { importFolder } from '../../platform/import/import-folder.js';
import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { axeViolations } from '../support/axe.js';
import { describeInBrowser } from '../support/browser.js';
import { dataFolder, datasetFile } from '../support/data-folder.js';
import { hangs } from '../support/faulty-proxy.js';
import { gatewayOverProxies, type GatewayOverProxies } from '../support/gateway.js';

const title = '</title><script>alert("x")</script> & "年鉴" $& \'1\'';

describe('the start page as sent', () => {
  let gateway: GatewayOverProxies;

  beforeAll(async () => {
    gateway = await gatewayOverProxies({ environment: { ANSWER_CACHE_MB: '0' } });
    await importFolder(
      gateway.graph,
      dataFolder({
        'dataset.csv': datasetFile('own'),
        'documents.csv': ['id,kind,title,titleEn', `own-1,YEARBOOK,"${title.replaceAll('"', '""')}",`],
      }),
    );
  });

  afterAll(() => gateway.stop());

  afterEach(() => {
    gateway.proxy('pairings').fault = null;
  });

  /** The status, language, title and description of an address, as a browser gets it. */
  const sent = async (path: string, headers: Record<string, string> = {}): Promise<unknown[]> => {
    const response = await fetch(gateway.url + path, { headers: { accept: 'text/html', ...headers } });
    const html = await response.text();
    const [, lang] = /<html lang="([^"]*)"/.exec(html) ?? [];
    const [, name] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
    const [, description] = /<meta name="description" content="([^"]*)"/.exec(html) ?? [];
    return [response.status, lang, name, description];
  };

  test.each([
    [
      '/',
      'en',
      'Who helps whom',
      'Chinese regions and the paired assistance between them: who helps whom, since when, with what money, jobs and training.',
    ],
    [
      '/regions/422825',
      'en',
      "Xuan'en County",
      "Xuan'en County (Hubei Province, Enshi Tujia and Miao Autonomous Prefecture): who helps it and whom it helps, since when, with what money, jobs and training, each number with its source.",
    ],
    [
      '/regions/422825?lang=zh',
      'zh-CN',
      '宣恩县',
      '宣恩县（湖北省恩施土家族苗族自治州）：谁帮扶它、它帮扶谁，自何时起，有哪些资金、就业与培训，数字均注明来源。',
    ],
    [
      '/pairings/xihu-xuanen?lang=zh',
      'zh-CN',
      '西湖区 → 宣恩县',
      expect.stringMatching(/^西湖区 → 宣恩县（东西部.*）：起止时间与政策依据/),
    ],
    [
      '/documents/s1',
      'en',
      'Upgrading East-West cooperation: Zhangjiagang and Yanhe',
      'Upgrading East-West cooperation: Zhangjiagang and Yanhe: the pairings, periods and figures that are drawn from this document.',
    ],
    [
      '/programmes/east-west?lang=zh',
      'zh-CN',
      expect.stringMatching(/^东西部/),
      expect.stringMatching(/历轮名单是否完整，以及谁帮扶谁。$/),
    ],
    ['/pairings', 'en', 'Pairings', expect.stringMatching(/^All pairings of regions in China/)],
    ['/programmes?lang=zh', 'zh-CN', '各项帮扶机制', expect.stringMatching(/^中国各项帮扶机制/)],
  ])('says what it is at %s', async (path, lang, name, description) => {
    const [status, sentLang, sentName, sentDescription] = await sent(path);
    expect([status, sentLang, sentDescription]).toEqual([200, lang, description]);
    expect(String(sentName)).toMatch(/ · Jiedui 结对$/);
    expect(String(sentName).replace(' · Jiedui 结对', '')).toEqual(name);
  });

  test.each([
    ['/regions/nowhere', 'There is no region “nowhere”'],
    ['/pairings/%3Cb%3E', 'There is no pairing “&lt;b&gt;”'],
    ['/documents/nothing', 'There is no document “nothing”'],
    ['/programmes/nothing?lang=zh', '没有帮扶机制“nothing”'],
    ['/nowhere/at/all', 'There is no such page'],
    ['/import', 'There is no such page'],
  ])('is not found at %s', async (path, name) => {
    expect((await sent(path)).slice(0, 3)).toEqual([
      404,
      path.endsWith('zh') ? 'zh-CN' : 'en',
      `${name} · Jiedui 结对`,
    ]);
  });

  test('is not found at an id that is too long for one', async () => {
    const [status, , name] = await sent(`/regions/${'9'.repeat(300)}`);
    expect([status, name]).toEqual([404, `There is no region “${'9'.repeat(200)}…” · Jiedui 结对`]);
  });

  test('has nothing of a title that is HTML', async () => {
    const response = await fetch(`${gateway.url}/documents/own-1?x="><script>`);
    const html = await response.text();
    const escaped = "&lt;/title&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &quot;年鉴&quot; $&amp; '1'";
    expect(html).toContain(`<title>${escaped} · Jiedui 结对</title>`);
    expect(html).toContain(`<meta name="description" content="${escaped}: the pairings`);
    expect(html.match(/<script[ >]/g)).toHaveLength(1);
  });

  test('is in the language of the browser where the address names none', async () => {
    const chinese = { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5' };
    expect((await sent('/about', chinese)).slice(0, 3)).toEqual([200, 'zh-CN', '数据说明 · Jiedui 结对']);
    expect((await sent('/about?lang=en', chinese)).slice(0, 3)).toEqual([200, 'en', 'About the data · Jiedui 结对']);
    expect((await sent('/about?lang=fr', chinese)).slice(0, 2)).toEqual([200, 'zh-CN']);
  });

  test('links to itself in each language', async () => {
    const html = await (await fetch(`${gateway.url}/?lang=zh&on=2017-06-30`)).text();
    expect(html.match(/<link rel="alternate".*>/g)).toEqual([
      '<link rel="alternate" hreflang="en" href="/?on=2017-06-30&amp;lang=en" />',
      '<link rel="alternate" hreflang="zh" href="/?on=2017-06-30&amp;lang=zh" />',
      '<link rel="alternate" hreflang="x-default" href="/?on=2017-06-30" />',
    ]);
  });

  test('is not sent again while it is the same', async () => {
    const address = `${gateway.url}/regions/422825`;
    const tag = (await fetch(address)).headers.get('etag') ?? '';
    // Else fetch() adds one that asks for the page anew.
    const headers = { 'if-none-match': tag, 'cache-control': 'max-age=0' };
    expect((await fetch(address, { headers })).status).toBe(304);
    const chinese = await fetch(`${address}?lang=zh`, { headers });
    expect(chinese.status).toBe(200);
  });

  test.each([
    ['hangs', hangs],
    [
      'fails',
      (_request: unknown, response: { writeHead: (status: number) => { end: () => void } }) => {
        response.writeHead(500).end();
      },
    ],
  ])('has its general title while the subgraph %s, for known and unknown ids alike', async (_how, fault) => {
    gateway.proxy('pairings').fault = fault;
    const general = [200, 'en', 'Jiedui 结对', expect.stringMatching(/^Chinese regions/)];
    const paths = ['/regions/422825', '/regions/nowhere', ...Array.from({ length: 40 }, (_, at) => `/documents/${at}`)];
    expect(await Promise.all(paths.map((path) => sent(path)))).toEqual(paths.map(() => general));
    expect((await sent('/pairings')).slice(0, 3)).toEqual([200, 'en', 'Pairings · Jiedui 结对']);
  });
});

describeInBrowser('an address with a language', () => {
  let gateway: GatewayOverProxies;
  let browser: OpenBrowser;
  let page: Page;

  beforeAll(async () => {
    gateway = await gatewayOverProxies();
    browser = await openBrowser();
    page = await browser.newPage(1280);
  });

  afterAll(async () => {
    await browser.close();
    await gateway.stop();
  });

  const heading = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();

  test('comes before the stored choice, and links keep it', async () => {
    await page.goto(`${gateway.url}/regions/422825`);
    await heading("Xuan'en County");
    await page.getByRole('button', { name: 'EN' }).click();
    await page.goto(`${gateway.url}/regions/422825?lang=zh`);
    await heading('宣恩县');
    expect(await page.evaluate('document.documentElement.lang')).toBe('zh-CN');
    const link = page.getByRole('link', { name: '西湖区 → 宣恩县' }).first();
    expect(await link.getAttribute('href')).toBe('/pairings/xihu-xuanen?lang=zh');
    await link.click();
    await heading('西湖区 → 宣恩县');
    expect(page.url()).toBe(`${gateway.url}/pairings/xihu-xuanen?lang=zh`);
    expect(await page.title()).toBe('西湖区 → 宣恩县 · Jiedui 结对');
    await page.getByRole('button', { name: 'EN' }).click();
    await heading("Xihu District → Xuan'en County");
    expect(page.url()).toBe(`${gateway.url}/pairings/xihu-xuanen?lang=en`);
    await page.goBack();
    await heading('宣恩县');
    await page
      .getByRole('heading', { level: 1, name: 'Jiedui' })
      .or(page.getByRole('link', { name: 'Jiedui' }))
      .first()
      .click();
    await page.waitForURL(/\/\?lang=zh$/);
  });

  test('without a page says so, and offers what is nearest', async () => {
    await page.goto(`${gateway.url}/regions/Xuanenn?lang=en`);
    await heading('There is no region “Xuanenn”');
    expect(await page.title()).toBe('There is no region “Xuanenn” · Jiedui 结对');
    await page.locator('.nearest a[href^="/regions/422825"]').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.goto(`${gateway.url}/nowhere/xihu-xuanen?lang=en`);
    await heading('There is no such page');
    await page.locator('.nearest a').first().click();
    await page.locator('main:not([aria-busy]) h1').waitFor();
    expect(new URL(page.url()).pathname).toMatch(/^\/(pairings|regions)\//);
  });
});
