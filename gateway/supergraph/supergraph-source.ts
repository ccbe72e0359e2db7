import { UserError } from '../../platform/errors.js';

/** Where a supergraph comes from. */
export interface SupergraphSource {
  /** For people: a path, or an address without its password. */
  readonly name: string;
  /** Milliseconds between two reads. */
  readonly interval: number;
  /** Milliseconds for which a start retries to read it. */
  readonly startTimeout: number;
  /**
   * Its text; null while that is unchanged since the last read, or is being written. Throws a `UserError` that says why it
   * cannot be read, without naming the place: people far from the server may read it.
   */
  read(): Promise<string | null>;
}

/** Bytes that a supergraph may have: some forty times the size of the one that ships. */
export const sizeLimit = 10 * 2 ** 20;

/** The error of a supergraph that exceeds `sizeLimit`. */
export function tooLarge(): UserError {
  return new UserError(`It has more than ${sizeLimit} bytes.`);
}
