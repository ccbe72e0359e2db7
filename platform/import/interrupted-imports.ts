import { existsSync } from 'node:fs';

import type { Database } from '../database.js';
import { UserError } from '../errors.js';
import { interruptedImports } from './dataset.js';
import { filesAt } from './folder-entries.js';
import { importFiles } from './import-folder.js';
import { keptFiles } from './kept-files.js';
import { removeDataset } from './remove-dataset.js';
import type { ImportTarget } from './target.js';

/**
 * Repeats the imports that ended between the commits of two subgraphs, from the folders they were read from. Without a
 * folder, puts the data set back to what is kept. Gives a message for each that cannot be finished.
 */
export async function resumeImports(targets: readonly ImportTarget[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const [dataset, folder] of await interruptedImports(targets.map(({ database }) => database))) {
    try {
      await resume(targets, dataset, folder);
    } catch (error) {
      if (!(error instanceof UserError)) {
        throw error;
      }
      problems.push(`The import of the data set ${dataset} was interrupted and cannot be finished. ${error.message}`);
    }
  }
  return problems;
}

async function resume(targets: readonly ImportTarget[], dataset: string, folder: string): Promise<void> {
  if (existsSync(folder)) {
    await importFiles(targets, filesAt(folder));
    return;
  }
  const { now } = await keptFiles(targets, dataset);
  if (now?.files) {
    await importFiles(targets, now.files);
  } else if (folder === '') {
    // What was uploaded for the first time, and is in some databases only.
    await removeDataset(targets, dataset);
  } else {
    throw new UserError(`The folder ${folder} is gone.`);
  }
}

/** A message for each data set that is in some of the databases only. */
export async function incompleteImports(databases: readonly Database[]): Promise<readonly string[]> {
  return Array.from(
    (await interruptedImports(databases)).keys(),
    (dataset) =>
      `The data set ${dataset} is in some parts of the graph only: its import was interrupted. Import it again: npm run import -- <folder>`,
  );
}
