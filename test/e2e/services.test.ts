import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { subgraphs } from '../../subgraphs/index.js';
import { ask, askWhole } from '../support/client.js';
import { readNamedQueries } from '../../platform/named-queries.js';
import { createTarget, describeOn, type TestTarget } from '../support/engines.js';
import { run, type RunningProcess } from '../support/process.js';
import { until } from '../support/until.js';

const page = readNamedQueries('.').find(({ name }) => name === 'pairing-page');

const questions = readNamedQueries('questions');

/** The processes of docker-compose.yml, by the same commands. */
describeOn('postgresql', 'the graph as services', () => {
  let postgres: TestTarget;
  let env: { readonly DATABASE_URL: string };
  let url: string;
  const processes: RunningProcess[] = [];

  const begin = (file: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): RunningProcess => {
    const begun = run(file, { args, env: { ...env, ...more } });
    processes.push(begun);
    return begun;
  };
  const beginSubgraph = async (name: string, port = '0'): Promise<{ process: RunningProcess; address: string }> => {
    const process = begin('subgraphs/main.js', [name], { PORT: port });
    const [, address = ''] = await process.prints(/is at (\S+)/);
    return { process, address };
  };

  beforeAll(async () => {
    postgres = await createTarget('postgresql');
    env = { DATABASE_URL: postgres.target.engine === 'postgresql' ? postgres.target.url : '' };
  });

  afterAll(async () => {
    const codes = await Promise.all(
      processes.map(async ({ child, ended }) => {
        child.kill('SIGTERM');
        return ended();
      }),
    );
    await postgres.remove();
    // What was killed has no code.
    expect(new Set(codes)).toEqual(new Set([0, null]));
  });

  test('start at once on an empty database, two of each subgraph', async () => {
    const begun = await Promise.all(subgraphs.flatMap(({ name }) => [beginSubgraph(name), beginSubgraph(name)]));
    const readiness = await Promise.all(
      begun.map(async ({ address }) => (await fetch(address.replace('/graphql', '/health/ready'))).status),
    );
    expect(readiness).toEqual(begun.map(() => 200));
    for (const { process } of begun) {
      process.child.kill('SIGTERM');
      expect(await process.ended()).toBe(0);
    }
  });

  describe('with the data sets that ship', () => {
    const serving = new Map<string, { process: RunningProcess; address: string }>();

    beforeAll(async () => {
      expect(await begin('scripts/import.js', ['data/register', 'data/articles']).ended()).toBe(0);
      for (const { name } of subgraphs) {
        serving.set(name, await beginSubgraph(name));
      }
      const addresses = Array.from(serving, ([name, { address }]) => `${name}=${address}`);
      const gateway = begin('gateway/main.js', [], { SUBGRAPH_URLS: addresses.join(', ') });
      url = (await gateway.prints(/is at (\S+)\/graphql/))[1] ?? '';
    });

    test('are ready', async () => {
      expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({
        status: 'ready',
        problems: [],
        subgraphs: Object.fromEntries(subgraphs.map(({ name }) => [name, 'up'])),
        supergraph: { loadedAt: expect.any(String), hash: expect.any(String), refused: null },
      });
    });

    test('answer what the one process answers', async () => {
      expect(await ask(url, page?.query ?? '', page?.variables)).toEqual({ data: page?.answer });
    });

    test.each(questions)('answer $name: $question', async ({ query, variables, answer }) => {
      expect(await ask(url, query, variables)).toEqual({ data: answer });
    });

    test('answer without finance while it hangs, say what is missing, and answer completely when it goes on', async () => {
      const finance = serving.get('finance')?.process.child;
      finance?.kill('SIGSTOP');
      const { pairing } = page?.answer as { pairing: object };
      expect(await askWhole(url, page?.query ?? '', page?.variables)).toMatchObject({
        data: { pairing: { ...pairing, funds: null } },
        extensions: {
          completeness: {
            complete: false,
            missing: [{ subgraph: 'finance', code: 'SUBGRAPH_TIMEOUT', paths: [['pairing']] }],
          },
        },
      });
      finance?.kill('SIGCONT');
      await until(() => ask(url, page?.query ?? '', page?.variables), { data: page?.answer });
    });

    test('answer without finance while it is down, and completely when it is back', async () => {
      const finance = serving.get('finance');
      finance?.process.child.kill('SIGKILL');
      await finance?.process.ended();
      const { pairing } = page?.answer as { pairing: object };
      expect(await ask(url, page?.query ?? '', page?.variables)).toMatchObject({
        data: { pairing: { ...pairing, funds: null } },
        errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'finance' } }],
      });
      await beginSubgraph('finance', new URL(finance?.address ?? '').port);
      expect(await ask(url, page?.query ?? '', page?.variables)).toEqual({ data: page?.answer });
    });
  });
});
