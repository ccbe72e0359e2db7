import { versionColumn, versionOf, type VersionReader } from '../version-reader.js';
import { clientOptions } from './client-options.js';
import { parseConnectionUrl } from './connection-url.js';
import { PostgresReads, type Statement } from './reads.js';

/** Reads on connections that other statements do not take. */
export class PostgresVersionReader implements VersionReader {
  private readonly statement: Statement;

  constructor(
    private readonly reads: PostgresReads,
    schema: string,
  ) {
    this.statement = { sql: `select ${versionColumn} from "${schema}".data_version`, parameters: [] };
  }

  async read(signal: AbortSignal | null): Promise<string> {
    return versionOf(await this.reads.version(this.statement, signal));
  }

  close(): Promise<void> {
    // The pool is closed by its owner.
    return Promise.resolve();
  }
}

/** Milliseconds after which the server ends a read of the data version by itself. */
const statementTimeout = 1_000;

/** A reader with connections of its own, to a database whose URL has been used already. */
export async function openVersionReader(url: string, schema: string): Promise<VersionReader> {
  const reads = await PostgresReads.open(await clientOptions(parseConnectionUrl(url)), statementTimeout);
  const reader = new PostgresVersionReader(reads, schema);
  return { read: (signal) => reader.read(signal), close: () => reads.close() };
}
