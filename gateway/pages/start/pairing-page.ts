import totalsQuery from '../../../documents/pages/pairing-totals.graphql?raw';
import query from '../../../documents/pages/pairing.graphql?raw';
import { PairingLevel } from '../../../schema/labels.json';
import type { StartPairingQuery, StartPairingQueryVariables, StartPairingTotalsQuery } from '../generated/graphql.js';
import type { Party } from './answer-parts.js';
import { compareButton } from './compare/compare-choice.js';
import { element, present } from './element.js';
import { ask, lacks } from './graph.js';
import { label } from './labels.js';
import { inEither, language, say } from './language.js';
import { noSuchPage } from './no-such-page.js';
import { missingNotice } from './notices.js';
import { queryBox } from './query-box.js';
import { documentLink } from './records/document-link.js';
import { entryTable, partyLink } from './records/entries.js';
import { Notes } from './records/notes.js';
import { pairingLink, pairingTable, periodText, programmeLink } from './records/pairing-table.js';
import { discrepancySection, funds, provisionNotice, recordSections, section } from './records/sections.js';
import { table } from './records/table.js';
import { totalList } from './records/totals.js';
import { pairingTables } from './take-along/record-tables.js';
import { takeAlong } from './take-along/take-along.js';
import { isUnknown } from './unknown.js';
import type { View } from './view.js';

type Pairing = NonNullable<StartPairingQuery['pairing']>;

/** The lists that a pairing has in its own subgraph, while that does not answer. */
const nothingKnown = { outcomes: null, provisions: null, discrepancies: null, parts: null };

/** The page of a pairing: its sides and periods, and its records. */
export async function pairingPage(id: string, signal: AbortSignal): Promise<View> {
  const variables: StartPairingQueryVariables = { id, language: language() };
  const [{ data, missing }, { data: sums }] = await Promise.all([
    ask<StartPairingQuery>(query, variables, signal),
    ask<StartPairingTotalsQuery>(totalsQuery, variables, signal),
  ]);
  const { pairing } = data;
  if (!pairing && !lacks(missing, 'pairings')) {
    return noSuchPage('unknownPairing', id, signal);
  }
  const notes = new Notes();
  // Without its sides, the other subgraphs still have records of it.
  const top = pairing
    ? [...heading(pairing), missingNotice(missing), periods(pairing, notes)]
    : [element('h1', { tabindex: -1 }, say('nameMissing', id)), missingNotice(missing)];
  const { outcomes, provisions, discrepancies, parts } = pairing ?? nothingKnown;
  const records = [
    section('totals', sums.pairing && totalList(sums.pairing, notes)),
    section('money', entryTable(say('money'), [funds(data.funds)], notes)),
    ...recordSections({ ...data, outcomes, provisions }, notes),
    discrepancySection(discrepancies, notes),
    section('parts', pairingTable(say('parts'), parts, notes)),
    provisionNotice(provisions),
  ].filter((part) => part !== null);
  const none = records.length === 0 && missing.parts.length === 0;
  const content = present([
    ...top,
    none && element('p', { class: 'notice' }, say('noRecordsOfPairing')),
    ...records,
    notes.list(),
    pairing && compareButton('pairings', { id, name: sides(pairing) }),
    takeAlong({ name: 'pairing', variables, tables: pairingTables(id) }),
    queryBox(query, variables),
  ]);
  return { title: pairing ? sides(pairing) : id, content };
}

function heading(pairing: Pairing): (HTMLElement | null)[] {
  const { parent, level, evidence } = pairing;
  const note = inEither(pairing.note, pairing.noteZh);
  const above = parent ? pairingLink(parent) : isUnknown(pairing, 'parent') && say('unavailable');
  const facts: [string, readonly (Node | string)[]][] = [
    [say('donor'), side(pairing.donor.label, pairing.donorSide.parties)],
    [say('recipient'), side(pairing.recipient.label, pairing.recipientSide.parties)],
    [say('programme'), [programmeLink(pairing)]],
    [say('level'), [label(PairingLevel, level)]],
    ...(above ? [[say('parent'), [above]] as [string, (Node | string)[]]] : []),
  ];
  return [
    element('h1', { tabindex: -1 }, sides(pairing)),
    element(
      'dl',
      { class: 'facts' },
      ...facts.flatMap(([name, content]) => [element('dt', {}, name), element('dd', {}, ...content)]),
    ),
    evidence === 'INFERRED' ? element('p', { class: 'quiet' }, say('inferred')) : null,
    note && element('p', { class: 'quiet', lang: note.lang }, note.text),
  ];
}

/** The parties of a side as links; its label where they are only counted. */
function side(label: string, parties: readonly Party[]): (Node | string)[] {
  const comma = language() === 'EN' ? ', ' : '、';
  return parties.length === 0
    ? [label]
    : parties.flatMap((party, place) => (place > 0 ? [comma, partyLink(party)] : [partyLink(party)]));
}

function periods({ periods: list, sources }: Pairing, notes: Notes): HTMLElement {
  const rows =
    list.length > 0
      ? list.map((period) => [notes.cite(periodText(period) || say('undated'), sources), basisCell(period)])
      : [[notes.cite(say('undated'), sources), say('basisNone')]];
  return table(say('held'), [say('when'), say('basis')], rows);
}

function sides({ donor, recipient }: Pairing): string {
  return `${donor.label} → ${recipient.label}`;
}

/** The legal basis of a period: its document, as a link to its page. */
function basisCell(period: Pairing['periods'][number]): HTMLElement | string {
  const { basis } = period;
  return basis ? documentLink(basis) : say(isUnknown(period, 'basis') ? 'unavailable' : 'basisNone');
}
