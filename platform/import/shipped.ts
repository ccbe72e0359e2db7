import { join } from 'node:path';

import { projectRoot } from '../config.js';
import { importFolder, type ImportResult } from './import-folder.js';
import type { ImportTarget } from './target.js';

/** The folders of the data sets that ship; later ones refer to earlier ones. */
const shippedFolders: readonly string[] = ['register', 'articles'].map((name) => join(projectRoot, 'data', name));

/** Loads the data sets that ship. */
export async function importShipped(targets: readonly ImportTarget[]): Promise<readonly ImportResult[]> {
  const results: ImportResult[] = [];
  for (const folder of shippedFolders) {
    results.push(await importFolder(targets, folder));
  }
  return results;
}
