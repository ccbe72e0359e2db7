import { join } from 'node:path';

import type { DatabaseTarget } from '../../../platform/database.js';
import { openVersionReader } from '../../../platform/postgres/version-reader.js';
import { SqliteVersionReader } from '../../../platform/sqlite-version-reader.js';
import type { VersionReader } from '../../../platform/version-reader.js';
import type { VersionOf } from '../../request/data-versions.js';

/** Reads the current data versions of subgraphs from their databases, in this thread. */
export function storedVersions(target: DatabaseTarget): {
  readonly versionOf: VersionOf;
  readonly close: () => Promise<void>;
} {
  const readers = new Map<string, Promise<VersionReader>>();
  const readerOf = (name: string): Promise<VersionReader> => {
    let reader = readers.get(name);
    if (!reader) {
      reader = openReader(target, name);
      readers.set(name, reader);
      reader.catch(() => readers.delete(name));
    }
    return reader;
  };
  return {
    versionOf: async (name) => (await readerOf(name)).read(null),
    close: async () => {
      // One that was not opened has nothing to close.
      await Promise.allSettled(Array.from(readers.values(), async (reader) => (await reader).close()));
    },
  };
}

async function openReader(target: DatabaseTarget, name: string): Promise<VersionReader> {
  return target.engine === 'sqlite'
    ? new SqliteVersionReader(join(target.folder, `${name}.sqlite`))
    : openVersionReader(target.url, name);
}
