import { join } from 'node:path';

import { projectRoot } from '../config.js';
import { importFolder, type Importing, type ImportResult } from './import-folder.js';

/** The folders of the data sets that ship. The later ones refer to the earlier. */
const shippedFolders: readonly string[] = ['register', 'articles'].map((name) => join(projectRoot, 'data', name));

/** Loads the data sets that ship. */
export async function importShipped(targets: readonly Importing[]): Promise<readonly ImportResult[]> {
  const results: ImportResult[] = [];
  for (const folder of shippedFolders) {
    results.push(await importFolder(targets, folder));
  }
  return results;
}
