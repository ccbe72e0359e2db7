import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';

import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

import { say, type Message } from '../message.js';

/** A file that is no archive as it should be, or is too large. */
export class ArchiveProblem extends Error {
  constructor(
    readonly found: Message,
    readonly expected: Message,
  ) {
    super('A file cannot be unpacked.');
  }
}

/** The most entries of an archive, and the most bytes that they may be unpacked to, all together. */
const [mostEntries, mostUnpacked] = [2000, 128 * 2 ** 20];

const noArchive = (): ArchiveProblem =>
  new ArchiveProblem(
    say('a file that cannot be unpacked', '无法解压的文件'),
    say('a workbook or a zip file that opens in a spreadsheet program', '电子表格软件能打开的工作簿，或 zip 文件'),
  );

const tooLarge = (): ArchiveProblem =>
  new ArchiveProblem(
    say(`more than ${mostUnpacked / 2 ** 20} MB when unpacked`, `解压后超过 ${mostUnpacked / 2 ** 20} MB`),
    say('a smaller file: split it into several data sets', '小一些的文件：分成几个数据集'),
  );

/** The files of a zip archive in memory. What is unpacked is counted: a small archive may be a very large file. */
export class Archive {
  private unpacked = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Opens an archive. Throws `ArchiveProblem`. */
  static async open(bytes: Uint8Array): Promise<Archive> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      fromBuffer(Buffer.from(bytes), { lazyEntries: true, decodeStrings: false }, (error, opened) => {
        if (error) {
          reject(noArchive());
        } else {
          resolve(opened);
        }
      });
    });
    if (zip.entryCount > mostEntries) {
      throw tooLarge();
    }
    const entries = new Map<string, Entry>();
    await new Promise<void>((resolve, reject) => {
      zip.on('entry', (entry: Entry) => {
        entries.set(nameOf(entry), entry);
        zip.readEntry();
      });
      zip.on('end', resolve);
      zip.on('error', () => {
        reject(noArchive());
      });
      zip.readEntry();
    });
    return new Archive(zip, entries);
  }

  get names(): readonly string[] {
    return [...this.entries.keys()].filter((name) => !name.endsWith('/'));
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The bytes of a file, all at once. Throws `ArchiveProblem`. */
  async readAll(name: string): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.read(name)) {
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  }

  /** The bytes of a file, piece by piece; none of a file that is not there. Throws `ArchiveProblem`. */
  async *read(name: string): AsyncIterable<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) {
      return;
    }
    const stream = await new Promise<Readable>((resolve, reject) => {
      this.zip.openReadStream(entry, (error, opened) => {
        if (error) {
          reject(noArchive());
        } else {
          resolve(opened);
        }
      });
    });
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        this.unpacked += piece.length;
        if (this.unpacked > mostUnpacked) {
          throw tooLarge();
        }
        yield piece;
      }
    } catch (error) {
      throw error instanceof ArchiveProblem ? error : noArchive();
    }
  }
}

/** The name of an entry, with slashes: in UTF-8, or as Windows in Chinese writes names without saying so. */
function nameOf(entry: Entry): string {
  const bytes = entry.fileName as unknown as Buffer;
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes).replaceAll('\\', '/');
}
