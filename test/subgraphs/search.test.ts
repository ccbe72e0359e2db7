import { expect, test } from '@jest/globals';
import { parse } from 'graphql';

import { pairings } from '../../subgraphs/pairings/subgraph.js';
import { describeEachEngine } from '../support/engines.js';
import { openedSubgraph } from '../support/subgraph.js';

const document = parse(`query ($text: String!, $kinds: [SearchKind!], $within: ID, $first: Int! = 10) {
  search(text: $text, kinds: $kinds, within: $within, first: $first) {
    kind matched matchedAs path { name }
    node { ... on Region { id } ... on Organisation { id } ... on Programme { id } ... on Pairing { id } ... on Document { id } }
  }
}`);

interface Hit {
  readonly kind: string;
  readonly matched: string;
  readonly matchedAs: string;
  readonly path: readonly { readonly name: string }[];
  readonly node: { readonly id: string };
}

/** What people type, and the id of what they mean. */
const searches: readonly (readonly [text: string, id: string])[] = [
  ['西湖', '330106'],
  ['西湖区', '330106'],
  ['杭州 西湖', '330106'],
  ['南昌 西湖区', '360103'],
  ['西湖区 江西', '360103'],
  ['杭州西湖', '330106'],
  ['浙江省杭州市西湖区', '330106'],
  ['江西西湖区', '360103'],
  ['xihu', '330106'],
  ['Xi Hu Qu', '330106'],
  ['xī hú', '330106'],
  ['xhq', '330106'],
  ['Xihu District', '330106'],
  ['nanchang xihu', '360103'],
  ['恩施', '422800'],
  ['恩施州', '422800'],
  ['恩施市', '422801'],
  ['enshi', '422800'],
  ['enshi shi', '422801'],
  ['鄂西', '422800'],
  ['酉阳', '500242'],
  ['重庆 酉阳', '500242'],
  ['重庆酉阳', '500242'],
  ['chongqing youyang', '500242'],
  ['沿河', '520627'],
  ['yanhe', '520627'],
  ['522228', '520627'],
  ['520627', '520627'],
  ['5206', '520600'],
  ['铜仁地区', '520600'],
  ['毕节地区', '520500'],
  ['遵义地区', '520300'],
  ['遵义县', '520304'],
  ['安顺', '520400'],
  ['灌县', '510181'],
  ['郫县', '510117'],
  ['pixian', '510117'],
  ['Pi County', '510117'],
  ['510124', '510117'],
  ['三亚', '460200'],
  ['sanya', '460200'],
  ['万州', '500101'],
  ['wanzhou', '500101'],
  ['阿坝', '513200'],
  ['阿坝县', '513231'],
  ['Ngawa', '513200'],
  ['Tibet', '540000'],
  ['Xizang', '540000'],
  ['Inner Mongolia', '150000'],
  ['内蒙', '150000'],
  ['Hong Kong', '810000'],
  ['臺灣', '710000'],
  ['貴州', '520000'],
  ['重慶', '500000'],
  ['乾縣', '610424'],
  ['黔', '520000'],
  ['沪', '310000'],
  ['Urumqi', '650100'],
  ['wulumuqi', '650100'],
  ['Lhasa', '540100'],
  ['lvliang', '141100'],
  ['lüliang', '141100'],
  ['LULIANG', '141100'],
  ["xi'an", '610100'],
  ['下城区', '330105'],
  ['宣武区', '110102'],
  ['莱芜市', '370100'],
  ['巢湖', '340181'],
  ['qdn', '522600'],
  ['宣思县', '422825'],
  ['zhangjiagng', '320582'],
  ['zhangjaigang', '320582'],
  ['Xuan’en', '422825'],
  ['道孚县', '513326'],
  ['景阳镇', '422822103'],
  ['shangang cun', '320582100212'],
  ['东湖生态旅游风景区', 'zone-wuhan-east-lake'],
  ['East Lake Scenic Area', 'zone-wuhan-east-lake'],
  ['苏州工业园区', '320576'],
  ['沙洲职业工学院', 'org-shazhou'],
  ['shazhou', 'org-shazhou'],
  ['中办发〔2016〕69号', 'policy-2016-12'],
  ['国办发 2013 11', 'policy-2013-02'],
  ['东西部扶贫协作', 'east-west'],
  ['杭州 恩施', 'hangzhou-enshi'],
  ['zhangjiagang yanhe', 'zhangjiagang-yanhe'],
  ['Upgrading East-West cooperation: Zhangjiagang and Yanhe', 's1'],
];

describeEachEngine('search', (engine) => {
  const opened = openedSubgraph(engine, pairings);
  const answer = (variables: Readonly<Record<string, unknown>>): Promise<unknown> => opened.ask(document, variables);

  async function hits(variables: Readonly<Record<string, unknown>>): Promise<readonly Hit[]> {
    return ((await answer(variables)) as { data: { search: Hit[] } }).data.search;
  }

  test.each(searches)('finds first for %s: %s', async (text, id) => {
    const [first] = await hits({ text });
    expect(first?.node.id).toBe(id);
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
