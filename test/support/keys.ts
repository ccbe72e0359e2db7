import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createKey, writeKeys } from '../../platform/keys/key-file.js';

/** A key file with a key for each list of roles. */
export interface TestKeys {
  readonly path: string;
  /** The keys, in the order of their roles. */
  readonly secrets: readonly string[];
  readonly remove: () => void;
}

/** Makes a key file. The keys are named for their roles; `expires` is the same for all. */
export function makeKeys(roles: readonly (readonly string[])[], expires: string | null = null): TestKeys {
  const folder = mkdtempSync(join(tmpdir(), 'jiedui-keys-'));
  const path = join(folder, 'keys.json');
  const made = roles.map((each) => createKey({ name: `key of ${each.join(' and ')}`, roles: each, expires }));
  writeKeys(
    path,
    made.map(({ key }) => key),
  );
  return {
    path,
    secrets: made.map(({ secret }) => secret),
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}

/** The header that sends a key; none without one. */
export const withKey = (secret: string | null): Readonly<Record<string, string>> =>
  secret === null ? {} : { authorization: `Bearer ${secret}` };
