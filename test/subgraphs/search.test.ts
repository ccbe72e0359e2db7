import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse } from 'graphql';

import { projectRoot } from '../../platform/config.js';
import { pairings } from '../../subgraphs/pairings/subgraph.js';
import { describeEachEngine } from '../support/engines.js';
import { openedSubgraph } from '../support/subgraph.js';

const id = `... on Region { id } ... on Organisation { id } ... on Programme { id } ... on Pairing { id }
  ... on Document { id } ... on Provision { id } ... on Project { id }`;

const document = parse(`query ($text: String!, $kinds: [SearchKind!], $within: ID, $first: Int! = 10) {
  search(text: $text, kinds: $kinds, within: $within, first: $first) {
    kind matched matchedAs hasNext path { name } node { ${id} }
  }
}`);

/** Texts in one request: as many as the gateway lets a client alias. */
const textsAtOnce = 50;

/** The first hits of texts, in one request. */
const firstOfEach = (texts: readonly string[]): string =>
  `{ ${texts.map((text, place) => `of${place}: search(text: ${JSON.stringify(text)}, first: 1) { node { ${id} } }`).join(' ')} }`;

interface Hit {
  readonly kind: string;
  readonly matched: string;
  readonly matchedAs: string;
  readonly hasNext: boolean;
  readonly path: readonly { readonly name: string }[];
  readonly node: { readonly id: string };
}

interface Search {
  readonly text: string;
  /** The id of what is meant; of several, separated by semicolons, where the text means each. */
  readonly found: string;
  readonly sort: string;
}

/** What people type, and what they mean. */
const searches: readonly Search[] = parseCsv(readFileSync(join(projectRoot, 'test/subgraphs/searches.csv')), {
  columns: true,
});

describeEachEngine('search', (engine) => {
  const opened = openedSubgraph(engine, pairings);
  const answer = (variables: Readonly<Record<string, unknown>>): Promise<unknown> => opened.ask(document, variables);

  async function hits(variables: Readonly<Record<string, unknown>>): Promise<readonly Hit[]> {
    return ((await answer(variables)) as { data: { search: Hit[] } }).data.search;
  }

  test.each([...new Set(searches.map(({ sort }) => sort))])('finds first what is meant by a %s', async (sort) => {
    const ofSort = searches.filter((search) => search.sort === sort);
    const wrong: string[] = [];
    for (let start = 0; start < ofSort.length; start += textsAtOnce) {
      const asked = ofSort.slice(start, start + textsAtOnce);
      const { data, errors } = (await opened.ask(firstOfEach(asked.map(({ text }) => text)))) as {
        data: Record<string, Pick<Hit, 'node'>[]>;
        errors?: unknown;
      };
      expect(errors).toBeUndefined();
      for (const [place, { text, found }] of asked.entries()) {
        const first = data[`of${place}`]?.[0]?.node.id ?? 'nothing';
        if (!found.split(';').includes(first)) {
          wrong.push(`${text} finds ${first}, not ${found}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('of two provinces finds the pairing by their short name, then both', async () => {
    const found = await Promise.all(['沪黔', '浙鄂协作', '苏陕'].map((text) => hits({ text, first: 3 })));
    expect(found.map((each) => each.map(({ node, matched }) => [node.id, matched]))).toEqual([
      [
        ['eight-cities-guizhou', '沪 黔'],
        ['310000', '沪'],
        ['520000', '黔'],
      ],
      [
        ['hangzhou-enshi', '浙 鄂'],
        ['330000', '浙'],
        ['420000', '鄂'],
      ],
      [
        ['320000', '苏'],
        ['610000', '陕'],
      ],
    ]);
  });

  test('never takes one number for another', async () => {
    expect(await hits({ text: '中办发〔2016〕68号' })).toEqual([]);
  });

  test('distinguishes the two 西湖区 by the regions above them', async () => {
    const found = await hits({ text: '西湖区', kinds: ['REGION'], first: 2 });
    expect(found.map(({ path }) => path.map(({ name }) => name).join(''))).toEqual(['浙江省杭州市', '江西省南昌市']);
  });

  test('says by which name or code a hit was found', async () => {
    const found = await Promise.all(
      ['郫县', '522228', '恩施州', 'xhq', 'Tibet', '下城区'].map((text) => hits({ text })),
    );
    expect(found.map(([first]) => [first?.matched, first?.matchedAs])).toEqual([
      ['郫县', 'FORMER_NAME'],
      ['522228', 'FORMER_CODE'],
      ['恩施州', 'ALIAS'],
      ['xhq', 'INITIALS'],
      ['Tibet Autonomous Region', 'ENGLISH'],
      ['下城区', 'FORMER_NAME'],
    ]);
  });

  test('finds in a region what lies in it, and the pairings that have a side in it', async () => {
    expect((await hits({ text: '西湖', within: '360000' })).map(({ node }) => node.id)).toEqual(['360103']);
    const inEnshi = await hits({ text: '恩施', within: '422800', kinds: ['REGION', 'PAIRING'] });
    expect(inEnshi.map(({ node }) => node.id)).toEqual(['422800', '422801', 'hangzhou-enshi']);
  });

  test('finds in a region the pairings with counted parties in it', async () => {
    const found = await hits({ text: '贵州沿河经济开发区', within: '320582', kinds: ['PAIRING'] });
    expect(found.map(({ node }) => node.id)).toEqual(['zhangjiagang-yanhe-parks']);
  });

  test.each([
    ['西湖区', { first: 1 }, [true]],
    ['西湖区', { kinds: ['REGION'], within: '330000', first: 2 }, [false]],
    // Of more than are read, those after the hundredth are known to be there.
    ['县', { kinds: ['REGION'], first: 3 }, [true, true, true]],
    ['qqqqqqqqqq', {}, []],
  ])('says of each hit of %s %j whether there are others after it', async (text, variables, expected) => {
    const found = await hits({ text, ...variables });
    expect(found.map(({ hasNext }) => hasNext)).toEqual(expected);
  });

  test('finds a kind of which others are before it, however many', async () => {
    expect((await hits({ text: '村', kinds: ['PROJECT'], first: 100 })).length).toBeGreaterThan(5);
  });

  test('finds the kinds that are asked for', async () => {
    const found = await hits({ text: '宣恩', kinds: ['PAIRING', 'DOCUMENT'] });
    expect(found.map(({ kind, node }) => [kind, node.id])).toEqual([
      ['PAIRING', 'xihu-xuanen'],
      ['DOCUMENT', 's0'],
    ]);
  });

  test('gives as many as are asked for, the same ones first', async () => {
    const ten = await hits({ text: '新' });
    expect(ten).toHaveLength(10);
    expect(await hits({ text: '新', first: 3 })).toEqual(ten.slice(0, 3));
  });

  test('finds nothing for a text that resembles nothing', async () => {
    expect(await answer({ text: 'qqqqqqqqqq' })).toEqual({ data: { search: [] } });
  });

  test.each([
    ['one letter', 'x'],
    ['one character', '县'],
    ['a hundred characters', '县'.repeat(100)],
    ['a hundred letters', 'xian'.repeat(25)],
    ['a statement of SQL', `'; drop table region; -- " or 1=1`],
    ['operators of a text index', '"西湖" OR NEAR(区) AND * ^ -'],
    ['characters that few fonts have', '𬺰𰻝𠀀'],
    ['letters of other scripts', 'مرحبا שלום αβγ'],
    ['marks that turn the direction of text', '\u202e西\u200f湖\u202c'],
    ['a zero byte', '西\0湖'],
  ])('answers %s with a few statements', async (_name, text) => {
    const before = opened.database.statements;
    expect(await answer({ text })).toEqual({ data: { search: expect.any(Array) } });
    expect(opened.database.statements - before).toBeLessThan(25);
  });

  test.each([
    ['ten thousand characters', { text: '西'.repeat(10_000) }, 'text'],
    ['no text', { text: '' }, 'text'],
    ['emoji', { text: '🐼🐼' }, 'text'],
    ['marks alone', { text: '\u202e\u200f%_*"' }, 'text'],
    ['no hit', { text: '西湖', first: 0 }, 'first'],
    ['more than a hundred hits', { text: '西湖', first: 101 }, 'first'],
    ['no kind', { text: '西湖', kinds: [] }, 'kinds'],
    ['a region that there is not', { text: '西湖', within: '999999' }, 'within'],
  ])('refuses %s, and names the argument', async (_name, variables, argument) => {
    expect(await answer(variables)).toEqual({
      data: { search: null },
      errors: [
        {
          message: expect.stringMatching(new RegExp(`^Argument "${argument}": expected .+, found .+\\.$`)),
          locations: expect.any(Array),
          path: ['search'],
          extensions: { code: 'BAD_USER_INPUT', argument },
        },
      ],
    });
  });
});
