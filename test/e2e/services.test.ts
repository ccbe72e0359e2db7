import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { subgraphs } from '../../subgraphs/index.js';
import { ask } from '../support/client.js';
import { readDocuments } from '../../platform/documents.js';
import { createTarget, isEngineHere, type TestTarget } from '../support/engines.js';
import { run, type RunningProcess } from '../support/process.js';

const page = readDocuments('.').find(({ name }) => name === 'pairing-page');

/** The processes of docker-compose.yml, by the same commands. */
(isEngineHere('postgresql') ? describe : describe.skip)('the graph as services', () => {
  let postgres: TestTarget;
  let url: string;
  const processes: RunningProcess[] = [];

  beforeAll(async () => {
    postgres = await createTarget('postgresql');
    const env = { DATABASE_URL: postgres.target.engine === 'postgresql' ? postgres.target.url : '' };
    const load = run('scripts/import.js', { args: ['data/register', 'data/articles'], env });
    expect(await load.ended()).toBe(0);
    const addresses = await Promise.all(
      subgraphs.map(async ({ name }) => {
        const subgraph = run('subgraphs/main.js', { args: [name], env });
        processes.push(subgraph);
        const [, address] = await subgraph.prints(/is at (\S+)/);
        return `${name}=${address}`;
      }),
    );
    const gateway = run('gateway/main.js', { env: { SUBGRAPH_URLS: addresses.join(', ') } });
    processes.push(gateway);
    url = (await gateway.prints(/is at (\S+)\/graphql/))[1] ?? '';
  });

  afterAll(async () => {
    const codes = await Promise.all(
      processes.map(async ({ child, ended }) => {
        child.kill('SIGTERM');
        return ended();
      }),
    );
    await postgres.remove();
    expect(new Set(codes)).toEqual(new Set([0]));
  });

  test('answers what the one process answers', async () => {
    expect(await ask(url, page?.query ?? '', page?.variables)).toEqual({ data: page?.answer });
  });

  test('is ready', async () => {
    expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({ status: 'ready', problems: [] });
  });
});
