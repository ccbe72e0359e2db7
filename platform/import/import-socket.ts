import { join, relative } from 'node:path';

/** The socket in a data folder at which a running server takes jobs of the importer; null where its path is too long. */
export function importSocket(folder: string): string | null {
  const path = join(folder, 'import.sock');
  // The kernel takes 107 bytes.
  return [path, relative(process.cwd(), path)].find((each) => Buffer.byteLength(each) <= 100) ?? null;
}
