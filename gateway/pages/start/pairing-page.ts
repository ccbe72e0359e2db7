import tiesQuery from '../../../documents/pages/pairing-ties.graphql?raw';
import query from '../../../documents/pages/pairing.graphql?raw';
import { PairingLevel } from '../../../schema/labels.json';
import type {
  StartPairingQuery,
  StartPairingQueryVariables,
  StartPairingTiesQuery,
  StartPairingTiesQueryVariables,
} from '../generated/graphql.js';
import type { Party } from './answer-parts.js';
import { compareButton } from './compare/compare-choice.js';
import { element, present } from './element.js';
import { ask, lacks } from './graph.js';
import { label } from './labels.js';
import { inEither, language, nameOf, say } from './language.js';
import { noSuchPage } from './no-such-page.js';
import { missingNotice } from './notices.js';
import { queryBox } from './query-box.js';
import { askSides } from './records/discrepancy-sides.js';
import { entryTable, partyLink } from './records/entries.js';
import { Notes } from './records/notes.js';
import { pairingLink, pairingTable, programmeLink } from './records/pairing-table.js';
import { askProvisions, provisionSection } from './records/provisions.js';
import { discrepancySection, funds, recordSections, section } from './records/sections.js';
import { timeline } from './records/timeline.js';
import { askTotals, totalList } from './records/totals.js';
import { pairingTables } from './take-along/record-tables.js';
import { takeAlong } from './take-along/take-along.js';
import { isUnknown } from './unknown.js';
import type { View } from './view.js';

type Pairing = NonNullable<StartPairingQuery['pairing']>;

/** The lists that a pairing has in its own subgraph, while that does not answer. */
const nothingKnown = { outcomes: null, discrepancies: null, parts: null };

/** The page of a pairing: its sides and periods, and its records. */
export async function pairingPage(id: string, signal: AbortSignal): Promise<View> {
  const variables: StartPairingQueryVariables = { id, language: language() };
  const [{ data, missing }, totals, reports, provisions] = await Promise.all([
    ask<StartPairingQuery>(query, variables, signal),
    askTotals(id, signal),
    askSides({ pairing: { eq: id } }, signal),
    askProvisions({ pairing: { eq: id } }, signal),
  ]);
  const { pairing } = data;
  if (!pairing && !lacks(missing, 'pairings')) {
    return noSuchPage('unknownPairing', id, signal);
  }
  const ties = pairing ? await askTies(id, pairing, signal) : undefined;
  const notes = new Notes();
  // Without its sides, the other subgraphs still have records of it.
  const top = pairing
    ? [...heading(pairing), missingNotice(missing), section('held', timeline(pairing.timeline, pairing.sources, notes))]
    : [element('h1', { tabindex: -1 }, say('nameMissing', id)), missingNotice(missing)];
  const { outcomes, discrepancies, parts } = pairing ?? nothingKnown;
  const records = [
    section('totals', totalList(totals, notes)),
    section('money', entryTable(say('money'), [funds(data.funds)], notes)),
    ...recordSections({ ...data, outcomes }, notes),
    discrepancySection(discrepancies, reports, notes),
    section('parts', pairingTable(say('parts'), parts, notes)),
    provisionSection(provisions, notes),
    section(
      'ties',
      ties === undefined ? null : pairingTable(say('ties'), ties, notes),
      pairing && provincesLink(pairing),
    ),
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

/** The other pairings of the same regions; undefined where a side is no region. */
async function askTies(
  id: string,
  { donorSide, recipientSide }: Pairing,
  signal: AbortSignal,
): Promise<StartPairingTiesQuery['pairings'] | undefined> {
  const regionsOf = ({ parties }: Pairing['donorSide']): string[] =>
    parties.flatMap((party) => (party.__typename === 'Region' ? [party.id] : []));
  const [donors, recipients] = [regionsOf(donorSide), regionsOf(recipientSide)];
  if (donors.length === 0 || recipients.length === 0) {
    return undefined;
  }
  const variables: StartPairingTiesQueryVariables = { id, donors, recipients, language: language() };
  // The page has the rest without them.
  const answer = await ask<StartPairingTiesQuery>(tiesQuery, variables, signal).catch(() => null);
  return answer?.data.pairings ?? null;
}

/** A link to all that ties the provinces of the two sides; null where these are not one each. */
function provincesLink({ donorSide, recipientSide }: Pairing): HTMLElement | null {
  const [donor, recipient] = [donorSide, recipientSide].map(({ parties }) => {
    const [party, ...others] = parties;
    return party?.__typename === 'Region' && others.length === 0 ? (party.ancestors[0] ?? party) : null;
  });
  if (!donor || !recipient) {
    return null;
  }
  const search = new URLSearchParams({ from: donor.id, to: recipient.id, on: 'any' });
  const text = say('provincesTied', nameOf(donor), nameOf(recipient));
  return element('p', {}, element('a', { href: `/?${search.toString()}` }, text));
}

function sides({ donor, recipient }: Pairing): string {
  return `${donor.label} → ${recipient.label}`;
}
