import { createFileSource } from './file-source.js';
import { createUrlSource } from './url-source.js';

/** Where a supergraph comes from. */
export interface SupergraphSource {
  /** As people know it: a path, or an address without its password. */
  readonly name: string;
  /** Milliseconds from one look at it to the next. */
  readonly interval: number;
  /** Milliseconds that a start goes on trying to read it. */
  readonly patience: number;
  /** The text; null while it is what was read last, or is being written. Throws why it cannot be read. */
  read(): Promise<string | null>;
}

/** The source that a path or an http(s) address names. */
export function sourceOf(pathOrUrl: string): SupergraphSource {
  return /^https?:\/\//i.test(pathOrUrl) ? createUrlSource(pathOrUrl) : createFileSource(pathOrUrl);
}
