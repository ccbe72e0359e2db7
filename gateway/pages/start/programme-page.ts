import query from '../../../documents/pages/programme.graphql?raw';
import { Listing, PairingLevel } from '../../../schema/labels.json';
import type { StartProgrammeQuery, StartProgrammeQueryVariables } from '../generated/graphql.js';
import { element, present } from './element.js';
import { ask, lacks } from './graph.js';
import { stackedTable } from './stacked-table.js';
import { label } from './labels.js';
import { capitalised, inEither, language, nameOf, say } from './language.js';
import { listView, type Place } from './lists/list-view.js';
import { pairingList } from './lists/pairing-list.js';
import { noSuchPage } from './no-such-page.js';
import { documentLink } from './records/document-link.js';
import { section } from './records/sections.js';
import { cutNotice, missingText, type Cell } from './records/table.js';
import { isUnknown } from './unknown.js';
import { unavailableView, type View } from './view.js';

type Programme = NonNullable<StartProgrammeQuery['programme']>;
type Round = NonNullable<Programme['rounds']>['nodes'][number];

/** The page of a programme: its rounds, and its pairings as a list with filters. */
export async function programmePage(id: string, place: Place): Promise<View> {
  const variables: StartProgrammeQueryVariables = { id };
  const [{ data, missing }, pairings] = await Promise.all([
    ask<StartProgrammeQuery>(query, variables, place.signal),
    listView(pairingList(id), place),
  ]);
  const { programme } = data;
  if (!programme) {
    return lacks(missing, 'pairings') ? unavailableView(missing) : noSuchPage('unknownProgramme', id, place.signal);
  }
  const isEnglish = language() === 'EN';
  const other = isEnglish ? programme.name : programme.nameEn;
  const content = present([
    element('h1', { tabindex: -1 }, nameOf(programme)),
    other === null ? null : element('p', { class: 'other', lang: isEnglish ? 'zh-CN' : 'en' }, other),
    section('roundsHead', roundTable(programme.rounds)),
    element('section', {}, element('h2', {}, say('pairings')), ...pairings),
  ]);
  return { title: nameOf(programme), content };
}

function roundTable(rounds: Programme['rounds']): HTMLElement | null {
  if (!rounds || rounds.nodes.length === 0) {
    return rounds ? null : missingText('unavailable');
  }
  const heads = [say('round'), say('listing'), say('completeLevels'), say('basis'), say('pairings')];
  return element(
    'div',
    {},
    stackedTable(
      say('roundsHead'),
      heads,
      rounds.nodes.map((round): Cell[] => [
        nameOf(round),
        listingCell(round),
        round.completeLevels.map((level) => label(PairingLevel, level)).join(language() === 'EN' ? ', ' : '、'),
        round.basis ? documentLink(round.basis) : say(isUnknown(round, 'basis') ? 'unavailable' : 'basisNone'),
        round.pairings ? round.pairings.totalCount.toLocaleString('en') : say('unavailable'),
      ]),
    ),
    cutNotice(rounds.nodes.length, rounds.totalCount),
  );
}

/** Whether all pairings of a round are there, and which are not. */
function listingCell({ listing, missing, missingZh }: Round): HTMLElement {
  const lacks = inEither(missing, missingZh);
  return element(
    'span',
    {},
    capitalised(label(Listing, listing)),
    lacks && element('span', { class: 'quiet block', lang: lacks.lang }, lacks.text),
  );
}
