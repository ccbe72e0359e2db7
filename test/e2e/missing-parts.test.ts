import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { describeInBrowser } from '../support/browser.js';
import { answersWith, hangs, nameAsked, type Answer, type Fault, type FaultyProxy } from '../support/faulty-proxy.js';
import { gatewayOverProxies, type GatewayOverProxies } from '../support/gateway.js';

const failing = (code: string): Fault =>
  answersWith(JSON.stringify({ data: null, errors: [{ message: 'secret', extensions: { code } }] }));

/** A fault for each code that a subgraph can cause. */
const faults: Readonly<Record<string, Fault>> = {
  SUBGRAPH_UNAVAILABLE: (_request, response) => response.writeHead(500).end(),
  // As when its own statements end at their deadline.
  SUBGRAPH_TIMEOUT: failing('SUBGRAPH_TIMEOUT'),
  SUBGRAPH_INVALID_ANSWER: answersWith('<html>Sorry</html>'),
  SUBGRAPH_ERROR: failing('INTERNAL_SERVER_ERROR'),
  BAD_USER_INPUT: failing('BAD_USER_INPUT'),
};

/** What each subgraph has in the words of the pages, and what the pages of a region and of a pairing lack without it. */
const parts = {
  finance: {
    words: ['money, projects', '资金、项目'],
    region: ['Money received', 'Money given', 'Projects'],
    pairing: ['Money', 'Projects'],
  },
  labour: { words: ['jobs', '就业'], region: ['Jobs'], pairing: ['Jobs'] },
  training: {
    words: ['training and postings', '培训与挂职'],
    region: ['Training and postings'],
    pairing: ['Training and postings'],
  },
} as const;

const addresses = ['/?to=522600', '/regions/520627', '/pairings/zhangjiagang-yanhe'] as const;

/** Words that say that a page has no records, or no subject. */
const none = /no records about|nothing more of it|There is no/;

describeInBrowser('pages with a part missing', () => {
  let gateway: GatewayOverProxies;
  let browser: OpenBrowser;
  let pages: readonly [overview: Page, region: Page, pairing: Page];

  beforeAll(async () => {
    gateway = await gatewayOverProxies({ environment: { SUBGRAPH_TIMEOUT_MS: '15000', ANSWER_CACHE_MB: '0' } });
    browser = await openBrowser();
    const newPage = (): Promise<Page> => browser.newPage(1280);
    pages = [await newPage(), await newPage(), await newPage()];
  });

  afterAll(async () => {
    await browser.close();
    await gateway.stop();
  });

  let faulty: FaultyProxy | null = null;
  const fail = (name: string, fault: Fault | undefined): void => {
    faulty = gateway.proxy(name);
    faulty.fault = fault ?? null;
  };
  const change = (name: string, how: FaultyProxy['change']): void => {
    faulty = gateway.proxy(name);
    faulty.change = how;
  };

  afterEach(async () => {
    if (faulty) {
      faulty.fault = null;
      faulty.change = null;
    }
    // A circuit breaker that has opened lets one fetch through now and then.
    const query =
      '{ regions(first: 1) { totalCount } funds { totalCount } placements { totalCount } courses { totalCount } }';
    for (let complete = ''; complete !== 'true';) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      complete = response.headers.get('x-complete') ?? '';
    }
    expect(browser.consoleErrors).toEqual([]);
  });

  /** Opens the three pages at once, and gives the texts of their main parts. */
  const openAll = (): Promise<string[]> =>
    Promise.all(
      pages.map(async (page, place) => {
        await page.goto(`${gateway.url}${addresses[place] ?? ''}`);
        await page.locator('main:not([aria-busy]) h1').waitFor();
        return page.locator('main').innerText();
      }),
    );
  const section = async (page: Page, heading: string): Promise<string> => {
    const name = page.getByRole('heading', { level: 2, name: heading, exact: true });
    const text = await page.locator('main section', { has: name }).innerText();
    return text.replace(/\n+/g, '\n');
  };

  describe.each(['finance', 'labour', 'training'] as const)('of %s', (name) => {
    test.each(Object.entries(faults))('by %s name it, and have the rest', async (code, fault) => {
      fail(name, fault);
      const { words, region, pairing } = parts[name];
      const [overview = '', ...others] = await openAll();
      expect(overview).toContain('Hangzhou City → Qiandongnan');
      expect(overview).toContain(`does not answer: ${words[0]}`);
      for (const text of others) {
        expect(text).toContain(`does not answer: ${words[0]}.`);
        expect(text).toMatch(new RegExp(`${name} ${code}.* · request [\\w-]+`));
        expect(text).toContain('Zhangjiagang City');
        expect(text).not.toMatch(none);
      }
      for (const [page, headings] of [
        [pages[1], region],
        [pages[2], pairing],
      ] as const) {
        for (const heading of headings) {
          expect(await section(page, heading)).toBe(`${heading}\nNot available now`);
        }
      }
    });
  });

  test.each(Object.entries(faults))('of pairings by %s have what the others know', async (code, fault) => {
    fail('pairings', fault);
    const texts = await openAll();
    for (const text of texts) {
      expect(text).toContain('does not answer: regions, pairings, documents.');
      expect(text).toContain(`pairings ${code}`);
      expect(text).not.toMatch(none);
    }
    expect(texts[0]).toContain('Not available now');
    for (const text of texts.slice(1)) {
      expect(text).toContain('65.94 million yuan');
      expect(text).toContain('103 persons');
      expect(text).toContain('186 persons');
    }
    for (const heading of ['Outcomes', 'What does not fit', 'Pairings in it']) {
      expect(await section(pages[2], heading)).toBe(`${heading}\nNot available now`);
    }
    expect(texts[1]).toContain('Upgrading East-West cooperation: Zhangjiagang and Yanhe, paragraph 10');
    expect(texts[1]).not.toContain('a document that is not available now');
  });

  test('of values of a wrong type say that something is missing', async () => {
    change(
      'finance',
      (answer) => JSON.parse(JSON.stringify(answer).replace(/"kind":"[A-Z]+"/g, '"kind":{"deep":1}')) as Answer,
    );
    const [, ...others] = await openAll();
    for (const text of others) {
      expect(text).toMatch(/does not answer: (something on this page|money, projects)/);
      expect(text).toContain('SUBGRAPH_INVALID_ANSWER');
      expect(text).toContain('Zhangjiagang City');
    }
    expect(await section(pages[1], 'Money received')).toBe('Money received\nNot available now');
  });

  test('of a subgraph that hangs have the rest', async () => {
    fail('finance', hangs);
    const texts = await openAll();
    for (const text of texts) {
      expect(text).toContain('does not answer: money, projects.');
      expect(text).toContain('finance SUBGRAPH_TIMEOUT');
    }
    expect(texts[2]).toContain('103 persons');
  });

  test('of a measure say so, and have the choices of the overview', async () => {
    fail('finance', faults['SUBGRAPH_ERROR']);
    const [page] = pages;
    await page.goto(`${gateway.url}/?measure=fiscal`);
    await page.getByText('does not answer: money, projects.').waitFor();
    expect(await page.locator('.who').innerText()).toBe('Not available now');
    await page.getByLabel('Measure').selectOption('pairings');
    await page.locator('.flows svg').waitFor();
  });

  test('of a search say so, and not that nothing is like the text', async () => {
    fail('pairings', faults['SUBGRAPH_ERROR']);
    await openAll();
    const [page] = pages;
    await page.locator('#search').fill('西湖');
    await page.getByText('The search is not available now.').waitFor();
  });

  test('name it in Chinese, keep the focus on the button that tries again, and are whole when it is back', async () => {
    const page = await browser.newPage(390);
    await page.goto(gateway.url + addresses[2]);
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { level: 1, name: '张家港市' }).waitFor();
    fail('labour', faults['SUBGRAPH_INVALID_ANSWER']);
    await page.reload();
    const retry = page.getByRole('button', { name: '重试' });
    await page.getByText('以下内容暂缺，对应部分没有正常响应：就业。').waitFor();
    expect(await section(page, '就业')).toBe('就业\n暂缺');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await retry.focus();
    const rendered = await page.locator('main h1').elementHandle();
    await page.keyboard.press('Enter');
    await rendered.waitForElementState('hidden');
    await page.locator('[data-retry]:focus').waitFor();
    gateway.proxy('labour').fault = null;
    await page.keyboard.press('Enter');
    await page.getByText('103人').first().waitFor();
    await page.locator('main h1:focus').waitFor();
    expect(await retry.count()).toBe(0);
  });

  test('by an error at single fields do not take these for empty', async () => {
    change('pairings', withoutFields(['programme', 'since', 'basis', 'parent', 'provisions']));
    const [overview = '', , pairing = ''] = await openAll();
    expect(overview).toContain('does not answer: regions, pairings, documents.');
    expect(overview).not.toMatch(/No programme named|undated/);
    expect(pairing).not.toMatch(/No programme named|none named/);
    expect(pairing).toContain('Part of\nnot available now');
    expect(await section(pages[2], 'Agreements, plans, rules')).toBe('Agreements, plans, rules\nNot available now');
  });

  test('by an error at sums do not take these for not printed', async () => {
    change('finance', withoutFields(['figure']));
    const [, ...others] = await openAll();
    expect(others.join()).toContain('some of this record is not available now');
    for (const money of [await section(pages[1], 'Money received'), await section(pages[2], 'Money')]) {
      expect(money).toContain('not available now');
      expect(money).not.toContain('no number printed');
    }
  });
});

/** Makes null what has one of these names in an answer, with an error for each. */
function withoutFields(fields: readonly string[]): (answer: Answer, body: string) => Answer {
  return ({ data, errors = [] }, body) => {
    const names = fields.map((field) => nameAsked(body, field));
    const added: object[] = [];
    const without = (value: unknown, path: readonly (string | number)[]): unknown => {
      if (Array.isArray(value)) {
        return value.map((item, place) => without(item, [...path, place]));
      }
      if (typeof value !== 'object' || value === null) {
        return value;
      }
      const entries = Object.entries(value).map(([name, inner]): [string, unknown] => {
        if (!names.includes(name)) {
          return [name, without(inner, [...path, name])];
        }
        added.push({ message: 'secret', path: [...path, name], extensions: { code: 'INTERNAL_SERVER_ERROR' } });
        return [name, null];
      });
      return Object.fromEntries(entries);
    };
    const changed = without(data, []);
    const all = [...errors, ...added];
    return all.length > 0 ? { data: changed, errors: all } : { data: changed };
  };
}
