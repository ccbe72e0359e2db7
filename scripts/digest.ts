import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectRoot } from '../platform/config.js';

/** What has been built from files. */
export interface Built {
  /** The file beside it that has the digest of the files it was built from. */
  readonly digestFile: string;
  /** Patterns of files, relative to the project. */
  readonly files: readonly string[];
  readonly exclude?: readonly string[];
}

/** The digest of the files to build from, and whether something has been built from just these. */
export function digestOf({ digestFile, files, exclude = [] }: Built): {
  readonly digest: string;
  readonly isCurrent: boolean;
} {
  const hash = createHash('sha256');
  for (const file of globSync([...files], { cwd: projectRoot, exclude: [...exclude] }).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(projectRoot, file)))
      .update('\0');
  }
  const digest = hash.digest('hex');
  return { digest, isCurrent: existsSync(digestFile) && readFileSync(digestFile, 'utf8') === digest };
}
