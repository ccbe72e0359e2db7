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
