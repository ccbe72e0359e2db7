import choicesQuery from '../../../../documents/pages/overview-choices.graphql?raw';
import type {
  Language,
  StartOverviewChoicesQuery,
  StartOverviewChoicesQueryVariables,
} from '../../generated/graphql.js';
import { element, present } from '../element.js';
import { ask, lacks, type Missing } from '../graph.js';
import { language, say } from '../language.js';
import type { Place } from '../lists/list-view.js';
import { missingNotice } from '../notices.js';
import { Notes } from '../records/notes.js';
import type { View } from '../view.js';
import { words } from '../words.js';
import { filterChoice, narrowed, viewChoice } from './controls.js';
import { pictureOf } from './pictures.js';
import { reported } from './reported.js';
import { multiples } from './multiples.js';
import { pathOf, stateOf, type OverviewState } from './state.js';
import { timeControl } from './time-control.js';

/** The start page: who helps whom, place by place, as the address says: on a day, by a measure, as a picture and a table. */
export async function overviewPage(place: Place, open: (path: string) => void): Promise<View> {
  const { signal } = place;
  const { state: asked, unknown } = stateOf(place.search);
  const { from, to, round } = asked;
  const variables: StartOverviewChoicesQueryVariables = {
    from,
    to,
    round: round ?? '',
    hasFrom: from !== null,
    hasTo: to !== null,
    hasRound: round !== null,
  };
  const choosing = ask<StartOverviewChoicesQuery>(choicesQuery, variables, signal);
  // The places say what lies in them, so that nothing else waits for the choices.
  const choices = from === null && to === null && round === null ? null : await choosing;
  const { state, unknown: nowhere } =
    choices && !lacks(choices.missing, 'pairings')
      ? withoutUnknown(asked, choices.data)
      : { state: asked, unknown: [] };
  const places = { from: choices?.data.from ?? null, to: choices?.data.to ?? null };
  const notes = new Notes();
  const isOfPlaces = state.from !== null || state.to !== null;
  const [{ data, missing }, main, rest] = await Promise.all([
    choosing,
    state.view === 'rounds' ? multiples(state, place) : pictureOf(state, places, place, open),
    isOfPlaces ? reported(state, notes, signal) : null,
  ]);
  const { programme } = state;
  const isNone = programme !== null && data.programmes?.nodes.every(({ id }) => id !== programme) === true;
  const bad = [...unknown, ...nowhere, ...(isNone ? [programme] : [])];
  const hasDay = state.view !== 'rounds' && state.measure === 'pairings';
  const content = present([
    element('h1', { tabindex: -1 }, say('title')),
    tagline(language(), 'tagline'),
    tagline(language() === 'EN' ? 'ZH' : 'EN', 'tagline quiet'),
    missingNotice(together(missing, main.missing, rest?.missing)),
    bad.length > 0 && element('p', { class: 'notice' }, badText(bad, state)),
    element('h2', {}, say('who')),
    hasDay &&
      timeControl(state.round !== null || state.year !== null ? undefined : state.day, (day) => {
        open(pathOf(state, { day, year: null, round: null }));
      }),
    filterChoice(state, data.programmes, open),
    narrowed(state, places, data.round ?? null),
    viewChoice(state),
    main.content,
    ...(rest?.content ?? []),
    notes.list(),
    ...main.after,
  ]);
  return { title: say('who'), content };
}

/** The state without the places and the round that there are not, and their ids. */
function withoutUnknown(
  state: OverviewState,
  found: StartOverviewChoicesQuery,
): { readonly state: OverviewState; readonly unknown: readonly string[] } {
  const names = (['from', 'to', 'round'] as const).filter((name) => state[name] !== null && !found[name]);
  return {
    state: { ...state, ...Object.fromEntries(names.map((name) => [name, null])) },
    unknown: names.flatMap((name) => state[name] ?? []),
  };
}

function badText(bad: readonly string[], { day }: OverviewState): string {
  return say('badState', bad.join('”, “'), day ?? say('anyTime'));
}

/** What several answers lack, each part once. */
function together(...all: readonly (Missing | undefined)[]): Missing {
  const parts = new Map(
    all.flatMap((each) => each?.parts ?? []).map((part) => [`${part.subgraph ?? ''} ${part.code}`, part]),
  );
  return {
    parts: [...parts.values()],
    requestId: all.find((each) => each && each.parts.length > 0)?.requestId ?? null,
  };
}

/** The tagline in one language. */
function tagline(shown: Language, style: string): HTMLElement {
  const [english, chinese] = words.tagline;
  return shown === 'EN'
    ? element('p', { class: style, lang: 'en' }, english)
    : element('p', { class: style, lang: 'zh-CN' }, chinese);
}
