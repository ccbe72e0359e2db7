import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphQLDataSource } from '@apollo/gateway';

import { overHttp } from '../../gateway/fetch/http-data-source.js';
import { startGateway } from '../../gateway/server.js';
import { readConfig, shippedSupergraph } from '../../platform/config.js';
import { readyUnless } from '../../platform/http-server.js';
import { subgraphs } from '../../subgraphs/index.js';
import { originsOf } from '../support/answer-origins.js';
import { describeOn } from '../support/engines.js';
import { shippedGraph, type TestGraph } from '../support/graph.js';
import { run, type RunningProcess } from '../support/process.js';
import { financeTwice, startReaders, type Readers } from '../support/readers.js';
import { FreshnessCheck } from '../support/freshness-check.js';
import { NumberedImport } from '../support/numbered-import.js';
import { untilFound } from '../support/until.js';

const seed = 20_180_419;
const imports = 16;

/** Two gateways, each over a server of its own of each subgraph, and all over one PostgreSQL. */
describeOn('postgresql', 'while data are imported again and again', () => {
  let opened: TestGraph;
  let numbered: NumberedImport;
  /** The addresses of the subgraphs of each gateway. */
  const subgraphUrls: Map<string, string>[] = [];
  const gateways: string[] = [];
  const processes: RunningProcess[] = [];

  beforeAll(async () => {
    opened = await shippedGraph('postgresql');
    numbered = new NumberedImport(opened.graph);
    const env = { DATABASE_URL: opened.target.engine === 'postgresql' ? opened.target.url : '', LOG_LEVEL: 'silent' };
    const begin = async (file: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<string> => {
      const begun = run(file, { args, env: { ...env, ...more } });
      processes.push(begun);
      return (await begun.prints(/is at (\S+)/))[1] ?? '';
    };
    for (let place = 0; place < 2; place += 1) {
      const addresses = await Promise.all(
        subgraphs.map(async ({ name }) => [name, await begin('subgraphs/main.js', [name])] as const),
      );
      subgraphUrls.push(new Map(addresses));
      const SUBGRAPH_URLS = addresses.map(([name, address]) => `${name}=${address}`).join();
      const url = await begin('gateway/main.js', [], { SUBGRAPH_URLS, RATE_LIMIT: '0' });
      gateways.push(url.replace('/graphql', ''));
    }
  });

  afterAll(async () => {
    const codes = await Promise.all(
      processes.map(async ({ child, ended }) => {
        child.kill('SIGTERM');
        return ended();
      }),
    );
    await opened.close();
    expect(new Set(codes)).toEqual(new Set([0]));
  });

  /** Imports while readers ask, every other time after 200 more answers, until there are enough imports or `isEnough`. */
  const importWhile = async (check: FreshnessCheck, readers: Readers, isEnough = () => false): Promise<void> => {
    try {
      for (let done = 0; done < imports && !isEnough(); done += 1) {
        check.committed(await numbered.next());
        const enough = check.answers + (done % 2) * 200;
        await untilFound(() => check.answers >= enough || undefined);
      }
    } finally {
      await readers.end();
    }
  };

  test('no answer of two gateways is older than what was committed before it was asked for, and none is of two versions', async () => {
    const check = new FreshnessCheck();
    check.committed(await numbered.next());
    const readers = startReaders(check, gateways, { seed });
    await importWhile(check, readers);
    expect(check.wrong).toEqual([]);
    expect([...readers.refused]).toEqual([]);
    const origins = await Promise.all(gateways.map(originsOf));
    for (const counts of origins) {
      expect(Object.keys(counts).sort()).toEqual(['executed', 'kept', 'shared']);
      expect(Math.min(...Object.values(counts))).toBeGreaterThan(20);
    }
    expect(readers.unchanged()).toBeGreaterThan(50);
  });

  /** Asks a gateway in this process that has a fault on purpose until it gives a wrong answer of a kind. */
  const wrongBy = async (
    kind: 'older' | 'mixed',
    naive: {
      readonly answer?: (answer: Awaited<ReturnType<GraphQLDataSource['process']>>) => void;
      readonly versionOf?: (read: (name: string) => Promise<string | null>) => (name: string) => Promise<string | null>;
    },
  ): Promise<number> => {
    const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', RATE_LIMIT: '0' });
    const sources = overHttp({ ...config, subgraphUrls: subgraphUrls[0] ?? new Map() });
    const gateway = await startGateway({
      config,
      supergraph: readFileSync(shippedSupergraph, 'utf8'),
      dataSource: (subgraph) => {
        const source = sources.dataSource(subgraph);
        return {
          process: async (options) => {
            const answer = await source.process(options);
            naive.answer?.(answer);
            return answer;
          },
        };
      },
      versionOf: naive.versionOf?.(sources.versionOf) ?? sources.versionOf,
      isReady: () => Promise.resolve(readyUnless([])),
    });
    const check = new FreshnessCheck();
    check.committed(await numbered.next());
    const wrongAnswers = (): number => check.wrong.filter((answer) => answer.kind === kind).length;
    const asked = kind === 'mixed' ? { asked: financeTwice } : {};
    await importWhile(check, startReaders(check, [gateway.url], { seed, each: 8, ...asked }), () => wrongAnswers() > 0);
    await gateway.stop();
    await sources.close();
    return wrongAnswers();
  };

  test('a gateway that asks for versions every 200 ms only is caught by the same check', async () => {
    const versionOf = (read: (name: string) => Promise<string | null>) => {
      const known = new Map<string, { readonly version: Promise<string | null>; readonly at: number }>();
      return (name: string): Promise<string | null> => {
        const last = known.get(name);
        if (last && performance.now() - last.at < 200) {
          return last.version;
        }
        const version = read(name);
        known.set(name, { version, at: performance.now() });
        return version;
      };
    };
    expect(await wrongBy('older', { versionOf })).toBeGreaterThan(0);
  });

  test('a gateway that ignores the versions of the parts of an answer is caught by the same check', async () => {
    const answer = (given: { extensions?: unknown }): void => {
      delete given.extensions;
    };
    expect(await wrongBy('mixed', { answer })).toBeGreaterThan(0);
  });
});
