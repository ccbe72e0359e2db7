import { readFileSync } from 'node:fs';

import { afterAll, describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';

import { projectRoot } from '../../platform/config.js';
import { connectAgent } from '../support/agent.js';
import { audiences, audienceServers, markersHiddenFrom, type AudienceName } from '../support/audiences.js';
import { describeEachEngine } from '../support/engines.js';
import { Random } from '../support/mutations/random.js';
import { validRequests } from '../support/mutations/valid-requests.js';
import { randomQuery } from '../support/queries/random-query.js';

/** The seed of the random queries, and how many each audience asks: 3,400 for a hunt over 10,000. */
const seed = Number(process.env['MUTATION_SEED'] ?? 2026);
const count = Number(process.env['HUNT_QUERIES'] ?? 10);

const three = audiences.slice(0, 3);

describeEachEngine('each audience', (engine) => {
  const servers = audienceServers(engine, { of: three.map(({ name }) => name) });
  const seen: string[] = [];

  const post = async (url: string, body: object, headers: Readonly<Record<string, string>>): Promise<string> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return response.text();
  };

  /** What an audience is answered here, and what the public is by a server that never loaded the rest. */
  const both = async (name: AudienceName, request: object): Promise<readonly [string, string]> =>
    Promise.all([post(servers.url, request, servers.headersOf(name)), post(servers.oracleOf(name), request, {})]);

  /** An answer, its errors in an order that does not depend on which came first. */
  const parsed = (text: string): object => {
    const {
      data,
      errors = [],
      extensions,
    } = JSON.parse(text) as {
      data?: unknown;
      errors?: readonly unknown[];
      extensions?: { completeness?: { complete: boolean } };
    };
    const complete = extensions?.completeness?.complete;
    return { data, complete, errors: errors.map((error) => JSON.stringify(error)).toSorted() };
  };

  // The ids of imports are of their time.
  const documents = validRequests().filter(({ query }) => !query.includes('imports'));

  describe.each(three)('$name', ({ name, sees }) => {
    const markers = markersHiddenFrom(sees);
    const found = (text: string): readonly string[] => markers.filter((marker) => text.includes(marker));

    test('is answered every document as by a server that never loaded what it may not see', async () => {
      let data = 0;
      // Each engine has half of them. The public asks all of these, the others each their part.
      const ofEngine = documents.filter((_, place) => place % 2 === (engine === 'sqlite' ? 0 : 1));
      const asked = ofEngine.filter((_, place) => sees.length === 0 || place % 3 === sees.length);
      for (const request of asked) {
        const [own, other] = await both(name, request);
        expect({ request, ...parsed(own) }).toEqual({ request, ...parsed(other) });
        expect(found(own)).toEqual([]);
        data += own.length;
        seen.push(own);
      }
      expect(data).toBeGreaterThan(100_000);
    });

    test('has every table as of such a server', async () => {
      for (const table of ['facts.csv', 'regions.csv', 'pairings.csv', 'pairing-years.csv', 'funds.ndjson']) {
        const [own, other] = await Promise.all(
          [
            fetch(`${servers.url}/q/${table}`, { headers: servers.headersOf(name) }),
            fetch(`${servers.oracleOf(name)}/q/${table}`),
          ].map(async (response) => [(await response).status, await (await response).text()] as const),
        );
        expect(own).toEqual(other);
        expect([own?.[0], (own?.[1] ?? '').length > 1_000, found(own?.[1] ?? '')]).toEqual([200, true, []]);
      }
    });

    test('is answered random queries as by such a server', async () => {
      const api = buildSchema(readFileSync(`${projectRoot}/schema/api.graphql`, 'utf8'));
      const random = new Random(seed);
      for (let asked = 0; asked < count; asked += 1) {
        const { query, variables } = randomQuery(api, random);
        const request = { query: withHiddenIds(query, random), variables };
        if (!query.includes('imports')) {
          const [own, other] = await both(name, request);
          expect({ request, ...parsed(own) }).toEqual({ request, ...parsed(other) });
          expect({ request, found: found(withoutEcho(own, request.query)) }).toEqual({ request, found: [] });
        }
      }
    });

    test('is told by an agent’s tools what such a server tells', async () => {
      const headers = servers.headersOf(name);
      const ask: typeof fetch = (input, init) =>
        fetch(input, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), ...headers } });
      const [own, other] = await Promise.all([
        connectAgent(servers.url, { ask }),
        connectAgent(servers.oracleOf(name)),
      ]);
      for (const [tool, given] of [
        ['find', { text: 'zqalphaqz' }],
        ['find', { text: 'Xuan’en' }],
        ['describe', { kind: 'pairing', id: 'xihu-xuanen' }],
        ['total', { what: 'money', kind: 'pairing', id: 'xihu-xuanen' }],
      ] as const) {
        const [here, there] = [await own.call(tool, given), await other.call(tool, given)];
        expect({ ...here.answer, dataVersions: {} }).toEqual({ ...there.answer, dataVersions: {} });
        expect(found(JSON.stringify({ ...here.answer, asked: null }))).toEqual([]);
      }
      await Promise.all([own.close(), other.close()]);
    });
  });

  test('sees that what is hidden from others is there', () => {
    expect(seen.filter((answer) => answer.includes('zqalphaqz')).length).toBeGreaterThan(15);
    expect(seen.filter((answer) => answer.includes('zqbetaqz')).length).toBeGreaterThan(8);
  });

  afterAll(() => {
    seen.length = 0;
  });
});

/** A query with some of its ids of pairings, records and documents those of rows that are for some only. */
const withHiddenIds = (query: string, random: Random): string =>
  query.replace(/"((?:xihu|zhangjiagang|hongshan|s0|s1|org-)[\w-]*)"/g, (whole, id: string) =>
    random.oneIn(3) ? `"${random.pick(['alpha', 'beta'])}-${id}"` : whole,
  );

/** An answer without the ids that were asked for, which messages repeat. */
const withoutEcho = (answer: string, query: string): string =>
  [...query.matchAll(/(?:alpha|beta)-[\w-]+/g)].reduce((text, [id]) => text.replaceAll(id, ''), answer);
