import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

import { projectRoot } from '../../platform/config.js';
import { dataFolder } from './data-folder.js';

/** How a data set is made of the articles that ship. */
export interface Cloned {
  /** Its id, and the beginning of the ids of its rows. */
  readonly id: string;
  /** `visibility` of dataset.csv. */
  readonly visibility: string;
  /** Is in every text of its rows. */
  readonly marker: string;
  /** What numbers are multiplied by, so that they contradict those of the articles. */
  readonly factor: number;
}

type Row = Record<string, string>;

const articles = join(projectRoot, 'data', 'articles');

/** Tables whose rows the clone refers to as they are; it adds rows of its own to them. */
const shared = ['programmes.csv', 'regions.csv', 'region_versions.csv', 'facts.csv', 'dataset.csv'];

/** Columns of texts that people read. */
const texts = [
  'title',
  'titleEn',
  'note',
  'noteZh',
  'name',
  'nameEn',
  'text',
  'textZh',
  'purpose',
  'purposeZh',
  'distinction',
  'distinctionZh',
  'post',
  'postEn',
  'holder',
  'holderEn',
  'number',
  'frequency',
  'frequencyZh',
  'products',
  'topics',
];

/**
 * A data set with a row for each of the articles: of the same pairings, regions and dates, so that its records repeat,
 * contradict and cover those, and every second one of pairings of its own. Each has texts with the marker. Gives its folder.
 */
export function clonedArticles({ id, visibility, marker, factor }: Cloned): string {
  const tables = new Map(
    readdirSync(articles)
      .filter((file) => file.endsWith('.csv') && !shared.includes(file))
      .map((file) => [
        file,
        parse(readFileSync(join(articles, file)), { columns: true, bom: true }) as unknown as Row[],
      ]),
  );
  const own = new Set([...tables.values()].flatMap((rows) => rows.flatMap((row) => row['id'] ?? [])));
  const renamed = (text: string): string => {
    const [, type = '', named = '', place = ''] = /^(\w+:)?([^#]*)(#.*)?$/s.exec(text) ?? [];
    return own.has(named) ? `${type}${id}-${named}${place}` : text;
  };
  const listOf = (cell: string): string =>
    cell
      .split(';')
      .map((part) => renamed(part.trim()))
      .join(';');
  const files: Record<string, readonly string[]> = {
    'dataset.csv': ['id,title,visibility', `${id},${marker} ${id},${visibility}`],
    'regions.csv': [
      'id,code,name,nameEn,pinyin,aliases,kind,level,parent',
      `${id}-region,,${marker}镇,${marker} Town,${marker},,ADMINISTRATIVE,TOWNSHIP,422825`,
    ],
    'rounds.csv': roundOf(id, marker),
  };
  for (const [file, rows] of tables) {
    const cloned = rows.map((row, place) => {
      const clone: Row = {};
      for (const [column, cell] of Object.entries(row)) {
        const isOfOwnPairing =
          !['pairings', 'pairing'].includes(column) || (place % 2 === 1 && file !== 'pairing_periods.csv');
        clone[column] = isOfOwnPairing ? listOf(cell) : cell;
      }
      for (const column of texts.filter((each) => each in row)) {
        clone[column] = column.startsWith('note') || row[column] !== '' ? `${marker} ${row[column] ?? ''}`.trim() : '';
      }
      if ('id' in row) {
        clone['id'] = `${id}-${row['id'] ?? ''}`;
      }
      if ('pinyin' in row) {
        clone['pinyin'] = marker.toLowerCase();
      }
      if (/^\d+$/.test(row['value'] ?? '') && Number(row['value']) > 20) {
        clone['value'] = String(Math.round(Number(row['value']) * factor));
      }
      if (file === 'outcomes.csv' && place % 5 === 0) {
        clone['region'] = `${id}-region`;
      }
      return clone;
    });
    files[file] = stringify(cloned, { header: true }).trimEnd().split('\n');
  }
  return dataFolder(files);
}

/** A round of a public programme of which pairings are missing. */
const roundOf = (id: string, marker: string): readonly string[] => {
  const columns = readFileSync(join(projectRoot, 'data', 'rounds', 'rounds.csv'), 'utf8').split('\n')[0] ?? '';
  const cells: Row = {
    id: `${id}-round`,
    programme: 'east-west',
    name: `${marker}轮`,
    nameEn: `${marker} round`,
    basis: `${id}-s0`,
    listing: 'PARTIAL',
    missing: `${marker} is missing`,
    missingZh: `缺${marker}`,
  };
  return [columns, stringify([columns.split(',').map((column) => cells[column] ?? '')]).trimEnd()];
};
