import { readFile, stat } from 'node:fs/promises';

import { UserError } from '../../platform/errors.js';
import { sizeLimit, tooLarge, type SupergraphSource } from './supergraph-source.js';

/**
 * A file, polled by its path, so it may be renamed into place, be the target of a link that changes, or be written in
 * place. A changed file is read at the first poll that finds it unchanged since the one before.
 */
export function createFileSource(path: string): SupergraphSource {
  let seen: string | undefined;
  let lastRead: string | undefined;
  return {
    name: path,
    interval: 1_000,
    startTimeout: 0,
    read: async () => {
      try {
        const { state, size } = await stateOf(path);
        const isStable = seen === undefined || seen === state;
        seen = state;
        if (state === lastRead || !isStable) {
          return null;
        }
        if (size > sizeLimit) {
          throw tooLarge();
        }
        const text = await readFile(path, 'utf8');
        if ((await stateOf(path)).state !== state) {
          return null;
        }
        lastRead = state;
        return text;
      } catch (error) {
        throw error instanceof UserError ? error : unreadable(error as NodeJS.ErrnoException);
      }
    },
  };
}

async function stateOf(path: string): Promise<{ readonly state: string; readonly size: bigint }> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
  return { state: [dev, ino, size, mtimeNs, ctimeNs].join(), size };
}

function unreadable({ code, message }: NodeJS.ErrnoException): UserError {
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'There is no such file.',
    EACCES: 'The file may not be read by this process.',
    EISDIR: 'It is a folder.',
  };
  return new UserError(known[code ?? ''] ?? `The file cannot be read: ${code ?? message}.`);
}
