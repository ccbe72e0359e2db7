import { readArticles, readBeside, type Edge, type Row } from './facts.js';

/** The rows of pairings that the articles do not have: the edges of one pairing are one row. */
export function pairingRows(edges: readonly Edge[], documents: ReadonlyMap<string, string>): readonly Row[] {
  const own = new Set(readArticles('pairings').map(({ id }) => id));
  const pairingOf = new Map(edges.map(({ id, pairing }) => [id, pairing]));
  const byPairing = [...Map.groupBy(edges, ({ pairing }) => pairing)].filter(([id]) => !own.has(id));
  return byPairing.map(([id, rounds]) => {
    const [first] = rounds as [Edge, ...Edge[]];
    const parent = rounds.findLast((edge) => edge.parent !== undefined)?.parent;
    const donors = first.donors.map(({ region }) => region);
    const recipients = first.recipients.map(({ region }) => region);
    const provinces = new Set([...donors, ...recipients].map(provinceOf));
    return {
      id,
      programme: first.programme,
      level: first.level,
      scope: provinces.size === 1 ? 'INTRA_PROVINCE' : 'INTER_PROVINCIAL',
      evidence: rounds.every(isInferred) ? 'INFERRED' : 'STATED',
      parent: parent === undefined ? '' : (pairingOf.get(parent) ?? ''),
      donor: donors.join(';'),
      donorCounted: '',
      recipient: recipients.join(';'),
      recipientCounted: '',
      mutual: first.mutual === true ? 'true' : '',
      note: '',
      sources: sourcesOf(rounds, documents),
    };
  });
}

const zones = new Map(readBeside('zones').map(({ id = '', parent = '' }) => [id, parent]));

/** The first two digits of the code of the province that a region is in; zones have none of their own. */
function provinceOf(region: string): string {
  const above = zones.get(region);
  return above === undefined ? region.slice(0, 2) : provinceOf(above);
}

/** Whether who helps whom is read off the order of two lists, or off a later text. */
const isInferred = ({ note = '' }: Edge): boolean => /by the order of the two lists|inferred/i.test(note);

const ends: Readonly<Record<string, string>> = { SUPERSEDED_BY_LIST: 'SUPERSEDED' };

/** The rows of periods, one for each edge. */
export function periodRows(edges: readonly Edge[], documents: ReadonlyMap<string, string>): readonly Row[] {
  const pairingOf = new Map(edges.map(({ id, pairing }) => [id, pairing]));
  const inArticles = readArticles('pairing_periods');
  // Which of several sources of an edge give its dates, where they differ.
  const dating = new Map(readBeside('dated-by').map((row) => [row['edge'], row]));
  return edges.map((edge) => {
    const { pairing, round, from, to, parent, legalBasis, confidence, note = '' } = edge;
    // What the articles date alike is the same period, by the decision that they name.
    const same = inArticles.find((row) => row['pairing'] === pairing && row['from'] === from.date);
    return {
      pairing,
      round,
      from: from.date,
      fromBound: from.date === 'unknown' ? '' : 'EXACT',
      to: to?.date ?? '',
      end: to === null ? '' : (ends[to.basis] ?? to.basis),
      supersededBy: to?.supersededBy ?? '',
      endedBefore: to?.before ?? '',
      parent: parent === undefined ? '' : (pairingOf.get(parent) ?? ''),
      basis: same?.['basis'] ?? documents.get(legalBasis ?? '') ?? '',
      confidence: confidence === 'two-texts' ? 'TWO_TEXTS' : 'ONE_TEXT',
      note,
      sources: sourcesOf([edge], documents),
      fromSources: documentOf(dating.get(edge.id)?.['fromSources'], documents),
      toSources: documentOf(dating.get(edge.id)?.['toSources'], documents),
    };
  });
}

const documentOf = (source: string | undefined, documents: ReadonlyMap<string, string>): string =>
  documents.get(source ?? '') ?? source ?? '';

/** The key of an edge’s row of periods. */
export const periodKey = ({ pairing, from: { date }, round }: Edge): string =>
  `${pairing}@${date === 'unknown' ? date : `${date}-01-01`.slice(0, 10)}@${round}`;

function sourcesOf(edges: readonly Edge[], documents: ReadonlyMap<string, string>): string {
  return [...new Set(edges.flatMap(({ sources }) => sources.map((id) => documents.get(id) ?? id)))].join(';');
}
