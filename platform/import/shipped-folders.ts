import { realpathSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../config.js';

/** The folders of the data sets that ship, by their ids; later ones refer to earlier ones. */
export const shippedFolders: ReadonlyMap<string, string> = new Map(
  ['register', 'articles', 'rounds'].map((id) => [id, join(projectRoot, 'data', id)]),
);

/** Whether a folder is one of those that ship; what is in no folder is none. */
export function isShipped(folder: string | null): boolean {
  if (folder === null) {
    return false;
  }
  const path = realpathSync(folder);
  return [...shippedFolders.values()].some((shipped) => realpathSync(shipped) === path);
}
