import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { Generations, onePerAddress } from '../../gateway/supergraph/generations.js';
import { openSource } from '../../gateway/supergraph/open-source.js';
import type { SupergraphSource } from '../../gateway/supergraph/supergraph-source.js';
import { Supergraph } from '../../gateway/supergraph/supergraph.js';
import { composeSmall, serveSmall, type SmallServer } from '../support/small-graph.js';
import { keptLog } from '../support/log.js';
import { until } from '../support/until.js';

let folder: string;
let path: string;
let served: SmallServer;
let end: (() => Promise<unknown>)[];
let kept: ReturnType<typeof keptLog>;

beforeEach(async () => {
  kept = keptLog();
  folder = mkdtempSync(join(tmpdir(), 'jiedui-supergraph-'));
  path = join(folder, 'supergraph.graphql');
  served = await serveSmall(['xihu', 'xuanen']);
  end = [() => served.stop()];
});

afterEach(async () => {
  for (const each of end.reverse()) {
    await each();
  }
  rmSync(folder, { recursive: true });
});

const compose = (...fields: readonly string[]): string => composeSmall([{ name: 'pairings', url: served.url, fields }]);

/** A source that is looked at without a pause. */
const impatient = (pathOrUrl: string): SupergraphSource => ({
  ...openSource(pathOrUrl),
  interval: 10,
  startTimeout: 0,
});

/** An address with a supergraph, or something else. */
async function serveAt(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  end.push(() => {
    server.closeAllConnections();
    return server[Symbol.asyncDispose]();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** A supergraph that is served, and the texts that were put in place. */
async function serve(source: SupergraphSource): Promise<{ readonly supergraph: Supergraph; readonly taken: string[] }> {
  const supergraph = await Supergraph.open(source, new Map(), kept.log);
  const taken: string[] = [];
  await supergraph.serve((sdl) => {
    taken.push(sdl);
    return Promise.resolve();
  });
  end.push(() => {
    supergraph.stop();
    return Promise.resolve();
  });
  return { supergraph, taken };
}

const refused = (reason: string): object => ({ refused: { at: expect.any(Date), reason } });

describe('an address', () => {
  test.each([
    ['404', (_request, response) => response.writeHead(404).end(), 'Its server answers with 404.'],
    ['a page', (_request, response) => response.end('<html>'), /^It is not GraphQL: Syntax Error/],
    [
      'too much, and says so',
      (_request, response) => {
        response.setHeader('content-length', 2 ** 30).flushHeaders();
      },
      'It has more than 10485760 bytes.',
    ],
    [
      'too much, and does not say so',
      (_request, response) => response.end('#'.repeat(10 * 2 ** 20 + 1)),
      'It has more than 10485760 bytes.',
    ],
    [
      'half of what it says',
      (_request, response) => {
        response.setHeader('content-length', 100).write('#');
        setImmediate(() => response.destroy());
      },
      /^Its server cannot be reached: /,
    ],
  ] satisfies [string, RequestListener, string | RegExp][])(
    'that gives %s cannot be started from',
    async (_, listener, reason) => {
      const url = await serveAt(listener);
      const error: unknown = await Supergraph.open(impatient(url), new Map(), kept.log).catch(
        (thrown: unknown) => thrown,
      );
      const [, said = ''] = /^The supergraph at \S+ cannot be served\. (.*)\n/.exec((error as Error).message) ?? [];
      expect(error).toMatchObject({ name: 'UserError' });
      expect(said).toEqual(typeof reason === 'string' ? reason : expect.stringMatching(reason));
    },
  );

  test('whose server fails for a while keeps the supergraph in service, and is read again', async () => {
    let status = 200;
    let text = compose('xihu');
    const url = await serveAt((_request, response) => response.writeHead(status).end(text));
    const { supergraph, taken } = await serve(impatient(url));
    const { hash } = supergraph.state;
    status = 503;
    await until(() => supergraph.state, { ...supergraph.state, ...refused('Its server answers with 503.') });
    text = compose('xuanen');
    status = 200;
    await until(() => taken.length, 2);
    await until(() => supergraph.state.refused, null);
    expect(supergraph.state.hash).not.toBe(hash);
  });
});

describe('a file', () => {
  test('that grows too large, or cannot be served, is refused until it is repaired', async () => {
    writeFileSync(path, compose('xihu'));
    const { supergraph, taken } = await serve(impatient(path));
    const first = supergraph.state;
    expect(first).toEqual({
      source: path,
      loadedAt: expect.any(Date),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      refused: null,
    });
    writeFileSync(path, '#'.repeat(10 * 2 ** 20 + 1));
    await until(() => supergraph.state, { ...first, ...refused('It has more than 10485760 bytes.') });
    writeFileSync(path, 'type Query { xihu: String }');
    await until(() => supergraph.state, {
      ...first,
      ...refused('It is not a supergraph: no subgraph is named in it.'),
    });
    writeFileSync(path, compose('xihu'));
    await until(() => supergraph.state, first);
    expect(taken).toHaveLength(1);
  });

  test('is reported once for each fault', async () => {
    writeFileSync(path, compose('xihu'));
    const { supergraph } = await serve(impatient(path));
    writeFileSync(path, '');
    await until(() => supergraph.state.refused?.reason, 'It is empty.');
    rmSync(path);
    await until(() => supergraph.state.refused?.reason, 'There is no such file.');
    writeFileSync(path, '');
    await until(() => supergraph.state.refused?.reason, 'It is empty.');
    expect(kept.lines.map(({ msg }) => msg)).toEqual([
      `The supergraph at ${path} is refused: It is empty. The one loaded before serves.`,
      `The supergraph at ${path} cannot be read: There is no such file. The one loaded before serves.`,
      `The supergraph at ${path} can be read again.`,
    ]);
  });

  test('has the addresses that are set in place of its own', async () => {
    writeFileSync(path, composeSmall([{ name: 'pairings', url: '', fields: ['xihu'] }]));
    const supergraph = await Supergraph.open(
      openSource(path),
      new Map([['pairings', 'http://set.invalid/graphql']]),
      kept.log,
    );
    expect(supergraph.addresses).toEqual(new Map([['pairings', 'http://set.invalid/graphql']]));
  });
});

describe('generations', () => {
  test('a request is executed by the one that it was validated on, and the next by the next', async () => {
    writeFileSync(path, compose('xihu', 'xuanen'));
    const supergraph = await Supergraph.open(impatient(path), new Map(), kept.log);
    const { hash } = supergraph.state;
    const made: string[] = [];
    const buildService = onePerAddress(({ name, url }) => {
      made.push(name);
      return new RemoteGraphQLDataSource({ url });
    });
    const swap = async (): Promise<void> => {
      writeFileSync(path, compose('xihu'));
      await until(() => supergraph.state.hash === hash, false);
    };
    const server = new ApolloServer({
      gateway: new Generations(
        supergraph,
        (supergraphSdl) => new ApolloGateway({ supergraphSdl, buildService }),
        (gateway) => gateway.executor as never,
      ),
      plugins: [{ requestDidStart: () => Promise.resolve({ didResolveOperation: swap }) }],
    });
    await server.start();
    end.push(() => server.stop());
    const ask = async (): Promise<unknown> => {
      const { body } = await server.executeOperation({ query: '{ xihu xuanen }' });
      return body.kind === 'single' ? body.singleResult : body;
    };
    expect(await ask()).toMatchObject({ data: { xihu: 'xihu', xuanen: 'xuanen' } });
    expect(await ask()).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    expect(made).toEqual(['pairings']);
  });
});
