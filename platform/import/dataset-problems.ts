import { datasetTable, interruptedImports, storedDatasets } from './dataset.js';
import { found, type Problem } from './problem.js';
import { isShipped, shippedFolders } from './shipped-folders.js';
import type { ImportTarget } from './target.js';

/** Why a folder may not be loaded as the data set that it names. */
export async function datasetProblems(
  targets: readonly ImportTarget[],
  folder: string,
  id: string,
): Promise<Problem[]> {
  if (isShipped(folder)) {
    return [];
  }
  const databases = targets.map(({ database }) => database);
  const others = (await storedDatasets(databases)).filter((other) => other !== id);
  const alike = [...shippedFolders.keys(), ...others].find((other) => other.toLowerCase() === id.toLowerCase());
  if (alike !== undefined) {
    const what = shippedFolders.has(alike)
      ? `the id of a data set that ships, ${found(alike)}`
      : `but for capitals the id of the data set ${found(alike)}`;
    return [problemOf(`${found(id)}, which is ${what}`, 'an id that no other data set has')];
  }
  const interrupted = await interruptedImports(databases);
  const [first] = interrupted.keys();
  return first === undefined || interrupted.has(id)
    ? []
    : [
        problemOf(
          `another data set, ${found(first)}, in some parts of the graph only: its import was interrupted`,
          `that one imported again first, from ${interrupted.get(first)}, or removed with --remove ${first}`,
        ),
      ];
}

const problemOf = (what: string, expected: string): Problem => ({
  file: datasetTable.file,
  line: null,
  column: 'id',
  found: what,
  expected,
});
