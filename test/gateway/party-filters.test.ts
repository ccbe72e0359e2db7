import { expect, test } from '@jest/globals';

import { describeEachEngine } from '../support/engines.js';
import { servedGraph } from '../support/gateway.js';

const party = '{ __typename id ... on Organisation { kind region { id } } }';
const region = '{ __typename id }';
const side = `{ parties ${party} counted { region { id } } }`;

/** The lists that can be filtered by parties: for each field of the filter, the field of a node that it asks for. */
const lists: Readonly<Record<string, Readonly<Record<string, { readonly of: string; readonly else?: Side }>>>> = {
  pairings: { donor: { of: `donor ${side}` }, recipient: { of: `recipient ${side}` } },
  funds: {
    donor: { of: `donors ${party}`, else: 'donor' },
    recipient: { of: `recipient ${party}`, else: 'recipient' },
  },
  projects: { place: { of: `place ${region}` }, donor: { of: `donors ${party}`, else: 'donor' } },
  sales: { seller: { of: `seller ${party}` }, buyer: { of: `buyers ${party}` } },
  jobFairs: {
    organiser: { of: `organisers ${party}` },
    recipient: { of: `recipient ${party}`, else: 'recipient' },
    host: { of: `host ${party}` },
  },
  jobOffers: { provider: { of: `providers ${party}` }, recipient: { of: `recipient ${party}`, else: 'recipient' } },
  placements: {
    origin: { of: `origin ${party}` },
    destination: { of: `destination ${party}` },
    donor: { of: '__typename', else: 'donor' },
    recipient: { of: `origin ${party}`, else: 'recipient' },
  },
  stations: { region: { of: `regions ${party}` } },
  exchanges: {
    origin: { of: `origin ${region}` },
    destination: { of: `destinations ${party}` },
    place: { of: `place ${region}` },
  },
  outcomes: { region: { of: `region ${region}` } },
  provisions: { region: { of: `region ${region}` }, issuer: { of: `issuers ${party}` } },
  discrepancies: { region: { of: `region ${region}` } },
  organisations: { region: { of: `region ${region}` } },
  courses: {
    origin: { of: `origin ${party}` },
    host: { of: `host ${party}` },
    donor: { of: '__typename', else: 'donor' },
    recipient: { of: `origin ${party}`, else: 'recipient' },
  },
  expertExchanges: { origin: { of: `origins ${party}` }, destination: { of: `destinations ${party}` } },
  secondments: { origin: { of: `origins ${party}` }, destination: { of: `destinations ${party}` } },
};

type Side = 'donor' | 'recipient';

interface PartyNode {
  readonly __typename?: string;
  readonly id?: string;
  readonly kind?: string;
  readonly region?: { readonly id: string } | null;
  readonly parties?: readonly PartyNode[];
  readonly counted?: readonly PartyNode[];
}

interface RecordNode {
  readonly id: string;
  readonly found: PartyNode | readonly PartyNode[] | string | null;
  readonly pairings?: readonly Readonly<Record<Side, PartyNode>>[];
}

describeEachEngine('a filter by a party', (engine) => {
  const { ask } = servedGraph(engine);

  const data = async <Data>(query: string): Promise<Data> => {
    const answer = await ask(query);
    expect(answer.errors).toBeUndefined();
    return answer.data as Data;
  };

  /** The ids of what a list has with each of some filters. */
  const listed = async (list: string, filters: readonly string[]): Promise<(readonly string[])[]> => {
    const found: (readonly string[])[] = [];
    for (let start = 0; start < filters.length; start += 6) {
      const fields = filters
        .slice(start, start + 6)
        .map((filter, place) => `a${place}: ${list}(first: 200, filter: ${filter}) { nodes { id } }`);
      const answers = await data<Record<string, { nodes: readonly RecordNode[] }>>(`{ ${fields.join(' ')} }`);
      found.push(...Object.values(answers).map(({ nodes }) => nodes.map(({ id }) => id)));
    }
    return found;
  };

  const fields = Object.entries(lists).flatMap(([list, filters]) =>
    Object.entries(filters).map(([field, by]) => [list, field, by] as const),
  );

  test.each(fields)('finds in %s, by %s, what a walk through all finds', async (list, field, by) => {
    const sides = by.else === undefined ? '' : `pairings { ${by.else} ${side} }`;
    const aliased = by.of.replace(/^\w+/, 'found: $&');
    const { all } = await data<{ all: { totalCount: number; nodes: readonly RecordNode[] } }>(
      `{ all: ${list}(first: 200) { totalCount nodes { id ${aliased} ${sides} } } }`,
    );
    expect(all.nodes.length).toBe(all.totalCount);
    const regionsOfEach = all.nodes.map((node) => ({ id: node.id, regions: regionsOf(node, by.else) }));
    const named = [...new Set(regionsOfEach.flatMap(({ regions }) => [...regions]))];
    const paths = new Map<string, ReadonlySet<string>>();
    for (const region of named) {
      const { region: found } = await data<{ region: { ancestors: readonly { id: string }[] } }>(
        `{ region(id: "${region}") { ancestors { id } } }`,
      );
      paths.set(region, new Set([region, ...found.ancestors.map(({ id }) => id)]));
    }
    const candidates = [...new Set([...paths.values()].flatMap((path) => [...path]))];
    const holding = (isMet: (regions: ReadonlySet<string>) => boolean): readonly string[] =>
      regionsOfEach.filter(({ regions }) => isMet(regions)).map(({ id }) => id);
    const cases = [
      ...candidates.flatMap((region) => [
        [`{eq: "${region}"}`, holding((regions) => regions.has(region))] as const,
        [
          `{within: "${region}"}`,
          holding((regions) => [...regions].some((each) => paths.get(each)?.has(region) === true)),
        ] as const,
      ]),
      [`{in: ${JSON.stringify(named.slice(0, 3))}}`, holding((all) => named.slice(0, 3).some((each) => all.has(each)))],
      [`{ne: "${named[0] ?? ''}"}`, holding((regions) => !regions.has(named[0] ?? ''))],
      ['{isNull: true}', holding((regions) => regions.size === 0)],
      ['{isNull: false}', holding((regions) => regions.size > 0)],
    ] as const;
    const found = await listed(
      list,
      cases.map(([filter]) => `{${field}: ${filter}}`),
    );
    expect(found.map((ids, place) => [cases[place]?.[0], ids])).toEqual(cases);
  });

  const sides = fields.filter(([, field]) => field === 'donor' || field === 'recipient');

  test.each(sides)(
    'finds in %s, by what kind of body is the %s, what a walk through all finds',
    async (list, of, by) => {
      const side = by.else === undefined ? '' : `pairings { ${by.else} { parties ${party} } }`;
      const { all } = await data<{ all: { nodes: readonly RecordNode[] } }>(
        `{ all: ${list}(first: 200) { nodes { id ${by.of.replace(/^\w+/, 'found: $&')} ${side} } } }`,
      );
      const kinds = all.nodes.map((node) => ({
        id: node.id,
        kinds: standingParties(node, by.else).flatMap(({ kind }) => kind ?? []),
      }));
      const holding = (isMet: (kinds: readonly string[]) => boolean): readonly string[] =>
        kinds.filter((each) => isMet(each.kinds)).map(({ id }) => id);
      const cases = [
        ...['ENTERPRISE', 'GOVERNMENT', 'DEPARTMENT', 'COLLEGE', 'SCHOOL'].map(
          (kind) => [`{eq: ${kind}}`, holding((all) => all.includes(kind))] as const,
        ),
        ['{ne: ENTERPRISE}', holding((all) => !all.includes('ENTERPRISE'))],
        ['{in: [ENTERPRISE, SCHOOL]}', holding((all) => all.includes('ENTERPRISE') || all.includes('SCHOOL'))],
        ['{isNull: true}', holding((all) => all.length === 0)],
        ['{isNull: false}', holding((all) => all.length > 0)],
      ] as const;
      const found = await listed(
        list,
        cases.map(([filter]) => `{${of}Body: ${filter}}`),
      );
      expect(found.map((ids, place) => [cases[place]?.[0], ids])).toEqual(cases);
    },
  );

  test('finds records by what kind of body is a party in any role', async () => {
    const [bodies = [], none = []] = await listed('courses', ['{body: {eq: COLLEGE}}', '{body: {isNull: true}}']);
    const { all } = await data<{ all: { nodes: readonly { id: string; provider: PartyNode | null }[] } }>(
      `{ all: courses(first: 200) { nodes { id provider ${party} } } }`,
    );
    const provided = all.nodes.filter(({ provider }) => provider?.kind === 'COLLEGE');
    expect(provided.length).toBeGreaterThan(0);
    expect(bodies).toEqual(expect.arrayContaining(provided.map(({ id }) => id)));
    expect(none.filter((id) => all.nodes.some((node) => node.id === id && node.provider?.kind !== undefined))).toEqual(
      [],
    );
  });

  test.each([
    ['funds', 'fundGroups(kind: FISCAL, ', 'kind: {eq: FISCAL}'],
    ['placements', 'placementGroups(stage: STABLE, ', 'stage: {eq: STABLE}'],
    ['courses', 'courseGroups(', ''],
  ])('finds as many %s as the group of the region has', async (list, groups, added) => {
    for (const [key, field] of [
      ['DONOR', 'donor'],
      ['RECIPIENT', 'recipient'],
    ] as const) {
      const { all } = await data<{ all: readonly RecordGroup[] }>(
        `{ all: ${groups}groupBy: [${key}]) { keys { region: ${field} { id } } total { records(first: 0) { totalCount } } } }`,
      );
      const found = await listed(
        list,
        all.map(({ keys }) => `{${field}: ${keys.region === null ? '{isNull: true}' : `{eq: "${keys.region.id}"}`}}`),
      );
      const counts = all.map(({ total }) => total.records.totalCount);
      expect(found.map(({ length }) => length)).toEqual(counts);
      expect(new Set(all.map(({ keys }) => keys.region?.id)).size).toBe(all.length);
      const [everywhere = []] = await listed(list, [`{${added}}`]);
      const [nowhere = []] = await listed(list, [`{${field}: {isNull: true} ${added}}`]);
      const inGroups = new Set(found.flat());
      expect(everywhere.filter((id) => !inGroups.has(id))).toEqual(nowhere.filter((id) => !inGroups.has(id)));
    }
  });
});

interface RecordGroup {
  readonly keys: { readonly region: { readonly id: string } | null };
  readonly total: { readonly records: { readonly totalCount: number } };
}

/** The parties that a record names, else those on a side of its pairings. */
function standingParties({ found, pairings = [] }: RecordNode, side: Side | undefined): readonly PartyNode[] {
  const own = typeof found === 'string' ? [] : partiesOf(found);
  return own.length > 0 || side === undefined ? own : pairings.flatMap((pairing) => partiesOf(pairing[side]));
}

const regionsOf = (node: RecordNode, side: Side | undefined): ReadonlySet<string> =>
  new Set(
    standingParties(node, side).flatMap(
      ({ __typename, id, region }) => (__typename === 'Region' ? id : region?.id) ?? [],
    ),
  );

function partiesOf(found: RecordNode['found']): readonly PartyNode[] {
  return [found ?? []]
    .flat()
    .flatMap((each) =>
      typeof each === 'string' ? [] : each.parties ? [...each.parties, ...(each.counted ?? [])] : [each],
    );
}
