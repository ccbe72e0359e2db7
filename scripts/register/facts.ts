import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import { projectRoot } from '../../platform/config.js';

/** The rows of a table of facts that are not in the packages, in the order of the file. */
export function readFacts<Column extends string>(table: string): readonly Readonly<Record<Column, string>>[] {
  const file = join(projectRoot, 'scripts/register/facts', `${table}.csv`);
  return parse(readFileSync(file), { columns: true });
}
