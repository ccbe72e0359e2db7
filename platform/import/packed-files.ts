import type { Files, FolderEntry } from './folder-entries.js';

/** What is before the bytes of files that are sent: one line of JSON. */
interface Head {
  readonly path: string;
  readonly folder?: string | null;
  readonly entries: readonly {
    readonly file: string;
    /** How many bytes it has; null where it has none, and `problem` says why. */
    readonly size: number | null;
    readonly problem?: FolderEntry['problem'];
  }[];
}

/** Files as bytes that `unpackFiles` reads: a line of JSON, and after it the bytes of all. */
export function packFiles({ path, folder, entries }: Files): Buffer {
  const head: Head = {
    path,
    folder,
    entries: entries.map(({ file, bytes, problem }) => ({ file, size: bytes?.length ?? null, problem })),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...entries.map(({ bytes }) => bytes ?? Buffer.of())]);
}

/** The files that were packed; null for other bytes. */
export function unpackFiles(packed: Uint8Array): Files | null {
  const end = packed.indexOf(newline);
  const head = end < 0 ? null : headIn(packed.subarray(0, end));
  if (head === null) {
    return null;
  }
  let start = end + 1;
  const entries = head.entries.map(({ file, size, problem = null }): FolderEntry => {
    const bytes = packed.subarray(start, start + (size ?? 0));
    start += size ?? 0;
    return size === null ? { file, bytes: null, problem: problem ?? unreadable } : { file, bytes, problem: null };
  });
  return start === packed.length ? { path: head.path, folder: head.folder ?? null, entries } : null;
}

const newline = 10;
const unreadable = { found: '', expected: '' };

function headIn(bytes: Uint8Array): Head | null {
  try {
    const head = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Head> | null;
    const isHead =
      typeof head?.path === 'string' &&
      ['string', 'undefined'].includes(typeof (head.folder ?? undefined)) &&
      Array.isArray(head.entries) &&
      head.entries.every(
        (each: { file?: unknown; size?: unknown } | null) =>
          typeof each?.file === 'string' &&
          (each.size === null || (Number.isSafeInteger(each.size) && Number(each.size) >= 0)),
      );
    return isHead ? (head as Head) : null;
  } catch {
    return null;
  }
}
