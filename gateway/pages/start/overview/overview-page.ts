import query from '../../../../documents/pages/overview.graphql?raw';
import type { Language, StartOverviewQuery, StartOverviewQueryVariables } from '../../generated/graphql.js';
import { element, present } from '../element.js';
import { ask } from '../graph.js';
import { language, say } from '../language.js';
import { missingNotice } from '../notices.js';
import { queryBox } from '../query-box.js';
import { Notes } from '../records/notes.js';
import { cutNotice, missingText } from '../records/table.js';
import { pairingsOn } from '../take-along/record-tables.js';
import { takeAlong } from '../take-along/take-along.js';
import { unavailableView, type View } from '../view.js';
import { words } from '../words.js';
import { flowData } from './flows.js';
import { legend } from './legend.js';
import { overviewTable } from './overview-table.js';
import { hasUnknownPlace, lettersOf, type Letters, type OverviewPairing } from './pairings.js';
import { roundChoice } from './round-choice.js';
import { tileMap } from './tile-map.js';

/** The start page: the pairings on a day as a flow chart, a table and a tile map; those of any time when it is null. */
export async function overviewPage(
  on: string | null,
  signal: AbortSignal,
  open: (path: string) => void,
): Promise<View> {
  const variables: StartOverviewQueryVariables = { on, language: language() };
  const { data, missing } = await ask<StartOverviewQuery>(query, variables, signal);
  if (!data.pairings) {
    return unavailableView(missing);
  }
  const { nodes, totalCount } = data.pairings;
  const letters = lettersOf(data.programmes?.nodes ?? nodes.flatMap(({ programme }) => programme ?? []));
  const notes = new Notes();
  const content = present([
    element('h1', { tabindex: -1 }, say('title')),
    tagline(language(), 'tagline'),
    tagline(language() === 'EN' ? 'ZH' : 'EN', 'tagline quiet'),
    missingNotice(missing),
    element(
      'div',
      { class: 'overview' },
      element(
        'section',
        { class: 'who' },
        element('h2', {}, say('who')),
        roundChoice(on, open),
        element('p', { class: 'count', role: 'status' }, say('count', totalCount)),
        cutNotice(nodes.length, totalCount),
        nodes.length > 0 ? chart(nodes, letters, signal, open) : element('p', { class: 'notice' }, say('noPairings')),
      ),
      element(
        'section',
        { class: 'map' },
        element('h2', {}, say('map')),
        tileMap(nodes),
        nodes.some(hasUnknownPlace) ? missingText('placesMissing') : null,
        element('p', { class: 'quiet' }, say('mapKey')),
      ),
    ),
    nodes.length > 0 && overviewTable(nodes, letters, notes),
    notes.list(),
    takeAlong({ name: 'overview', variables, tables: pairingsOn(on) }),
    queryBox(query, variables),
  ]);
  return { title: say('who'), content };
}

/** The flow chart; its code is loaded when it is first needed. */
function chart(
  nodes: readonly OverviewPairing[],
  letters: Letters,
  signal: AbortSignal,
  open: (path: string) => void,
): HTMLElement {
  const box = element('div', { class: 'flows', role: 'img', 'aria-label': say('flowPicture', nodes.length) });
  import('./flow-chart.js').then(
    ({ drawFlows }) => {
      if (!signal.aborted) {
        signal.addEventListener('abort', drawFlows(box, flowData(nodes, letters), open));
      }
    },
    () => {
      box.replaceWith(missingText('pictureMissing'));
    },
  );
  return element('figure', {}, legend(nodes, letters), box);
}

/** The tagline in one language. */
function tagline(shown: Language, style: string): HTMLElement {
  const [english, chinese] = words.tagline;
  return shown === 'EN'
    ? element('p', { class: style, lang: 'en' }, english)
    : element('p', { class: style, lang: 'zh-CN' }, chinese);
}
