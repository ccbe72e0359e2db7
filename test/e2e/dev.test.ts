import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { projectRoot } from '../../platform/config.js';
import { readNamedQueries } from '../../platform/named-queries.js';
import { ask } from '../support/client.js';
import { shippedFolder } from '../support/data-folder.js';
import { run } from '../support/process.js';

const page = readNamedQueries('.').find(({ name }) => name === 'pairing-page');

test('npm run dev serves the graph from five processes, and restarts what changes', async () => {
  const dataDir = shippedFolder();
  const dev = run('scripts/dev.js', { env: { DATA_DIR: dataDir } });
  try {
    const [, url = ''] = await dev.prints(/\[gateway\] The graph is at (\S+)\/graphql/);
    for (const name of ['pairings', 'finance', 'labour', 'training']) {
      await dev.prints(new RegExp(`\\[${name}\\] ${name} is at `));
    }
    expect(await ask(url, page?.query ?? '', page?.variables)).toEqual({ data: page?.answer });
    const now = new Date();
    utimesSync(join(projectRoot, 'dist/subgraphs/labour/subgraph.js'), now, now);
    await dev.prints(/\[labour\] labour is at [^]*\[labour\] labour is at /);
  } finally {
    dev.child.kill('SIGINT');
    await dev.ended();
    rmSync(dataDir, { recursive: true });
  }
});
