import { englishName, pinyinOf } from '../register/names.js';
import { inBothLanguages } from './chinese.js';
import { documentIds, documentRows } from './documents.js';
import { readArticles, readBeside, roundFacts, type RoundFacts, type Row } from './facts.js';
import { figureRows, measureOf } from './figures.js';
import { pairingRows, periodKey, periodRows } from './pairings.js';
import { publisherRows } from './publishers.js';

/** The tables of data/rounds by their files. */
export function roundTables(): ReadonlyMap<string, readonly Row[]> {
  const facts = roundFacts();
  const ids = documentIds(facts.documents);
  const tables: readonly (readonly [string, readonly Row[]])[] = [
    ['regions.csv', zoneRows()],
    ['region_versions.csv', formerNameRows()],
    ['organisations.csv', publisherRows(facts.documents.filter(({ id }) => ids.get(id) === id))],
    ['documents.csv', documentRows(facts.documents, ids)],
    ['programmes.csv', programmeRows(facts)],
    ['rounds.csv', roundRows(facts, ids)],
    ['pairings.csv', pairingRows(facts.pairings, ids)],
    ['pairing_periods.csv', periodRows(facts.pairings, ids)],
    ...figureRows(facts.figures, facts.pairings, ids),
    ['discrepancies.csv', discrepancyRows(facts, ids)],
    ['facts.csv', factRows(facts, ids)],
  ];
  return new Map(tables.map(([file, rows]) => [file, inBothLanguages(rows)]));
}

/** Parties that the register does not have: they are no units of administration. */
const zoneRows = (): readonly Row[] =>
  readBeside('zones').map(({ id = '', name = '', nameEn = '', aliases = '', kind = '', level = '', parent = '' }) => ({
    id,
    code: '',
    name,
    nameEn,
    pinyin: pinyinOf(name),
    aliases,
    kind,
    level,
    parent,
  }));

/** Names of before the register’s time that pairings are of. */
const formerNameRows = (): readonly Row[] =>
  readBeside('former-names').map((row) => ({
    ...row,
    nameEn: englishName(row['name'] ?? ''),
    pinyin: pinyinOf(row['name'] ?? ''),
    firstSeen: '',
    lastSeen: '',
    sources: '',
  }));

function programmeRows({ programmes }: RoundFacts): readonly Row[] {
  const own = new Set(readArticles('programmes').map(({ id }) => id));
  return programmes.filter(({ id }) => !own.has(id)).map((each) => ({ ...each, pinyin: pinyinOf(each.name) }));
}

function roundRows({ rounds, pairings }: RoundFacts, ids: ReadonlyMap<string, string>): readonly Row[] {
  const listings = new Map(readBeside('listings').map((row) => [row['round'], row]));
  return rounds.map(({ id, name, nameEn }) => {
    const edges = pairings.filter(({ round }) => round === id);
    const bases = [...new Set(edges.flatMap(({ legalBasis }) => legalBasis ?? []))];
    const [basis = ''] = bases.length === 1 ? bases : [];
    const listing = listings.get(id);
    return {
      id,
      programme: edges[0]?.programme ?? '',
      name,
      nameEn,
      basis: ids.get(basis) ?? basis,
      listing: listing?.['listing'] ?? '',
      completeLevels: listing?.['completeLevels'] ?? '',
      missing: listing?.['missing'] ?? '',
      missingZh: listing?.['missingZh'] ?? '',
    };
  });
}

/** Conflicts are often named after a pairing or a figure, which has the name as its id. */
const conflictId = (id: string): string => `conflict-${id}`;

function discrepancyRows({ conflicts }: RoundFacts, ids: ReadonlyMap<string, string>): readonly Row[] {
  const beside = new Map(readBeside('conflicts').map((row) => [row['conflict'], row]));
  return conflicts.map(({ id, text, sources }) => {
    const row = beside.get(id);
    return {
      id: conflictId(id),
      kind: row?.['kind'] ?? '',
      text,
      textZh: row?.['textZh'] ?? '',
      difference: '',
      unit: '',
      region: row?.['region'] ?? '',
      pairings: row?.['pairings'] ?? '',
      between: row?.['between'] ?? '',
      sources: sources.map((source) => ids.get(source) ?? source).join(';'),
    };
  });
}

/** Which row holds which fact. */
function factRows(facts: RoundFacts, ids: ReadonlyMap<string, string>): readonly Row[] {
  const fact = (id: string, document: string, table: string, row: string): Row => ({
    fact: id,
    document: ids.get(document) ?? document,
    paragraph: '',
    table,
    row,
    reason: '',
  });
  return [
    ...facts.programmes.map(({ id }) => fact(id, '', 'programmes.csv', id)),
    ...facts.rounds.map(({ id }) => fact(id, '', 'rounds.csv', id)),
    ...facts.documents.map(({ id }) => fact(id, id, 'documents.csv', ids.get(id) ?? id)),
    ...facts.pairings.map((edge) => fact(edge.id, edge.sources[0] ?? '', 'pairing_periods.csv', periodKey(edge))),
    ...facts.figures.map((figure) => fact(figure.id, figure.sources[0] ?? '', measureOf(figure).table, figure.id)),
    ...facts.conflicts.map(({ id, sources }) => fact(id, sources[0] ?? '', 'discrepancies.csv', conflictId(id))),
  ];
}
