import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Shorter files fit into a packet as they are. */
const leastBytes = 1024;

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** Writes each file of a folder, which it compresses as far as can be, beside itself as .br and .gz. */
export async function compressFiles(folder: string): Promise<void> {
  const files = globSync('**/*.{js,css,ttf,svg,json}', { cwd: folder }).map((file) => join(folder, file));
  await Promise.all(
    files.map(async (file) => {
      const bytes = readFileSync(file);
      if (bytes.length >= leastBytes) {
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        writeFileSync(`${file}.br`, await asBrotli(bytes, { params }));
        writeFileSync(`${file}.gz`, await asGzip(bytes, { level: constants.Z_BEST_COMPRESSION }));
      }
    }),
  );
}
