import query from '../../../../documents/pages/document-records.graphql?raw';
import type { StartDocumentRecordsQuery, StartDocumentRecordsQueryVariables } from '../../generated/graphql.js';
import type { Party } from '../answer-parts.js';
import { element } from '../element.js';
import { ask, type Answer } from '../graph.js';
import { capitalised, inEither, language, say } from '../language.js';
import { paragraphId } from '../paths.js';
import { partyLink, regionPath } from '../records/entries.js';
import { pairingPath } from '../records/pairing-table.js';
import { cutNotice, missingText, type Cell } from '../records/table.js';
import { stackedTable } from '../stacked-table.js';
import { figureOfRow, measureOf, typeName, type RecordRow } from './record-row.js';

type Lists = StartDocumentRecordsQuery;
type List = Lists[Exclude<keyof Lists, '__typename'>];

/** The records of a document. */
export function askRecords(id: string, signal: AbortSignal): Promise<Answer<Lists>> {
  const variables: StartDocumentRecordsQueryVariables = { id };
  return ask<Lists>(query, variables, signal);
}

/**
 * The records of a document in the order of its paragraphs, which sources lead to; null where there are none. `regions` are
 * those that provisions are of.
 */
export function recordsDrawn(id: string, lists: Lists, regions: ReadonlyMap<string, Party>): HTMLElement | null {
  const all = Object.values(lists).filter((list): list is List => typeof list !== 'string');
  const known = all.filter((list) => list !== null);
  const rows = known
    .flatMap((list) => (list.edges ?? []).flatMap((edge): readonly RecordRow[] => (edge?.node ? [edge.node] : [])))
    .map((row) => ({ row, paragraphs: paragraphsOf(row, id) }))
    .sort((one, other) => (one.paragraphs[0] ?? 0) - (other.paragraphs[0] ?? 0));
  const total = known.reduce((sum, list) => sum + list.totalCount, 0);
  const notice = known.length === all.length ? null : missingText(rows.length === 0 ? 'unavailable' : 'partMissing');
  if (rows.length === 0) {
    return notice;
  }
  const heads = [say('what'), say('figure'), say('when'), say('involved'), say('paragraphs')];
  const table = stackedTable(
    say('recordsDrawn'),
    heads,
    rows.map(({ row, paragraphs }): Cell[] => [
      what(row),
      figureOfRow(row),
      spanOf(row),
      involved(row, row.recordType === 'Provision' ? regions.get(row.id ?? '') : undefined),
      paragraphCell(paragraphs),
    ]),
  );
  return element('div', {}, table, cutNotice(rows.length, total), csvLink(id), notice);
}

/** The paragraphs of a document among the sources of a row: `s1#10; s2`. */
function paragraphsOf({ sources }: RecordRow, id: string): number[] {
  return (sources ?? '').split('; ').flatMap((source) => {
    const [document, paragraph] = source.split('#');
    return document === id && paragraph !== undefined ? [Number(paragraph)] : [];
  });
}

const paragraphCell = (paragraphs: readonly number[]): HTMLElement =>
  element(
    'span',
    {},
    ...paragraphs.flatMap((paragraph, place) => [
      place > 0 ? ', ' : null,
      element('span', { 'data-paragraph': paragraphId(paragraph), tabindex: -1 }, String(paragraph)),
    ]),
  );

function what(row: RecordRow): HTMLElement {
  const subject = inEither(row.titleEn, row.title);
  const kind = [typeName(row), measureOf(row)].filter((text) => text !== '').join(' · ');
  return subject
    ? element(
        'span',
        {},
        element('span', { lang: subject.lang }, capitalised(subject.text)),
        element('span', { class: 'quiet block' }, kind),
      )
    : element('span', {}, kind);
}

/** The days of a row as they are stored, a whole year as its number; the end is not included. */
function spanOf({ from, to }: RecordRow): string {
  if (from?.endsWith('-01-01') && to === `${Number(from.slice(0, 4)) + 1}-01-01`) {
    return from.slice(0, 4);
  }
  return from && to ? say('span', from, to) : from ? say('from', from) : to ? say('until', to) : '';
}

/** The pairings that a record is of, as links; else its region, or its sides, each a link where it is a region. */
function involved({ pairingIds, ...row }: RecordRow, region: Party | undefined): HTMLElement {
  const donor = nameIn(row.donorNameEn, row.donorName);
  const recipient = nameIn(row.recipientNameEn, row.recipientName);
  const pairings = (pairingIds ?? '').split('; ').filter((each) => each !== '');
  const [only] = pairings;
  if (only !== undefined && pairings.length === 1) {
    const name = donor !== '' && recipient !== '' ? `${donor} → ${recipient}` : say('pairing');
    return element('span', {}, element('a', { href: pairingPath(only) }, name));
  }
  if (pairings.length > 1) {
    const links = pairings.map((each) => element('a', { class: 'block', href: pairingPath(each) }, each));
    return element('span', {}, say('pairingsTogether', pairings.length), ...links);
  }
  if (region) {
    return partyLink(region);
  }
  const sides = [sideLink(row.donorId, donor), sideLink(row.recipientId, recipient)].filter((each) => each !== null);
  return element('span', {}, ...sides.flatMap((side, place) => (place > 0 ? [' → ', side] : [side])));
}

const nameIn = (english: string | null, chinese: string | null): string =>
  (language() === 'EN' ? (english ?? chinese) : chinese) ?? '';

/** Ids of regions begin with a digit or are those of the register; those of organisations begin with letters and a hyphen. */
function sideLink(id: string | null, name: string): HTMLElement | string | null {
  if (id === null || name === '' || id.includes('; ')) {
    return name === '' ? null : name;
  }
  return /^\d{6}/.test(id) ? element('a', { href: regionPath(id) }, name) : name;
}

function csvLink(id: string): HTMLElement {
  const address = `/q/document-records.csv?${new URLSearchParams({ id }).toString()}`;
  return element('p', {}, element('a', { href: address }, say('asCsv')));
}
