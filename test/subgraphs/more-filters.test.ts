import { expect, test } from '@jest/globals';

import { describeEachEngine } from '../support/engines.js';
import { servedGraph } from '../support/gateway.js';

type Row = Readonly<Record<string, unknown>>;

describeEachEngine('a filter', (engine) => {
  const graph = servedGraph(engine, { shipped: 'nation' });

  const ids = async (list: string, filter: string): Promise<readonly unknown[]> => {
    const answer = (await graph.ask(`{ list: ${list}(first: 500, filter: { ${filter} }) { nodes { id } } }`)) as {
      data?: { list: { nodes: readonly Row[] } };
      errors?: unknown;
    };
    expect(answer.errors).toBeUndefined();
    return answer.data?.list.nodes.map(({ id }) => id) ?? [];
  };

  test.each([
    ['courses', 'start-up leaders'],
    ['projects', 'pipeline'],
    ['exchanges', 'conference'],
    ['provisions', 'agreement'],
    ['documents', 'Zhangjiagang'],
    ['enterprises', 'firm'],
    ['facilities', 'park'],
  ])('on the English title of %s finds what has it', async (list, text) => {
    const answer = (await graph.ask(`{ list: ${list}(first: 500) { nodes { id titleEn } } }`)) as {
      data: { list: { nodes: readonly Row[] } };
    };
    const expected = answer.data.list.nodes.filter(({ titleEn }) =>
      (typeof titleEn === 'string' ? titleEn : '').toLowerCase().includes(text.toLowerCase()),
    );
    expect(await ids(list, `titleEn: { contains: "${text}" }`)).toEqual(expected.map(({ id }) => id));
  });

  test.each([
    ['funds', 'donor', '330106', '西湖区', '330000', '浙江省'],
    ['pairings', 'recipient', '520627', '沿河土家族自治县', '520000', '贵州省'],
    ['placements', 'recipient', '520627', '沿河土家族自治县', '520000', '贵州省'],
    ['outcomes', 'region', '520627', '沿河土家族自治县', '520000', '贵州省'],
    ['regions', 'region', '520627', '沿河土家族自治县', '520600', '铜仁市'],
  ])(
    'on a region of %s takes its code or name in place of its id',
    async (list, part, code, name, above, aboveName) => {
      const [byId, within] = [
        await ids(list, `${part}: { eq: "${code}" }`),
        await ids(list, `${part}: { within: "${above}" }`),
      ];
      expect(byId.length).toBeGreaterThan(0);
      expect(within.length).toBeGreaterThanOrEqual(byId.length);
      expect(await ids(list, `${part}: { code: "${code}" }`)).toEqual(byId);
      // A name may be that of several regions.
      expect(await ids(list, `${part}: { name: "${name}", within: "${above}" }`)).toEqual(byId);
      expect(await ids(list, `${part}: { withinCode: "${above}" }`)).toEqual(within);
      expect(await ids(list, `${part}: { withinName: "${aboveName}" }`)).toEqual(within);
      expect(await ids(list, `${part}: { code: "999999" }`)).toEqual([]);
    },
  );

  test('on a year finds what is of it alone, or begins or ends with it', async () => {
    const [one, from, to] = [
      await ids('funds', 'year: { eq: 2018 }, basis: { eq: ANNUAL }'),
      await ids('funds', 'year: { gte: 2018 }, basis: { eq: ANNUAL }'),
      await ids('funds', 'year: { lte: 2018 }, basis: { eq: ANNUAL }'),
    ];
    expect(one.length).toBeGreaterThan(0);
    expect(from.filter((id) => to.includes(id))).toEqual(one);
    const { data } = (await graph.ask(
      '{ fundGroups(kind: FISCAL, groupBy: [YEAR], basis: ANNUAL, filter: { year: { eq: 2018 } }) { keys { year } } }',
    )) as { data: Row };
    expect(data['fundGroups']).toEqual([{ keys: { year: 2018 } }]);
  });

  test('on the kind of a party finds pairings of bodies, and of parties that are only counted', async () => {
    const { data } = (await graph.ask(
      `{ pairings(first: 500, filter: { or: [{ donorBody: { eq: SCHOOL } }, { donorCounted: { eq: VILLAGE } }] }) {
        nodes { donor { counted { kind } parties { ... on Organisation { kind } } } }
      } }`,
    )) as { data: { pairings: { nodes: readonly { donor: { counted: readonly Row[]; parties: readonly Row[] } }[] } } };
    const { nodes } = data.pairings;
    expect(nodes.length).toBeGreaterThan(0);
    expect(
      nodes.filter(
        ({ donor: { counted, parties } }) =>
          !counted.some(({ kind }) => kind === 'VILLAGE') && !parties.some(({ kind }) => kind === 'SCHOOL'),
      ),
    ).toEqual([]);
    const all = await ids('pairings', 'donorBody: { isNull: false }');
    expect(all.length).toBeGreaterThan((await ids('pairings', 'donorBody: { eq: SCHOOL }')).length);
  });
});

describeEachEngine('a region', (engine) => {
  const graph = servedGraph(engine, { shipped: 'nation' });

  test('has the discrepancies that concern it', async () => {
    const { data } = (await graph.ask(
      '{ discrepancies(first: 500, filter: { region: { isNull: false } }) { nodes { id region { id discrepancies { id } } } } }',
    )) as {
      data: {
        discrepancies: { nodes: readonly { id: string; region: { discrepancies: readonly { id: string }[] } }[] };
      };
    };
    const { nodes } = data.discrepancies;
    expect(nodes.length).toBeGreaterThan(0);
    expect(nodes.filter(({ id, region }) => !region.discrepancies.some((each) => each.id === id))).toEqual([]);
  });

  test('has the projects that it supports', async () => {
    const { data } = (await graph.ask(
      `{ projects(first: 500) { nodes { id donors { ... on Region { id } } } }
        region(code: "330106") { id projectsSupported(first: 500) { nodes { id } } } }`,
    )) as {
      data: {
        projects: { nodes: readonly { id: string; donors: readonly { id?: string }[] | null }[] };
        region: { id: string; projectsSupported: { nodes: readonly { id: string }[] } };
      };
    };
    const { projects, region } = data;
    const expected = projects.nodes.filter(({ donors }) => donors?.some(({ id }) => id === region.id) === true);
    expect(expected.length).toBeGreaterThan(0);
    expect(region.projectsSupported.nodes.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });
});
