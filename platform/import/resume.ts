import { existsSync } from 'node:fs';

import { interruptedImports } from './dataset.js';
import { importFolder, type Importing } from './import-folder.js';

/**
 * Finishes imports that ended between the commits of two subgraphs, from the folders they were read from. What cannot
 * be finished so is returned as a problem for people: until it is, the data set is in some subgraphs only.
 */
export async function resumeImports(targets: readonly Importing[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const [dataset, folder] of await interruptedImports(targets.map(({ database }) => database))) {
    if (existsSync(folder)) {
      await importFolder(targets, folder);
    } else {
      problems.push(
        `The import of the data set ${dataset} was interrupted, and its folder is gone. Import it again: npm run import -- <folder>`,
      );
    }
  }
  return problems;
}
