import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium, type Page } from 'playwright-core';

import { readConfig } from '../../platform/config.js';

/** A headless browser that reaches this machine alone. */
export interface TestBrowser {
  readonly newPage: (width: number) => Promise<Page>;
  /** Errors that pages wrote to the console or did not catch; refusals of the content policy are among them. */
  readonly consoleErrors: string[];
  /** What pages asked of other machines, all of it refused. */
  readonly outsideRequests: string[];
  readonly close: () => Promise<void>;
}

const flags = ['no-sandbox', 'disable-gpu', 'disable-background-networking', 'disable-component-update'];

/** Where Chromium is on this machine; null where it is not. */
export function findBrowser(): string | null {
  const folders = readConfig().searchPath.split(delimiter);
  const places = folders.flatMap((folder) => ['chromium', 'chromium-browser'].map((name) => join(folder, name)));
  return places.find((place) => existsSync(place)) ?? null;
}

/** Starts Chromium. */
export async function openBrowser(): Promise<TestBrowser> {
  const executablePath = findBrowser();
  if (executablePath === null) {
    throw new Error('There is no chromium in the folders of PATH.');
  }
  const browser = await chromium.launch({
    executablePath,
    args: [...flags, 'disable-sync', 'no-first-run'].map((flag) => `--${flag}`),
  });
  const consoleErrors: string[] = [];
  const outsideRequests: string[] = [];
  return {
    newPage: async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 900 }, locale: 'en-GB' });
      page.setDefaultTimeout(15_000);
      await page.route('**/*', async (route) => {
        const url = route.request().url();
        if (new URL(url).hostname === '127.0.0.1') {
          await route.continue();
        } else {
          outsideRequests.push(url);
          await route.abort();
        }
      });
      page.on('console', (message) => {
        if (message.type() === 'error') {
          consoleErrors.push(message.text());
        }
      });
      page.on('pageerror', (error) => consoleErrors.push(error.message));
      return page;
    },
    consoleErrors,
    outsideRequests,
    close: async () => {
      await browser.close();
    },
  };
}
