import { Agent } from 'node:http';
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { buildSchema } from 'graphql';

import { readNamedQueries } from '../../platform/named-queries.js';
import { projectRoot } from '../../platform/config.js';
import type { RunningServer } from '../../platform/http-server.js';
import { ask } from '../support/client.js';
import { isTested } from '../support/engines.js';
import { gatewayInProcess, gatewayOverHttp } from '../support/gateway.js';
import { shippedGraph } from '../support/graph.js';
import { problemOf } from '../support/mutations/judge.js';
import { Random } from '../support/mutations/random.js';
import { mutate } from '../support/mutations/request.js';
import { send } from '../support/mutations/send.js';
import { validRequests } from '../support/mutations/valid-requests.js';
import { differenceOf } from '../support/queries/compare.js';
import { randomQuery } from '../support/queries/random-query.js';

const seed = Number(process.env['MUTATION_SEED'] ?? 2017);
/** A longer or shorter run: by how much the numbers of requests below are multiplied. */
const times = Number(process.env['MUTATION_TIMES'] ?? 1);

/** Without a limit of requests; expensive operations are refused, as the test of limits has them, so that more are asked. */
const environment = { RATE_LIMIT: '0', MAX_COST: '10000', ANSWER_CACHE_MB: '4' };

/** Requests under way at once. */
const atOnce = 8;

/**
 * Bytes that the heap may grow by after the first requests, while caches fill up that are bounded: documents (30 MB, and
 * what refers to them) and plans (128 MB). That it is flat then is shown by npm run bench -- memory.
 */
const growth = 128 * 2 ** 20;

const valid = validRequests();
const schema = buildSchema(readFileSync(`${projectRoot}/schema/api.graphql`, 'utf8'));
const page = readNamedQueries('.').find(({ name }) => name === 'pairing-page');

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function usedHeap(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

describe.each([
  ['in this process', 1_500, 50, inThisProcess],
  ['over subgraph servers', 900, 30, overServers],
] as const)(`with seed ${seed}, a gateway %s`, (_where, count, queries, start) => {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  let gateway: Pick<RunningServer, 'url' | 'stop'>;

  beforeAll(async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    gateway = await start();
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    agent.destroy();
    await gateway.stop();
  });

  /** Sends the requests of a range of numbers, and gives what is wrong with the outcomes. */
  const trouble = async (from: number, to: number): Promise<string[]> => {
    const problems: string[] = [];
    let next = from;
    const work = async (): Promise<void> => {
      while (next < to) {
        const number = next;
        next += 1;
        const request = mutate(valid, schema, new Random(seed * 1_000_003 + number));
        const outcome = await send(gateway.url, request, agent);
        const problem = problemOf(request, outcome);
        if (problem !== null) {
          const { method, path, headers, body } = request;
          problems.push(
            `${number}: ${problem}\n${method} ${path} ${JSON.stringify(headers)}\n${body.toString().slice(0, 5_000)}\n→ ${JSON.stringify(outcome).slice(0, 1_000)}`,
          );
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return problems;
  };

  test(
    `answers ${count * times} changed requests as it must, keeps nothing of them, and goes on`,
    async () => {
      const warm = (count * times) / 3;
      const problems = await trouble(0, warm);
      const before = usedHeap();
      problems.push(...(await trouble(warm, count * times)));
      expect(problems).toEqual([]);
      expect(usedHeap() - before).toBeLessThan(growth);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      expect(await ask(gateway.url, page?.query ?? '', page?.variables)).toEqual({ data: page?.answer });
    },
    900_000 * times,
  );

  test(
    `answers ${queries * times} random queries as it does with aliases that nothing else is called`,
    async () => {
      const differences: string[] = [];
      let next = 0;
      const work = async (): Promise<void> => {
        while (next < queries * times) {
          const number = next;
          next += 1;
          const query = randomQuery(schema, new Random(seed * 1_000_003 + number));
          const difference = await differenceOf(gateway.url, query);
          if (difference !== null) {
            differences.push(`${number}: ${difference}`);
          }
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      expect(differences).toEqual([]);
    },
    300_000 * times,
  );
});

async function inThisProcess(): Promise<Pick<RunningServer, 'url' | 'stop'>> {
  const { graph, close } = await shippedGraph(isTested('postgresql') ? 'postgresql' : 'sqlite');
  const gateway = await gatewayInProcess(graph, environment);
  return {
    url: gateway.url,
    stop: async () => {
      await gateway.stop();
      await close();
    },
  };
}

function overServers(): Promise<Pick<RunningServer, 'url' | 'stop'>> {
  return gatewayOverHttp('sqlite', { environment });
}
