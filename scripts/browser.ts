import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { chromium, type Page } from 'playwright-core';

import { readConfig } from '../platform/config.js';
import { UserError } from '../platform/errors.js';

/** A browser that can reach only this machine. */
export interface OpenBrowser {
  /** A blank page in a new browser context. */
  readonly newPage: (width: number) => Promise<Page>;
  /** Errors in the consoles of all pages, with violations of the content security policy. */
  readonly consoleErrors: readonly string[];
  /** Blocked requests of pages to other hosts. */
  readonly outsideRequests: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts Chromium. Throws a `UserError` where it is not installed. */
export async function openBrowser(): Promise<OpenBrowser> {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new UserError('Chromium is not installed on this machine.');
  }
  const disabled = ['background-networking', 'component-update', 'sync', 'gpu'].map(
    (feature) => `--disable-${feature}`,
  );
  const browser = await chromium.launch({ executablePath, args: [...disabled, '--no-first-run'] });
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

/** Path of Chromium; null where it is not installed. */
export function findChromium(): string | null {
  const programs = [...readConfig().searchPath.split(delimiter), '/usr/bin'].flatMap((folder) =>
    ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)),
  );
  return programs.find((program) => existsSync(program)) ?? null;
}
