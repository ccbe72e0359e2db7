/** Reads the committed data version; throws where the database does not answer in time or has no tables. */
export interface VersionReader {
  /** With the signal of a request, has as long as that; else a second. */
  read(signal: AbortSignal | null): Promise<string>;
  close(): Promise<void>;
}

/** The SQL of the one column to read. */
export const versionColumn = `mark || '.' || "count" || audience as version`;

/** The data version in a row that was read. */
export function versionOf(row: unknown): string {
  return (row as { readonly version: string }).version;
}

/** The data versions read from one server, and the last of them. */
export class KnownVersions {
  private last: { readonly version: string; readonly losses: number } | null = null;

  constructor(
    private readonly reader: VersionReader,
    private readonly reads: { readonly losses: number } | null = null,
  ) {}

  /** How often the connection was lost so far. After a loss, the server may be another one: a standby promoted. */
  get losses(): number {
    return this.reads?.losses ?? 0;
  }

  /** The version read last, which was current at some time since the last loss; null where none was read since. */
  get known(): string | null {
    return this.last?.losses === this.losses ? this.last.version : null;
  }

  async read(signal: AbortSignal | null): Promise<string> {
    const { losses } = this;
    const version = await this.reader.read(signal);
    this.last = { version, losses };
    return version;
  }

  async close(): Promise<void> {
    await this.reader.close();
  }
}
