import query from '../../../../documents/pages/overview.graphql?raw';
import { element, present } from '../element.js';
import { ask } from '../graph.js';
import { language, say } from '../language.js';
import { missingNotice } from '../notices.js';
import { queryBox } from '../query-box.js';
import { Notes } from '../records/notes.js';
import { cutNotice } from '../records/table.js';
import { noAnswer, type View } from '../view.js';
import { words } from '../words.js';
import { flowPicture } from './flows.js';
import { legend } from './legend.js';
import { overviewTable } from './overview-table.js';
import { lettersOf, type Letters, type OverviewAnswer, type OverviewPairing } from './pairings.js';
import { roundChoice } from './round-choice.js';
import { tileMap } from './tile-map.js';

/** The start page: who helps whom on a day as a picture, a table, and a map of tiles; of any time where it is null. */
export async function overviewPage(
  on: string | null,
  signal: AbortSignal,
  open: (path: string) => void,
): Promise<View> {
  const variables = { on, language: language() };
  const { data, missing } = await ask<OverviewAnswer>(query, variables, signal);
  if (!data.pairings) {
    return noAnswer(missing);
  }
  const { nodes, totalCount } = data.pairings;
  const letters = lettersOf(data.programmes?.nodes ?? []);
  const notes = new Notes();
  const content = present([
    element('h1', { tabindex: -1 }, say('title')),
    ...[0, 1].map((place) => tagline(place as 0 | 1)),
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
        nodes.length > 0 ? picture(nodes, letters, signal, open) : element('p', { class: 'notice' }, say('noPairings')),
      ),
      element(
        'section',
        { class: 'map' },
        element('h2', {}, say('map')),
        tileMap(nodes),
        element('p', { class: 'quiet' }, say('mapKey')),
      ),
    ),
    nodes.length > 0 && overviewTable(nodes, letters, notes),
    notes.list(),
    queryBox(query, variables),
  ]);
  return { title: say('who'), content };
}

/** The chart is loaded when it is first needed, so that the other pages do without it. */
function picture(
  nodes: readonly OverviewPairing[],
  letters: Letters,
  signal: AbortSignal,
  open: (path: string) => void,
): HTMLElement {
  const box = element('div', { class: 'flows', role: 'img', 'aria-label': say('flowPicture', nodes.length) });
  void import('./flow-chart.js').then(({ drawFlows }) => {
    if (!signal.aborted) {
      signal.addEventListener('abort', drawFlows(box, flowPicture(nodes, letters), open));
    }
  });
  return element('figure', {}, legend(nodes, letters), box);
}

/** What this is, in both languages, that of the page first. */
function tagline(place: 0 | 1): HTMLElement {
  const own = place === 0;
  const english = (language() === 'EN') === own;
  const text = words.tagline[english ? 0 : 1];
  return element('p', { class: own ? 'tagline' : 'tagline quiet', lang: english ? 'en' : 'zh-CN' }, text);
}
