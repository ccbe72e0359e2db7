import { existsSync } from 'node:fs';

import type { Database } from '../database.js';
import { UserError } from '../errors.js';
import { interruptedImports } from './dataset.js';
import { importFolder, type Importing } from './import-folder.js';

/**
 * Finishes imports that ended between the commits of two subgraphs, from the folders they were read from. Gives, for
 * people, why one cannot be finished so.
 */
export async function resumeImports(targets: readonly Importing[]): Promise<readonly string[]> {
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

/** The data sets that are in some of the databases only, as problems for people; none when all are whole. */
export async function incompleteImports(databases: readonly Database[]): Promise<readonly string[]> {
  return Array.from(
    (await interruptedImports(databases)).keys(),
    (dataset) =>
      `The data set ${dataset} is in some parts of the graph only: its import was interrupted. Import it again: npm run import -- <folder>`,
  );
}
