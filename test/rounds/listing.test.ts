import { expect, test } from '@jest/globals';

import { describeEachEngine } from '../support/engines.js';
import { servedGraph } from '../support/gateway.js';

const [PARTIAL, whole] = [{ listing: 'PARTIAL' }, { listing: null }];

describeEachEngine('what is over pairings of which others are missing', (engine) => {
  const gateway = servedGraph(engine, { shipped: 'nation' });
  const { ask } = gateway;

  test('says so in totals of programmes and regions; a figure of a whole programme and one pairing lack none', async () => {
    const { data } = await ask(`{
      pairs: programme(id: "east-west") { fundTotal(basis: ANNUAL, filter: { pairing: { isNull: false } }) { listing } }
      whole: programme(id: "aid-xinjiang") { fundTotal(kind: UNSPECIFIED, basis: ANNUAL) { listing text } }
      shaanxi: region(id: "610000") {
        fundsReceivedTotal(basis: ANNUAL, filter: { to: { lte: "2022-01-01" } }) { listing text zh: text(language: ZH) }
      }
      pairing(id: "huizhou-qianxinan") { fundTotal(basis: ANNUAL) { listing text } }
    }`);
    expect(data).toEqual({
      pairs: { fundTotal: PARTIAL },
      whole: { fundTotal: { listing: null, text: 'at least 38.5 billion yuan' } },
      shaanxi: {
        fundsReceivedTotal: {
          listing: 'PARTIAL',
          text: '2,714.53 million yuan (not all pairings are known)',
          zh: '27.1453亿元（结对名单不全）',
        },
      },
      pairing: { fundTotal: { listing: null, text: '350 million yuan' } },
    });
  });

  test('says so in groups, by years too, but not in those of single pairings', async () => {
    const listings = async (groupBy: string): Promise<unknown> => {
      const { data } = await ask(
        `{ fundGroups(kind: FISCAL, basis: ANNUAL, groupBy: [${groupBy}], filter: { pairing: { eq: "tianjin-gansu" } }) { total { listing } } }`,
      );
      return (data as { fundGroups: { total: unknown }[] }).fundGroups.map(({ total }) => total);
    };
    expect(await listings('')).toEqual([PARTIAL]);
    expect(await listings('YEAR')).toEqual([PARTIAL]);
    expect(await listings('DONOR_PROVINCE, YEAR')).toEqual([PARTIAL]);
    expect(await listings('PAIRING')).toEqual([whole]);
    expect(await listings('PAIRING, YEAR')).toEqual([whole]);
  });

  test('says so in lists of records', async () => {
    const { data } = await ask(`{
      funds { listing }
      none: funds(filter: { programme: { eq: "cooperation-north-east" } }) { totalCount listing }
      region(id: "610000") { fundsReceived { listing } }
      pairing(id: "jiangsu-shaanxi") { funds { listing } }
    }`);
    expect(data).toEqual({
      funds: PARTIAL,
      none: { totalCount: 0, listing: null },
      region: { fundsReceived: PARTIAL },
      pairing: { funds: whole },
    });
  });

  test('costs no statement in a total, and one in a list, however many owners there are', async () => {
    for (const first of [2, 30]) {
      for (const fields of ['value', 'value listing text']) {
        const totals = `{ regions(first: ${first}) { nodes { fundsReceivedTotal { ${fields} } } } }`;
        await expect(() => ask(totals)).toSendStatements(gateway.databases, 4);
      }
      const lists = `{ regions(first: ${first}) { nodes { fundsReceived { listing } } } }`;
      await expect(() => ask(lists)).toSendStatements(gateway.databases, 2);
    }
  });
});
