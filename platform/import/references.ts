import type { ReadTable } from './table.js';

/** A text that refers to a row of one of the files. */
export interface Reference {
  readonly text: string;
  readonly files: readonly string[];
}

/** All references of the tables of a folder. */
export function referencesIn(tables: ReadonlyMap<string, ReadTable>): Reference[] {
  const references: Reference[] = [];
  for (const { table, rows } of tables.values()) {
    for (const row of rows ?? []) {
      for (const [name, column] of Object.entries(table.columns)) {
        if (name in row.values) {
          column.resolve?.(row.values[name], (text, files) => {
            references.push({ text, files });
            return text;
          });
        }
      }
    }
  }
  return references;
}
