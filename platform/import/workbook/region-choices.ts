import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import { shippedFolders } from '../shipped-folders.js';
import type { RegionChoice } from './template.js';

interface RegisterRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parent: string;
}

/** The regions of the register that have a code, by code: each with the names of those above it, 浙江省杭州市西湖区. */
export function regionChoices(): readonly RegionChoice[] {
  const file = join(shippedFolders.get('register') ?? '', 'regions.csv');
  const rows = parse(readFileSync(file), { columns: true, bom: true }) as unknown as readonly RegisterRow[];
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pathOf = (row: RegisterRow | undefined): string => (row ? pathOf(byId.get(row.parent)) + row.name : '');
  return rows
    .filter(({ code }) => code !== '')
    .map((row) => ({ path: pathOf(row), code: row.code }))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
}
