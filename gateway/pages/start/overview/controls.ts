import { PairingLevel } from '../../../../schema/labels.json';
import type { StartOverviewChoicesQuery } from '../../generated/graphql.js';
import { element } from '../element.js';
import { label } from '../labels.js';
import { capitalised, nameOf, say } from '../language.js';
import { measureText, type Places } from './ask-bands.js';
import { eachYear, measureNames, pathOf, viewNames, type OverviewState, type ViewName } from './state.js';

const viewWords = {
  flow: 'viewFlow',
  matrix: 'viewMatrix',
  map: 'viewMap',
  rounds: 'viewRounds',
} as const satisfies Readonly<Record<ViewName, string>>;

/** Links to the pictures, of which one is shown. */
export function viewChoice(state: OverviewState): HTMLElement {
  const links = viewNames.map((view) =>
    element(
      'a',
      { id: `view-${view}`, href: pathOf(state, { view }), 'aria-current': view === state.view ? 'true' : null },
      say(viewWords[view]),
    ),
  );
  return element('nav', { class: 'views', 'aria-label': say('views') }, ...links);
}

/** Measure, programme, level and year; each choice opens its address. */
export function filterChoice(
  state: OverviewState,
  programmes: StartOverviewChoicesQuery['programmes'],
  open: (path: string) => void,
): HTMLElement {
  const levels = Object.keys(PairingLevel) as (keyof typeof PairingLevel)[];
  const isOfPairings = state.measure === 'pairings';
  const years = Array.from({ length: new Date().getFullYear() - 1990 }, (_, place) =>
    String(new Date().getFullYear() - place),
  );
  const isOfRounds = state.view === 'rounds';
  return element(
    'div',
    { class: 'filters', role: 'group', 'aria-label': say('filters') },
    isOfRounds
      ? null
      : choice(
          'measure',
          say('measure'),
          measureNames.map((name) => [name, measureText(name)]),
          state.measure,
          (measure) => {
            const chosen = measureNames.find((name) => name === measure) ?? 'pairings';
            open(pathOf(state, { measure: chosen, ...(chosen === 'pairings' ? {} : { round: null }) }));
          },
        ),
    choice(
      'programme',
      say('programme'),
      [['', say('all')], ...(programmes?.nodes ?? []).map((each) => [each.id, nameOf(each)] as const)],
      state.programme ?? '',
      (programme) => {
        open(pathOf(state, { programme: programme || null }));
      },
    ),
    choice(
      'level',
      say('level'),
      [['', say('all')], ...levels.map((level) => [level, label(PairingLevel, level)] as const)],
      state.level ?? '',
      (level) => {
        open(pathOf(state, { level: levels.find((each) => each === level) ?? null }));
      },
    ),
    isOfRounds
      ? null
      : choice(
          'year',
          say(isOfPairings ? 'yearFilter' : 'yearOfFigures'),
          [
            ['', say(isOfPairings ? 'yearByDay' : 'yearAllTogether')],
            ...(isOfPairings ? [] : [[eachYear, say('yearEach')] as const]),
            ...years.map((year) => [year, year] as const),
          ],
          String(state.year ?? ''),
          (year) => {
            open(pathOf(state, { year: year === eachYear ? eachYear : year === '' ? null : Number(year) }));
          },
        ),
  );
}

function choice(
  name: string,
  text: string,
  options: readonly (readonly [value: string, text: string])[],
  chosen: string,
  changed: (value: string) => void,
): HTMLElement {
  const select = element(
    'select',
    { id: `overview-${name}` },
    ...options.map(([value, shown]) => element('option', { value, selected: value === chosen }, capitalised(shown))),
  );
  select.addEventListener('change', () => {
    changed(select.value);
  });
  return element('div', { class: 'choice' }, element('label', { for: select.id }, text), select);
}

/** What the sides are narrowed to, each with a link that widens it again; null where they are not. */
export function narrowed(
  state: OverviewState,
  { from, to }: Places,
  round: StartOverviewChoicesQuery['round'],
): HTMLElement | null {
  const parts = [
    ...(from ? [part(say('donor'), trail(state, 'from', from), pathOf(state, { from: null }))] : []),
    ...(to ? [part(say('recipient'), trail(state, 'to', to), pathOf(state, { to: null }))] : []),
    ...(round ? [part(say('round'), [nameOf(round)], pathOf(state, { round: null }))] : []),
  ];
  return parts.length === 0 ? null : element('ul', { class: 'narrowed' }, ...parts);
}

function part(name: string, content: readonly (Node | string)[], wider: string): HTMLElement {
  return element(
    'li',
    {},
    element('span', { class: 'quiet' }, `${name}: `),
    ...content,
    ' ',
    element('a', { href: wider, class: 'wider', 'aria-label': say('widen', name), title: say('widen', name) }, '✕'),
  );
}

/** The regions above a place as links, and the place. */
function trail(state: OverviewState, side: 'from' | 'to', place: NonNullable<Places['from']>): (Node | string)[] {
  const above = place.ancestors.flatMap((each) => [
    element('a', { href: pathOf(state, { [side]: each.id }) }, nameOf(each)),
    ' › ',
  ]);
  return [...above, element('b', {}, nameOf(place))];
}
