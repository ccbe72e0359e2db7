import { join } from 'node:path';

import { SqliteVersionReader } from '../../../platform/sqlite-version-reader.js';
import type { VersionOf } from '../../request/data-versions.js';

/** The current data versions of the subgraphs whose databases are in a folder. */
export function versionsInFolder(folder: string): { readonly versionOf: VersionOf; readonly close: () => void } {
  const readers = new Map<string, SqliteVersionReader>();
  return {
    versionOf: (name) => {
      let reader = readers.get(name);
      if (!reader) {
        reader = new SqliteVersionReader(join(folder, `${name}.sqlite`));
        readers.set(name, reader);
      }
      return reader.read();
    },
    close: () => {
      for (const reader of readers.values()) {
        reader.close();
      }
    },
  };
}
