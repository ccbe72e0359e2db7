import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { axeViolations } from '../support/axe.js';
import { describeInBrowser } from '../support/browser.js';
import { servedGraph } from '../support/gateway.js';

interface Groups {
  readonly groups: {
    readonly nodes: readonly { readonly count: number }[];
  };
}

describeInBrowser('the overview', () => {
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

  const shown = async (): Promise<void> => {
    await page.locator('main:not([aria-busy]) .count').waitFor();
  };
  const open = async (path: string): Promise<void> => {
    await page.goto(served.url + path);
    await shown();
  };
  const rows = async (): Promise<string[]> => {
    const texts = await page.locator('table.sorted tbody tr').allInnerTexts();
    return texts.map((text) =>
      text
        .trim()
        .split(/\s*\t\s*/)
        .join(' | '),
    );
  };
  /** Clicks what changes the address, and waits for the page of the new one. */
  const follow = async (click: () => Promise<unknown>, address: RegExp): Promise<void> => {
    await click();
    await page.waitForURL(address);
    await shown();
  };
  const groupsOf = async (args: string): Promise<readonly number[]> => {
    const { data } = await served.ask(`{
      groups: pairingGroupPage(first: 500, groupBy: [DONOR_PROVINCE, RECIPIENT_PROVINCE], ${args}) { nodes { count } }
    }`);
    return (data as Groups).groups.nodes.map(({ count }) => count);
  };

  test('has provinces first, as bands with a table of the same', async () => {
    await open('/?on=2017-06-30');
    const counts = await groupsOf('asOf: "2017-06-30"');
    expect(await page.locator('.flows a:has(.flow)').count()).toBe((await rows()).length);
    expect((await rows()).map((row) => parseInt(row.split(' | ')[2] ?? ''))).toEqual(
      counts.slice(0, (await rows()).length),
    );
    expect(await rows()).toContainEqual(expect.stringMatching(/^Zhejiang \| Guizhou \| \d+ pairings?/));
  });

  test('is a matrix and a map of the same numbers, which the address holds', async () => {
    await page.locator('.apart').waitFor();
    const table = await rows();
    await follow(() => page.getByRole('link', { name: 'Matrix' }).click(), /view=matrix/);
    expect(await page.locator('.matrix tbody td a').count()).toBe(table.length);
    await follow(() => page.getByRole('link', { name: 'Map', exact: true }).click(), /view=map/);
    await page.locator('.apart').waitFor();
    expect(await page.locator('.arcs .arc').count()).toBe(table.length);
    expect(await rows()).toEqual(table);
    await follow(() => page.goBack(), /view=matrix/);
    expect(await page.locator('.matrix').count()).toBe(1);
  });

  test('opens a province to its prefectures and a prefecture to its counties, by the keyboard', async () => {
    await open('/?on=2017-06-30&view=map');
    await page
      .locator('.tiles')
      .getByRole('link', { name: /^Yunnan/ })
      .focus();
    await page.keyboard.press('ArrowRight');
    await follow(() => page.keyboard.press('Enter'), /to=520000/);
    expect(await rows()).toContainEqual(expect.stringMatching(/\| Tongren City \|/));
    await follow(
      () => page.locator('table.sorted').getByRole('link', { name: 'Tongren City' }).first().click(),
      /to=520600/,
    );
    expect(await rows()).toContainEqual(expect.stringMatching(/\| Yanhe Tujia Autonomous County \|/));
    await page.locator('table.sorted').getByRole('link', { name: 'Yanhe' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Yanhe Tujia Autonomous County' }).waitFor();
    await page.goBack();
    await shown();
    await follow(() => page.getByRole('link', { name: 'Show all again: Is helped' }).click(), /^[^?]*$|\/\?(?!.*to=)/);
  });

  test('has what one province gave another, with its pairings', async () => {
    await open('/?on=any');
    await follow(
      () =>
        page
          .locator('table.sorted tbody tr', { hasText: /^ZhejiangSichuan/ })
          .getByRole('link')
          .last()
          .click(),
      /from=330000&to=510000/,
    );
    const facts = await page.locator('main .facts').innerText();
    expect(facts).toMatch(/Fiscal money\n5\.2788 billion to 5\.28 billion yuan/);
    await page.getByRole('link', { name: 'Zhejiang Province → Sichuan Province' }).waitFor();
  });

  test('draws no shared money, and none without a donor, as somebody’s, and says how much that is', async () => {
    await open('/?measure=fiscal');
    const drawn = (await rows()).join('\n');
    expect(drawn).toMatch(/Zhejiang \| Sichuan \| .*billion yuan/);
    expect(drawn).not.toMatch(/\| Yunnan \|/);
    await page.locator('.left-out summary').click();
    const left = await page.locator('.left-out').innerText();
    expect(left).toMatch(/not recorded → Yunnan\s+14\.108 billion yuan.*\s+No donor is recorded/);
    expect(left).toMatch(/not recorded → not recorded/);
  });

  test('is narrowed by programme, level and year', async () => {
    await open('/?on=any');
    const all = await rows();
    await follow(
      () => page.getByLabel('Programme', { exact: true }).selectOption('aid-wenchuan'),
      /programme=aid-wenchuan/,
    );
    await follow(() => page.getByLabel('Level', { exact: true }).selectOption('PROVINCE_TO_COUNTY'), /level=/);
    const filter = 'filter: { programme: { eq: "aid-wenchuan" }, level: { eq: PROVINCE_TO_COUNTY } }';
    expect(await rows()).toHaveLength((await groupsOf(filter)).length);
    expect((await rows()).length).toBeLessThan(all.length);
    await follow(() => page.getByLabel('In the year').selectOption('2012'), /year=2012/);
    await page.getByText('No pairing is dated to this day').waitFor();
  });

  test('takes any day as text, and says what is none', async () => {
    await open('/');
    const day = page.getByLabel('As it stood on');
    await day.fill('2019-02');
    await follow(() => day.press('Enter'), /on=2019-02-28/);
    await day.fill('2019-02-30');
    await day.press('Enter');
    await page.getByText('“2019-02-30” is no day').waitFor();
    expect(page.url()).toMatch(/on=2019-02-28/);
    await open('/?on=yesterday&level=NONE&to=nowhere');
    expect(await page.locator('.notice').innerText()).toMatch(/yesterday.*NONE|NONE.*yesterday/);
    expect(await page.locator('.notice').innerText()).toContain('nowhere');
  });

  test('moves its day by the slider, month by month', async () => {
    await open('/?on=2017-06-30');
    await page.getByRole('slider').focus();
    await follow(() => page.keyboard.press('ArrowRight'), /on=2017-07-31/);
    expect(await page.evaluate('document.activeElement.id')).toBe('day-slider');
    await follow(() => page.keyboard.press('PageUp'), /on=2018-07-31/);
  });

  test('counts apart what is last confirmed before a later day, and draws it paler', async () => {
    await open('/?on=2030-01-01');
    const { data } = await served.ask(`{ pairings(asOf: "2030-01-01", first: 500) {
      nodes { periods(asOf: "2030-01-01") { confirmed(asOf: "2030-01-01") } } } }`);
    const { nodes } = (data as { pairings: { nodes: { periods: { confirmed: boolean }[] }[] } }).pairings;
    const apart = nodes.filter(({ periods }) => !periods.some(({ confirmed }) => confirmed)).length;
    await page.getByText(`${apart} of them are last confirmed by sources before 2030-01-01`).waitFor();
    expect(await page.locator('.flow.pale').count()).toBe(await page.locator('.flows a:has(.flow)').count());
  });

  test('has a small map for each round, each leading to its pairings', async () => {
    await page.goto(`${served.url}/?view=rounds`);
    await page.locator('.multiples').waitFor();
    const { data } = await served.ask('{ rounds { totalCount } }');
    expect(await page.locator('.multiples li').count()).toBe(
      (data as { rounds: { totalCount: number } }).rounds.totalCount,
    );
    await follow(
      () =>
        page
          .locator('.multiples li')
          .getByRole('link', { name: /Wenchuan earthquake, May 2008/ })
          .click(),
      /round=wenchuan-2008-05/,
    );
    expect(await rows()).toHaveLength((await groupsOf('filter: { round: { eq: "wenchuan-2008-05" } }')).length);
  });

  test('is sorted by a click, and carried away as CSV with the same rows', async () => {
    await open('/?on=2017-06-30');
    await page.getByRole('columnheader', { name: 'Helps', exact: true }).getByRole('button').click();
    expect(page.url()).toMatch(/sort=from/);
    const csv = await page.getByRole('link', { name: 'This table as CSV' }).getAttribute('href');
    const lines = (await (await fetch(served.url + (csv ?? ''))).text()).trim().split('\n');
    expect(lines[0]).toMatch(/count/);
    expect(lines).toHaveLength((await groupsOf('asOf: "2017-06-30"')).length + 1);
  });

  test.each([
    [1280, ['/?view=matrix&from=330000', '/?view=rounds&programme=aid-xinjiang']],
    [390, ['/?view=map&programme=aid-tibet', '/?to=520000&measure=fiscal&lang=zh']],
  ] as const)('breaks no rule of accessibility at %d pixels, in English and Chinese', async (width, paths) => {
    const own = await browser.newPage(width);
    for (const path of paths) {
      await own.goto(served.url + path);
      await own.locator('main:not([aria-busy]) h2').first().waitFor();
      expect([path, await axeViolations(own)]).toEqual([path, []]);
      expect([path, await own.evaluate('document.documentElement.scrollWidth')]).toEqual([path, width]);
    }
  });
});
