import type { LabelLanguage } from '../enum-label.js';
import type { IdOwners } from './id-owners.js';
import { Problems } from './problems.js';
import { daysOfRows } from './row-days.js';
import type { ReadTable } from './table.js';
import type { ImportTarget } from './target.js';

/** How an import treats what is odd and may be right: warnings. */
export interface WarningSettings {
  /** Whether warnings are problems: nothing is written. */
  readonly strict?: boolean;
  /** Whether rows are looked at for what is odd; true when left out. */
  readonly warns?: boolean;
  /** The day of the import, today when left out. Later days are in the future. */
  readonly today?: string;
  /** The language of messages. */
  readonly language?: LabelLanguage;
}

/** Asks each table of a folder without problems for the warnings of its rows. */
export async function tableWarnings(
  targets: readonly ImportTarget[],
  dataset: string,
  tables: ReadonlyMap<string, ReadTable>,
  owners: IdOwners,
  today: string = currentDay(),
): Promise<Problems> {
  const gathered = new Problems();
  for (const { subgraph, database } of targets) {
    const context = {
      database,
      dataset,
      tables,
      today,
      isIn: (file: string, id: string) => owners(file, id) !== undefined,
      daysOf: (file: string, ids: readonly string[]) => daysOfRows(targets, tables, file, ids),
    };
    for (const { table, warnings } of subgraph.imports) {
      const rows = tables.get(table.file)?.rows ?? [];
      for (const warning of rows.length === 0 ? [] : ((await warnings?.(rows, context)) ?? [])) {
        gathered.add({ file: table.file, ...warning });
      }
    }
  }
  return gathered;
}

const hoursAhead = 14;

/** The day that it is where days begin first: what is dated today anywhere is not in the future. */
const currentDay = (): string => new Date(Date.now() + hoursAhead * 60 * 60 * 1000).toISOString().slice(0, 10);
