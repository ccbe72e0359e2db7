import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { projectRoot } from '../../platform/config.js';
import { openBrowser, type OpenBrowser } from '../../scripts/browser.js';
import { writeClientTypes } from '../../scripts/client-types.js';
import { describeInBrowser } from '../support/browser.js';
import { gatewayOverProxies, type GatewayOverProxies } from '../support/gateway.js';
import { run, type RunningProcess } from '../support/process.js';

/** The address of the gateway in the documentation. */
const documented = 'http://127.0.0.1:4000';

describeInBrowser('the app of docs/frontend.md, from a development server of its own', () => {
  let gateway: GatewayOverProxies;
  let browser: OpenBrowser;
  let folder: string;
  let server: RunningProcess;
  let address: string;
  let page: Page;

  beforeAll(async () => {
    gateway = await gatewayOverProxies();
    // Below the repository, for its packages.
    folder = mkdtempSync(join(projectRoot, 'dist/frontend-'));
    await writeApp(folder, gateway.url);
    browser = await openBrowser();
    page = await browser.newPage(1280);
    server = run(join(projectRoot, 'node_modules/vite/bin/vite.js'), {
      args: ['--host', '127.0.0.1', '--port', '0'],
      cwd: folder,
      env: { NO_COLOR: '1' },
    });
    address = (await server.prints(/http:\/\/127\.0\.0\.1:\d+/))[0];
  });

  afterAll(async () => {
    await browser.close();
    server.child.kill('SIGKILL');
    await server.ended();
    rmSync(folder, { recursive: true });
    await gateway.stop();
  });

  test.each(['apollo', 'urql'])('shows the pairing by %s, and what is missing from it', async (client) => {
    await page.goto(`${address}/${client}.html`);
    const main = page.locator('main');
    await main.getByText('65.94 million yuan').waitFor();
    expect((await main.innerText()).split(/\n+/)).toEqual([
      'Zhangjiagang City helps Yanhe Tujia Autonomous County',
      'Since March 2017',
      'Fiscal funds',
      '65.94 million yuan',
      'People placed in jobs',
      '103 persons',
      'Start-up leaders trained',
      'Suzhou-Tongren class for start-up leaders of poor villages: 186 persons',
    ]);
    gateway.proxy('labour').fault = (_request, response) => response.writeHead(500).end();
    await page.reload();
    await main.getByText('Not available now.').waitFor();
    expect(await main.innerText()).toContain('65.94 million yuan');
    gateway.proxy('labour').fault = null;
    gateway.proxy('pairings').fault = (_request, response) => response.writeHead(500).end();
    await page.reload();
    await page.getByText('The pairing is not available now.').waitFor();
    gateway.proxy('pairings').fault = null;
  });

  test('reads the headers and the refusals of the gateway, by any request that a client sends', async () => {
    const sent = {
      'content-type': 'application/json',
      traceparent: '00-00000000000000000000000000000001-0000000000000001-01',
      'x-request-id': 'mine',
    };
    const read = async (path: string, init: object, names: readonly string[]): Promise<unknown> =>
      page.evaluate(
        async ([url, options, wanted]) => {
          const { status, headers } = await fetch(url, options);
          return [status, ...wanted.map((name) => headers.get(name))];
        },
        [gateway.url + path, init, names] as const,
      );
    const body = JSON.stringify({ query: '{ __typename }' });
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } });
    const get = { headers: { 'apollo-require-preflight': 'true' } };
    expect(await read('/graphql', { method: 'POST', headers: sent, body }, ['x-request-id', 'x-complete'])).toEqual([
      200,
      'mine',
      'true',
    ]);
    expect(
      await read(`/graphql?${new URLSearchParams({ query: '{ __typename }' }).toString()}`, get, ['etag']),
    ).toEqual([200, expect.stringMatching(/"/)]);
    expect(await read(`/graphql?${new URLSearchParams({ extensions }).toString()}`, get, [])).toEqual([200]);
    expect(await read('/graphql', { method: 'POST', headers: sent, body: '{' }, [])).toEqual([400]);
    expect(await read('/q/find?text=x', {}, ['x-complete'])).toEqual([200, 'true']);
  });

  test('asks through the development server too', async () => {
    const answer: unknown = await page.evaluate(async () => {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ __typename }"}',
      });
      return response.json();
    });
    expect(answer).toMatchObject({ data: { __typename: 'Query' } });
  });
});

/** Writes the files of docs/frontend.md, an entry for each client, and the types of their queries. */
async function writeApp(folder: string, gateway: string): Promise<void> {
  const guide = readFileSync(join(projectRoot, 'docs/frontend.md'), 'utf8').replaceAll(documented, gateway);
  const files = Array.from(guide.matchAll(/```tsx?\n\/\/ (\S+)\n(.*?)```/gs), ([, name = '', text = '']) => ({
    name,
    text,
  }));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const { name, text } of files) {
    write(name, text);
  }
  const main = files.find(({ name }) => name === 'src/main.tsx')?.text ?? '';
  for (const client of ['apollo', 'urql']) {
    write(`src/${client}-main.tsx`, main.replace("'./apollo'", `'./${client}'`));
    write(
      `${client}.html`,
      `<!doctype html><link rel="icon" href="data:," /><div id="root"></div><script type="module" src="/src/${client}-main.tsx"></script>`,
    );
  }
  // What Vite makes of the packages is kept beside it.
  write('package.json', '{ "type": "module" }');
  write('tsconfig.json', '{ "compilerOptions": { "jsx": "react-jsx" } }');
  const operations = files.flatMap(({ name, text }) =>
    Array.from(text.matchAll(/graphql\(`([^`]*)`/g), ([, operation = '']) => ({ location: name, text: operation })),
  );
  await writeClientTypes(
    {
      folder: join(folder, 'src/graphql/'),
      config: {},
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'getFragmentData' } },
    },
    operations,
  );
}
