import { describedEnum, type EnumValue } from '../../platform/described-enum.js';
import type { Database } from '../../platform/database.js';
import {
  described,
  id,
  list,
  oneOf,
  optional,
  problem,
  reference,
  text,
  value,
  type Column,
  type Values,
} from '../../platform/import/columns.js';
import { tableImport } from '../../platform/import/table.js';
import { csvTable } from '../chinese/table.js';
import { say } from '../../platform/import/message.js';
import { plainForms } from '../../platform/import/written/folded.js';
import { rowsWhere } from '../../platform/sql.js';
import { RegionRefEntity, type RegionLevelColumn } from './party-ref.js';

export const RegionKind = describedEnum('RegionKind', 'What makes a region one.', {
  ADMINISTRATIVE: [
    'unit of administration',
    '行政区',
    'A unit of administration (行政区), with a GB/T 2260 code down to the county.',
  ],
  FUNCTIONAL_ZONE: [
    'functional zone',
    '功能区',
    'A zone that acts like a unit of administration without being one (功能区, 开发区, 风景区).',
  ],
  STATISTICAL: ['statistical zone', '统计用区', 'A zone that exists in statistical tables alone (统计用区).'],
  PLACE: [
    'place',
    '地点',
    'A place without an administration of its own: a hamlet, a county seat, a part of a town (自然村, 片区).',
  ],
  GROUP: ['group of regions', '片区', 'A named group of regions (片区, 东部); its members may be unknown.'],
});
export type RegionKind = EnumValue<typeof RegionKind>;

export const RegionLevel = describedEnum('RegionLevel', 'The level of administration at which a region acts.', {
  PROVINCE: ['province', '省级', 'Province, autonomous region, municipality (省级).'],
  PREFECTURE: ['prefecture', '地级', 'Prefecture, city of prefecture rank, sub-provincial city (地级).'],
  COUNTY: ['county', '县级', 'County, district, city of county rank (县级).'],
  TOWNSHIP: ['township', '乡级', 'Township, town, street (乡级).'],
  VILLAGE: ['village', '村级', 'Village, community (村级).'],
});
export type RegionLevel = EnumValue<typeof RegionLevel>;

/** A code of GB/T 2260. */
export const codeColumn: Column<string> = {
  expected: say('a GB/T 2260 code of six digits', '六位国标代码'),
  parse(cell) {
    const plain = plainForms(cell);
    return /^[1-9]\d{5}$/.test(plain) ? value(plain) : problem(cell, this.expected);
  },
};

/** The table of regions. */
export const regionTable = csvTable({
  file: 'regions.csv',
  description: 'A region.',
  columns: {
    id: described('The GB/T 2260 code at first registration; of your choice where there is none', id),
    code: described('The code of today', optional(codeColumn)),
    name: described('The Chinese name of today', text),
    nameEn: described('The name in English or pinyin', optional(text)),
    pinyin: described(
      'The pinyin of the name, syllable by syllable: `xuān ēn xiàn`; worked out when left empty',
      optional(text),
    ),
    aliases: described('Other names in use, Chinese or English; not former ones', list(text)),
    kind: oneOf(RegionKind),
    level: described('Empty for a place or a group', optional(oneOf(RegionLevel))),
    parent: described('The region directly above', optional(reference('regions.csv'))),
  },
  key: (row) => row.id,
  parent: 'parent',
  names: { code: 'code', name: 'name' },
});

export type RegionRow = Values<typeof regionTable.columns>;

/** Copies of the regions that every subgraph keeps, each with what is above it. */
export const regionRefImport = tableImport(regionTable, 'regionRef', async (rows, { database }) => [
  { entity: RegionRefEntity, rows: await regionRefs(rows, database) },
]);

/** The copies of regions of a folder. */
export async function regionRefs(
  rows: readonly RegionRow[],
  database: Database,
): Promise<Omit<RegionRefEntity, 'dataset'>[]> {
  const above = await regionsAbove(rows, database);
  const inFolder = new Map(rows.map((row) => [row.id, row]));
  const refOf = (row: RegionRow): Omit<RegionRefEntity, 'dataset'> => {
    const parent = row.parent === null ? undefined : inFolder.get(row.parent);
    const higher = parent ? refOf(parent) : row.parent === null ? undefined : above.get(row.parent);
    const level = row.level === null ? null : levelColumns[row.level];
    return {
      id: row.id,
      name: row.name,
      nameEn: row.nameEn,
      code: row.code,
      province: higher?.province ?? null,
      prefecture: higher?.prefecture ?? null,
      county: higher?.county ?? null,
      township: higher?.township ?? null,
      ...(level === null ? {} : { [level]: row.id }),
    };
  };
  return rows.map(refOf);
}

const levelColumns: Readonly<Record<RegionLevel, RegionLevelColumn | null>> = {
  PROVINCE: 'province',
  PREFECTURE: 'prefecture',
  COUNTY: 'county',
  TOWNSHIP: 'township',
  VILLAGE: null,
};

/** The parents that other data sets hold. */
async function regionsAbove(rows: readonly RegionRow[], database: Database): Promise<Map<string, RegionRefEntity>> {
  const parents = rows.flatMap(({ parent }) => parent ?? []);
  const refs = await rowsWhere<RegionRefEntity>(database, 'regionRef', 'id', parents);
  return new Map(refs.map((ref) => [ref.id, ref]));
}
