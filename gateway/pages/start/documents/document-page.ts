import query from '../../../../documents/pages/document.graphql?raw';
import { DocumentKind, Listing, SearchMatch } from '../../../../schema/labels.json';
import type { StartDocumentQuery, StartDocumentQueryVariables } from '../../generated/graphql.js';
import type { Party } from '../answer-parts.js';
import { element, present } from '../element.js';
import { factList } from '../facts.js';
import { ask, lacks } from '../graph.js';
import { label } from '../labels.js';
import { capitalised, language, nameOf, say } from '../language.js';
import { noSuchPage } from '../no-such-page.js';
import { missingNotice } from '../notices.js';
import { programmePath } from '../paths.js';
import { queryBox } from '../query-box.js';
import { askSides } from '../records/discrepancy-sides.js';
import { partyLink } from '../records/entries.js';
import { Notes } from '../records/notes.js';
import { discrepancySection, section } from '../records/sections.js';
import { cutNotice, missingText } from '../records/table.js';
import { stackedTable } from '../stacked-table.js';
import { documentTables } from '../take-along/record-tables.js';
import { takeAlong } from '../take-along/take-along.js';
import { isUnknown } from '../unknown.js';
import type { View } from '../view.js';
import { askPairings, pairingsDrawn } from './drawn-pairings.js';
import { askRecords, recordsDrawn } from './drawn-records.js';

type Document = NonNullable<StartDocumentQuery['document']>;

/** The page of a document: what it is, and all that is drawn from it. */
export async function documentPage(id: string, signal: AbortSignal): Promise<View> {
  const variables: StartDocumentQueryVariables = { id, language: language() };
  const [{ data, missing }, records, pairings, reports] = await Promise.all([
    ask<StartDocumentQuery>(query, variables, signal),
    askRecords(id, signal),
    askPairings(signal),
    askSides({ document: { eq: id } }, signal),
  ]);
  const { document: shown } = data;
  if (!shown && !lacks(missing, 'pairings')) {
    return noSuchPage('unknownDocument', id, signal);
  }
  const notes = new Notes();
  const all = { parts: [...missing.parts, ...records.missing.parts], requestId: missing.requestId };
  const drawn = [
    section('pairingsDrawn', pairingsDrawn(id, pairings)),
    section('roundsBegun', roundTable(data.rounds)),
    section('recordsDrawn', recordsDrawn(id, records.data, regionsOf(data.provisions))),
    discrepancySection(data.discrepancies?.nodes, reports, notes),
  ].filter((part) => part !== null);
  markParagraphs(drawn);
  const content = present([
    ...(shown ? heading(shown) : [element('h1', { tabindex: -1 }, say('nameMissing', id))]),
    missingNotice(onceEach(all)),
    drawn.length === 0 && element('p', { class: 'notice' }, say('nothingDrawn')),
    ...drawn,
    notes.list(),
    takeAlong({ name: 'document', variables, tables: documentTables(id) }),
    queryBox(query, variables),
  ]);
  return { title: shown ? titleOf(shown) : id, content };
}

const titleOf = ({ title, titleEn }: Pick<Document, 'title' | 'titleEn'>): string =>
  nameOf({ name: title, nameEn: titleEn });

function heading(shown: Document): HTMLElement[] {
  const { kind, title, titleEn, number, issue, url, published } = shown;
  const isEnglish = language() === 'EN';
  const other = isEnglish ? title : titleEn;
  const comma = isEnglish ? ', ' : '、';
  const publishers = shown.publishers?.flatMap((party, place) =>
    place > 0 ? [comma, partyLink(party)] : [partyLink(party)],
  );
  return [
    element('h1', { tabindex: -1 }, titleOf(shown)),
    ...(other === null || other === titleOf(shown)
      ? []
      : [element('p', { class: 'other', lang: isEnglish ? 'zh-CN' : 'en' }, other)]),
    factList([
      [say('kind'), capitalised(label(DocumentKind, kind))],
      [say('publisher'), publishers ? element('span', {}, ...publishers) : say('unavailable')],
      [capitalised(label(SearchMatch, 'NUMBER')), number],
      [say('issue'), issue],
      [say('published'), published?.text ?? (isUnknown(shown, 'published') ? say('unavailable') : null)],
      [say('link'), url === null ? null : element('a', { href: url, class: 'outside' }, url)],
    ]),
  ];
}

function roundTable(rounds: StartDocumentQuery['rounds']): HTMLElement | null {
  if (!rounds || rounds.nodes.length === 0) {
    return rounds ? null : missingText('unavailable');
  }
  const rows = rounds.nodes.map((round) => [
    nameOf(round),
    round.programme
      ? element('a', { href: programmePath(round.programme.id) }, nameOf(round.programme))
      : say('unavailable'),
    capitalised(label(Listing, round.listing)),
  ]);
  return element(
    'div',
    {},
    stackedTable(say('roundsBegun'), [say('round'), say('programme'), say('listing')], rows),
    cutNotice(rows.length, rounds.totalCount),
  );
}

/** The regions that provisions are of, by the ids of these. */
function regionsOf(provisions: StartDocumentQuery['provisions']): ReadonlyMap<string, Party> {
  return new Map((provisions?.nodes ?? []).flatMap(({ id, region }) => (region ? [[id, region]] : [])));
}

/** Gives the first place of each paragraph its id, which sources lead to. */
function markParagraphs(parts: readonly HTMLElement[]): void {
  const marked = new Set<string>();
  for (const place of parts.flatMap((part) => [...part.querySelectorAll<HTMLElement>('[data-paragraph]')])) {
    const id = place.dataset['paragraph'] ?? '';
    if (!marked.has(id)) {
      marked.add(id);
      place.id = id;
    }
  }
}

/** The parts that are missing from several answers, each once. */
function onceEach(missing: Parameters<typeof missingNotice>[0]): Parameters<typeof missingNotice>[0] {
  const parts = new Map(missing.parts.map((part) => [`${part.subgraph ?? ''} ${part.code}`, part]));
  return { ...missing, parts: [...parts.values()] };
}
