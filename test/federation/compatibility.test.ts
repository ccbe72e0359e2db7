import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { composeServices } from '@apollo/composition';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTrace } from '@apollo/server/plugin/inlineTrace';
import { startStandaloneServer } from '@apollo/server/standalone';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'graphql';

import { projectRoot } from '../../platform/config.js';
import { freePort } from '../../scripts/free-port.js';
import { peerFile } from '../support/peers.js';
import { run, type RunningProcess } from '../support/process.js';
import { buildProducts } from './products/subgraph.js';

const suite = '@apollo/federation-subgraph-compatibility-tests/dist';

const { schema, sdl } = buildProducts();
const products = new ApolloServer({ schema, plugins: [ApolloServerPluginInlineTrace()] });
const folder = mkdtempSync(join(tmpdir(), 'jiedui-suite-'));
const processes: RunningProcess[] = [];

const begin = (...args: Parameters<typeof run>): RunningProcess => {
  const begun = run(...args);
  processes.push(begun);
  return begun;
};

/** Starts a subgraph of the suite's own. */
async function beginTheirs(name: 'users' | 'inventory'): Promise<{ name: string; url: string; sdl: string }> {
  const port = String(await freePort());
  const begun = begin(peerFile(`${suite}/subgraphs/${name}/index.js`), {
    env: { [`${name.toUpperCase()}_PORT`]: port },
  });
  await begun.prints(/ready/);
  const file = peerFile(`${suite}/subgraphs/${name}/${name}.graphql`);
  return { name, url: `http://127.0.0.1:${port}`, sdl: readFileSync(file, 'utf8') };
}

let addresses: { readonly PRODUCTS_URL: string; readonly GATEWAY_URL: string };

beforeAll(async () => {
  const { url } = await startStandaloneServer(products, { listen: { port: 0, host: '127.0.0.1' } });
  const services = [
    { name: 'products', url, sdl },
    ...(await Promise.all([beginTheirs('users'), beginTheirs('inventory')])),
  ];
  const composed = composeServices(services.map((each) => ({ ...each, typeDefs: parse(each.sdl) })));
  expect(composed.errors).toBeUndefined();
  const SUPERGRAPH_PATH = join(folder, 'supergraph.graphql');
  writeFileSync(SUPERGRAPH_PATH, composed.supergraphSdl ?? '');
  const gateway = begin('gateway/main.js', { env: { SUPERGRAPH_PATH } });
  const [, address = ''] = await gateway.prints(/is at (\S+)/);
  addresses = { PRODUCTS_URL: url, GATEWAY_URL: address };
});

afterAll(async () => {
  for (const { child, ended } of processes) {
    child.kill('SIGTERM');
    await ended();
  }
  await products.stop();
  rmSync(folder, { recursive: true });
});

test('the compatibility suite of Apollo Federation passes whole, with a subgraph of TypeGraphQL', async () => {
  const config = JSON.stringify({
    rootDir: peerFile(`${suite}/tests`),
    haste: { retainAllFiles: true },
    testPathIgnorePatterns: [],
    transform: { 'utils/client\\.js$': join(projectRoot, 'test/federation/suite-address.mjs') },
    transformIgnorePatterns: [],
  });
  const results = join(folder, 'results.json');
  const args = ['--ci', '--json', `--outputFile=${results}`, '--config', config];
  await begin(peerFile('jest/bin/jest.js'), { args, env: addresses }).ended();
  const { testResults } = JSON.parse(readFileSync(results, 'utf8')) as {
    testResults: { assertionResults: { fullName: string; status: string }[] }[];
  };
  const assertions = testResults.flatMap(({ assertionResults }) => assertionResults);
  expect(assertions.filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName)).toEqual([]);
  expect(assertions).toHaveLength(23);
});
