import { request } from 'node:http';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { describeEachEngine } from '../support/engines.js';
import { gatewayOverProxies, servedGraph, type GatewayOverProxies } from '../support/gateway.js';

const lines = (csv: string): readonly string[] => csv.trimEnd().split('\n');

describeEachEngine('a table of more rows than a page', (engine) => {
  const gateway = servedGraph(engine, { environment: { MAX_COST: '9000' } });
  const table = async (address: string): Promise<readonly string[]> => {
    const response = await fetch(`${gateway.url}${address}`);
    expect([address, response.status]).toEqual([address, 200]);
    return lines(await response.text());
  };

  test('is whole, in the order of ids, each row once', async () => {
    const { data } = await gateway.ask('{ regionRows(first: 1) { totalCount } }');
    const { totalCount } = (data as { regionRows: { totalCount: number } }).regionRows;
    const ids = (await table('/q/regions.csv')).slice(1).map((line) => line.split(',')[0]);
    expect(ids.length).toBe(totalCount);
    expect(ids.length).toBeGreaterThan(3000);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test('has as many rows as the address asks for, and those that a filter finds', async () => {
    expect(await table('/q/regions.csv?first=1200')).toHaveLength(1201);
    expect((await table('/q/regions.csv?filter.region.within=422825&filter.level.eq=COUNTY')).slice(1)).toEqual([
      expect.stringMatching(/^422825,422825,宣恩县,/),
    ]);
  });

  test('of all records has those of each type, one after the other', async () => {
    const types = (await table('/q/facts.ndjson')).map(
      (line) => (JSON.parse(line) as { record_type: string }).record_type,
    );
    expect(new Set(types).size).toBe(13);
    expect(types).toEqual(types.toSorted());
    expect(types.filter((type) => type === 'Fund').length).toBe((await table('/q/funds.csv')).length - 1);
  });

  test('adds up to what a total says', async () => {
    const rows = (await table('/q/funds.ndjson?filter.pairing.eq=zhangjiagang-yanhe&filter.kind.eq=FISCAL')).map(
      (line) => JSON.parse(line) as { value: number },
    );
    const { data } = await gateway.ask('{ pairing(id: "zhangjiagang-yanhe") { fundTotal { value } } }');
    expect(data).toEqual({ pairing: { fundTotal: { value: rows.reduce((sum, { value }) => sum + value, 0) } } });
  });
});

describe('a table whose subgraph fails after its first rows', () => {
  let gateway: GatewayOverProxies;
  beforeAll(async () => {
    gateway = await gatewayOverProxies();
  });
  afterAll(async () => {
    await gateway.stop();
  });

  const failAfter = (pages: number): void => {
    const proxy = gateway.proxy('pairings');
    const before = proxy.requests.length;
    proxy.change = (answer) =>
      proxy.requests.length - before > pages ? { data: null, errors: [{ message: 'Lost.' }] } : answer;
  };

  test('breaks off, so that nobody takes its part for the whole', async () => {
    failAfter(1);
    const response = await fetch(`${gateway.url}/q/regions.csv`);
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    gateway.proxy('pairings').change = null;
  });

  test('is an error where it fails before them', async () => {
    failAfter(0);
    const response = await fetch(`${gateway.url}/q/regions.csv`);
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'application/json; charset=utf-8']);
    gateway.proxy('pairings').change = null;
  });

  test('is read no further when its client has left', async () => {
    const proxy = gateway.proxy('pairings');
    const before = proxy.requests.length;
    const abandoned = new Promise<void>((resolve) => {
      proxy.change = (answer) => {
        proxy.fault = (_request, response) => {
          response.once('close', resolve);
          leaving.destroy();
        };
        return answer;
      };
    });
    const leaving = request(`${gateway.url}/q/regions.csv`);
    leaving.on('error', () => undefined);
    leaving.on('response', (response) => response.on('error', () => undefined).resume());
    leaving.end();
    await abandoned;
    expect(proxy.requests.length - before).toBe(2);
    proxy.change = null;
    proxy.fault = null;
  });
});
