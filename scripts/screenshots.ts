import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startEmbedded } from '../gateway/embedded.js';
import { runCommand } from '../platform/command.js';
import { projectRoot, readConfig } from '../platform/config.js';
import { openBrowser } from './browser.js';

const help = `npm run screenshots
  Takes screenshots of the pages for README, with the data sets that ship. Needs Chromium.
  --into <folder> (docs/images)`;

/** The pages, and the selector that is present once they are rendered. */
const screenshots = [
  { file: 'start.png', path: '/', rendered: 'main svg' },
  { file: 'pairing.png', path: '/pairings/zhangjiagang-yanhe', rendered: 'main table' },
  { file: 'explorer.png', path: '/graphql', rendered: '.graphiql-query-editor .view-line' },
] as const;

runCommand(help, async () => {
  const { into } = parseArgs({
    options: { into: { type: 'string', default: join(projectRoot, 'docs/images') } },
  }).values;
  mkdirSync(into, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'jiedui-screenshots-'));
  const server = await startEmbedded({ ...readConfig(), dataDir, databaseUrl: null, port: 0, logLevel: 'error' });
  const browser = await openBrowser();
  for (const { file, path, rendered } of screenshots) {
    const page = await browser.newPage(1280);
    await page.goto(server.url + path);
    await page.locator(rendered).first().waitFor();
    if (path === '/graphql') {
      await page.getByRole('button', { name: /Execute/ }).click();
      await page.locator('.result-window .view-line').nth(5).waitFor();
    }
    await page.screenshot({ path: join(into, file) });
    console.log(`Wrote ${join(into, file)}.`);
  }
  await browser.close();
  await server.stop();
  rmSync(dataDir, { recursive: true });
});
