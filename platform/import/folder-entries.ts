import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

import { say, type Message } from './message.js';
import type { Problem } from './problem.js';
import { SaidError } from './said-error.js';

/** A file of a folder: its bytes, or why it has none. */
export type FolderEntry =
  | { readonly file: string; readonly bytes: Uint8Array; readonly problem: null }
  | { readonly file: string; readonly bytes: null; readonly problem: Pick<Problem, 'found' | 'expected'> };

/** Files that a folder may have besides its tables. */
const otherFiles = /^(?:\.|~\$|readme|licen[cs]e|notice)|^(?:thumbs\.db|desktop\.ini|__macosx)$|\.(?:md|txt)$/i;

/** The files that a data set is read from: those of a folder, or one workbook or zip archive. */
export interface Files {
  /** What the user calls them; for messages. */
  readonly path: string;
  /** Where they can be read again; null where they cannot, since they were uploaded or kept. */
  readonly folder: string | null;
  readonly entries: readonly FolderEntry[];
}

/** Whether a file is a workbook by its name. */
export const isWorkbook = (file: string): boolean => /\.xls[xmb]?$/i.test(file);

/** Whether a file is an archive of tables, or of a workbook, by its name. */
export const isArchive = (file: string): boolean => /\.zip$/i.test(file);

const isSingle = (file: string): boolean => isWorkbook(file) || isArchive(file);

/** Whether a file may be there besides tables: no data. */
export const isOtherFile = (file: string): boolean => otherFiles.test(file);

/** The files of a folder, by name, without those that are no data; or a workbook or archive. */
export function filesAt(path: string): Files {
  const folder = resolve(path);
  if (isSingle(path) && statSync(path, { throwIfNoEntry: false })?.isFile()) {
    return { path, folder, entries: [entry(dirname(path), basename(path))] };
  }
  const entries = namesIn(path)
    .filter((name) => !isOtherFile(name))
    .sort()
    .map((file) => entry(path, file));
  return { path, folder, entries };
}

/** SHA-256 of files, their names included; of a workbook alone, of what is in it. */
export function contentOf({ entries }: Pick<Files, 'entries'>): string {
  const hash = createHash('sha256');
  for (const { file, bytes } of entries) {
    if (entries.length > 1 || !isSingle(file)) {
      hash.update(`${file}\0`);
    }
    hash.update(bytes ?? '').update('\0');
  }
  return hash.digest('hex');
}

function namesIn(folder: string): readonly string[] {
  try {
    if (!statSync(folder).isDirectory()) {
      throw new SaidError(
        say(
          `${folder} is not a folder. Name the folder that holds the CSV tables, a workbook (.xlsx) or a zip file.`,
          `${folder} 不是文件夹。请写存有 CSV 表的文件夹、工作簿（.xlsx）或 zip 文件。`,
        ),
      );
    }
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof SaidError) {
      throw error;
    }
    const { message } = error as Error;
    throw new SaidError(
      isMissing(error)
        ? say(
            `There is no folder ${folder}. Name the folder that holds the CSV tables, a workbook (.xlsx) or a zip file.`,
            `没有文件夹 ${folder}。请写存有 CSV 表的文件夹、工作簿（.xlsx）或 zip 文件。`,
          )
        : say(
            `The folder ${folder} cannot be read: ${message}. Name a folder that you may read.`,
            `无法读取文件夹 ${folder}：${message}。请写有权读取的文件夹。`,
          ),
      { cause: error },
    );
  }
}

function entry(folder: string, file: string): FolderEntry {
  const path = join(folder, file);
  const without = (found: Message, expected: Message): FolderEntry => ({
    file,
    bytes: null,
    problem: { found, expected },
  });
  try {
    const stats = statSync(path);
    // To read a pipe would be to wait for who writes it.
    return stats.isFile()
      ? { file, bytes: readFileSync(path), problem: null }
      : without(kindOf(stats), say('a file with the table, or nothing of this name', '存有表的文件，或没有这个名字'));
  } catch (error) {
    return isMissing(error) && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
      ? without(
          say('a link to a file that is not there', '指向不存在的文件的链接'),
          say('a link to a file, or the file itself', '指向文件的链接，或文件本身'),
        )
      : without(
          say(
            `a file that cannot be read (${(error as Error).message})`,
            `无法读取的文件（${(error as Error).message}）`,
          ),
          say('a file that you may read', '有权读取的文件'),
        );
  }
}

function kindOf(stats: Stats): Message {
  if (stats.isDirectory()) {
    return say('a folder', '文件夹');
  }
  return stats.isFIFO()
    ? say('a pipe', '管道')
    : stats.isSocket()
      ? say('a socket', '套接字')
      : say('a device', '设备');
}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && ['ENOENT', 'ELOOP'].includes(String(error.code));
