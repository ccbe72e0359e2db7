import { datasetTable, interruptedImports, storedDatasets } from './dataset.js';
import { say, type Message } from './message.js';
import { found, type Problem } from './problem.js';
import { isShipped, shippedFolders } from './shipped-folders.js';
import type { ImportTarget } from './target.js';

/** Why a folder may not be loaded as the data set that it names. */
export async function datasetProblems(
  targets: readonly ImportTarget[],
  folder: string | null,
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
      ? say(
          `${found(id)}, which is the id of a data set that ships, ${found(alike)}`,
          `${found(id)}，自带的数据集 ${found(alike)} 的编号`,
        )
      : say(
          `${found(id)}, which is but for capitals the id of the data set ${found(alike)}`,
          `${found(id)}，与数据集 ${found(alike)} 的编号只有大小写不同`,
        );
    return [problemOf(what, say('an id that no other data set has', '其他数据集没有的编号'))];
  }
  const interrupted = await interruptedImports(databases);
  const [first] = interrupted.keys();
  const folderOfFirst = interrupted.get(first ?? '') ?? '';
  const from = (word: string): string => folderOfFirst && `${word}${folderOfFirst}`;
  return first === undefined || interrupted.has(id)
    ? []
    : [
        problemOf(
          say(
            `another data set, ${found(first)}, in some parts of the graph only: its import was interrupted`,
            `另一个数据集 ${found(first)} 只有一部分在库里：它的导入中断了`,
          ),
          say(
            `that one imported again first${from(', from ')}, or removed with --remove ${first}`,
            `先${from('从 ')}${from('') && ' '}重新导入它，或用 --remove ${first} 删除`,
          ),
        ),
      ];
}

const problemOf = (what: Message, expected: Message): Problem => ({
  file: datasetTable.file,
  line: null,
  column: 'id',
  found: what,
  expected,
});
