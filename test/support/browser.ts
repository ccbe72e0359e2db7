import { describe } from '@jest/globals';

import { readConfig } from '../../platform/config.js';
import { findChromium } from '../../scripts/browser.js';

/** Describes what is seen in a browser. It is skipped where there is no Chromium, but not in CI. */
export function describeInBrowser(name: string, behaviour: () => void): void {
  if (findChromium() !== null || readConfig().ci) {
    describe(name, behaviour);
  } else {
    console.warn(`Chromium is not on this machine: "${name}" is skipped.`);
    describe.skip(name, behaviour);
  }
}
