import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startEmbedded } from '../gateway/embedded.js';
import { runCommand } from '../platform/command.js';
import { projectRoot, readConfig } from '../platform/config.js';
import { openBrowser } from './browser.js';

const help = `npm run screenshots
  Starts the graph with the data sets that ship, and takes pictures of its pages for README. It needs Chromium.
  --into <folder> (docs/images)`;

/** What is shown, and what is there when it is drawn. */
const pictures = [
  { file: 'start.png', path: '/', drawn: 'main svg' },
  { file: 'pairing.png', path: '/pairings/zhangjiagang-yanhe', drawn: 'main table' },
  { file: 'explorer.png', path: '/graphql', drawn: '.graphiql-query-editor .view-line' },
] as const;

runCommand(help, async () => {
  const { into } = parseArgs({
    options: { into: { type: 'string', default: join(projectRoot, 'docs/images') } },
  }).values;
  mkdirSync(into, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'jiedui-pictures-'));
  const server = await startEmbedded({ ...readConfig(), dataDir, databaseUrl: null, port: 0, logLevel: 'error' });
  const browser = await openBrowser();
  for (const { file, path, drawn } of pictures) {
    const page = await browser.newPage(1280);
    await page.goto(server.url + path);
    await page.locator(drawn).first().waitFor();
    if (path === '/graphql') {
      await page.getByRole('button', { name: /Execute/ }).click();
      await page.locator('.result-window .view-line').nth(5).waitFor();
    }
    await page.screenshot({ path: join(into, file) });
    console.log(`Took ${join(into, file)}.`);
  }
  await browser.close();
  await server.stop();
  rmSync(dataDir, { recursive: true });
});
