import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { inChinese, inEnglish, say } from './import/message.js';
import { SaidError } from './import/said-error.js';

/**
 * Locks a data folder for this process. The operating system releases the lock when the process ends in any way.
 * Throws a `UserError` when another process has the lock.
 */
export function lockFolder(folder: string): { readonly release: () => void } {
  mkdirSync(folder, { recursive: true });
  const ownerFile = join(folder, 'process');
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'));
  try {
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    const [, id] = /^process (\d+)/.exec(readFileSync(ownerFile, { encoding: 'utf8', flag: 'a+' })) ?? [];
    const by = id === undefined ? say('another process', '另一个进程') : say(`process ${id}`, `进程 ${id}`);
    throw new SaidError(
      say(
        `The data folder ${folder} is in use by ${inEnglish(by)}. Stop it first, or set DATA_DIR to another folder.`,
        `数据文件夹 ${folder} 正由${inChinese(by)}使用。请先停止它，或把 DATA_DIR 设为别的文件夹。`,
      ),
    );
  }
  writeFileSync(ownerFile, `process ${process.pid}`);
  return {
    release: () => {
      lock.close();
    },
  };
}
