import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium, type Page } from 'playwright-core';

import { readConfig } from '../platform/config.js';
import { UserError } from '../platform/errors.js';

/** A browser on a closed network: only this machine is within reach. */
export interface OpenBrowser {
  /** An empty page of a visitor who was never here. */
  readonly newPage: (width: number) => Promise<Page>;
  /** What all pages complained of, breaches of the content policy among it. */
  readonly consoleErrors: readonly string[];
  /** Addresses outside this machine that pages asked for, in vain. */
  readonly outsideRequests: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts the Chromium of this machine. */
export async function openBrowser(): Promise<OpenBrowser> {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new UserError('Chromium is not on this machine.');
  }
  const quiet = ['background-networking', 'component-update', 'sync', 'gpu'].map((what) => `--disable-${what}`);
  const browser = await chromium.launch({ executablePath, args: [...quiet, '--no-first-run'] });
  const consoleErrors: string[] = [];
  const outsideRequests: string[] = [];
  return {
    consoleErrors,
    outsideRequests,
    newPage: async (width) => {
      const context = await browser.newContext({ viewport: { width, height: 800 } });
      await context.route(
        ({ hostname }) => hostname !== '127.0.0.1',
        async (route) => {
          outsideRequests.push(route.request().url());
          await route.abort();
        },
      );
      const page = await context.newPage();
      page.on('pageerror', ({ message }) => consoleErrors.push(message));
      page.on('console', (message) => {
        if (message.type() === 'error') {
          consoleErrors.push(`${message.text()} ${message.location().url}`);
        }
      });
      return page;
    },
    close: () => browser.close(),
  };
}

/** Where Chromium is on this machine; null where it is not. */
export function findChromium(): string | null {
  const programs = [...readConfig().searchPath.split(delimiter), '/usr/bin'].flatMap((folder) =>
    ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)),
  );
  return programs.find((program) => existsSync(program)) ?? null;
}
