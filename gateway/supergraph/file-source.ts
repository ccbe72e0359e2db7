import { readFile, stat } from 'node:fs/promises';

import { SupergraphFault } from './fault.js';
import { sizeLimit, tooLarge } from './limit.js';
import type { SupergraphSource } from './source.js';

/**
 * A file, watched by asking what the path leads to: so it may be renamed into place, be behind links that are turned, or
 * be written in place. What has changed since the last look is read at the next, when it has come to rest.
 */
export function createFileSource(path: string): SupergraphSource {
  let seen: string | undefined;
  let taken: string | undefined;
  return {
    name: path,
    interval: 1_000,
    patience: 0,
    read: async () => {
      try {
        const { state, size } = await look(path);
        const isAtRest = seen === undefined || seen === state;
        seen = state;
        if (state === taken || !isAtRest) {
          return null;
        }
        if (size > sizeLimit) {
          throw tooLarge();
        }
        const text = await readFile(path, 'utf8');
        if ((await look(path)).state !== state) {
          return null;
        }
        taken = state;
        return text;
      } catch (error) {
        throw error instanceof SupergraphFault ? error : unreadable(error as NodeJS.ErrnoException);
      }
    },
  };
}

async function look(path: string): Promise<{ readonly state: string; readonly size: bigint }> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
  return { state: [dev, ino, size, mtimeNs, ctimeNs].join(), size };
}

function unreadable({ code, message }: NodeJS.ErrnoException): SupergraphFault {
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'There is no such file.',
    EACCES: 'The file may not be read by this process.',
    EISDIR: 'It is a folder.',
  };
  return new SupergraphFault(known[code ?? ''] ?? `The file cannot be read: ${code ?? message}.`);
}
