import { importFolder, type ImportResult } from './import-folder.js';
import { shippedFolders } from './shipped-folders.js';
import type { ImportTarget } from './target.js';

/** Loads the data sets that ship. */
export async function importShipped(targets: readonly ImportTarget[]): Promise<readonly ImportResult[]> {
  const results: ImportResult[] = [];
  for (const folder of shippedFolders.values()) {
    results.push(await importFolder(targets, folder));
  }
  return results;
}
