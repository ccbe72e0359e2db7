import { existsSync } from 'node:fs';

import type { Database } from '../database.js';
import { UserError } from '../errors.js';
import { interruptedImports } from './dataset.js';
import { importFolder } from './import-folder.js';
import type { ImportTarget } from './target.js';

/**
 * Repeats the imports that ended between the commits of two subgraphs, from the folders they were read from. Gives a
 * message for each that cannot be finished.
 */
export async function resumeImports(targets: readonly ImportTarget[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const [dataset, folder] of await interruptedImports(targets.map(({ database }) => database))) {
    try {
      if (!existsSync(folder)) {
        throw new UserError(`The folder ${folder} is gone.`);
      }
      await importFolder(targets, folder);
    } catch (error) {
      if (!(error instanceof UserError)) {
        throw error;
      }
      problems.push(`The import of the data set ${dataset} was interrupted and cannot be finished. ${error.message}`);
    }
  }
  return problems;
}

/** A message for each data set that is in some of the databases only. */
export async function incompleteImports(databases: readonly Database[]): Promise<readonly string[]> {
  return Array.from(
    (await interruptedImports(databases)).keys(),
    (dataset) =>
      `The data set ${dataset} is in some parts of the graph only: its import was interrupted. Import it again: npm run import -- <folder>`,
  );
}
