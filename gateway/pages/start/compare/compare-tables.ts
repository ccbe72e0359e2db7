import { element } from '../element.js';
import { say } from '../language.js';
import type { Notes } from '../records/notes.js';
import { bar, scaleOf } from './bar.js';
import type { Category, Measure } from './measures.js';
import type { Subject, Sums } from './subject.js';
import { totalCell } from './total-cell.js';

/** The subjects side by side in all categories, with the totals that `sumsOf` gives. */
export function categoryTable(
  categories: readonly Category[],
  subjects: readonly Subject[],
  sumsOf: (subject: Subject) => Sums | null,
  notes: Notes,
): HTMLElement {
  const bodies = categories.map(({ name, measures }) =>
    element(
      'tbody',
      {},
      element(
        'tr',
        { class: 'category' },
        element('th', { scope: 'rowgroup', colspan: subjects.length + 1 }, say(name)),
      ),
      ...measures.map((measure) => {
        const sums = subjects.map((subject) => sumsOf(subject)?.[measure.field]);
        const scale = scaleOf(sums.map((sum) => sum ?? null));
        return row(
          say(measure.name),
          subjects,
          sums.map((sum) => (sum === undefined ? nothing() : cell(totalCell(sum, notes), bar(sum, scale)))),
        );
      }),
    ),
  );
  return comparison(say('compareByCategory'), say('compareMeasure'), subjects, bodies);
}

/** The subjects side by side, year by year, in one measure. */
export function yearTable(
  years: readonly number[],
  measure: Measure,
  subjects: readonly Subject[],
  notes: Notes,
): HTMLElement {
  const sumOf = (subject: Subject, year: number) => subject.byYear.get(year)?.[measure.field];
  const scale = scaleOf(years.flatMap((year) => subjects.map((subject) => sumOf(subject, year) ?? null)));
  const rows = years.map((year) =>
    row(
      String(year),
      subjects,
      subjects.map((subject) => {
        const sum = sumOf(subject, year);
        return sum === undefined ? nothing() : cell(totalCell(sum, notes), bar(sum, scale));
      }),
    ),
  );
  const caption = `${say('compareByYear')}: ${say(measure.name)}`;
  return comparison(caption, say('compareYearHead'), subjects, [element('tbody', {}, ...rows)]);
}

const nothing = (): HTMLElement => element('span', { class: 'quiet' }, say('compareNothing'));

const cell = (text: HTMLElement, drawn: HTMLElement | null): HTMLElement => element('div', {}, text, drawn);

function row(head: string, subjects: readonly Subject[], cells: readonly HTMLElement[]): HTMLElement {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, head),
    ...cells.map((content, place) => element('td', { 'data-head': subjects[place]?.name }, content)),
  );
}

function comparison(
  caption: string,
  corner: string,
  subjects: readonly Subject[],
  bodies: readonly HTMLElement[],
): HTMLElement {
  const heads = subjects.map(({ name }) => element('th', { scope: 'col' }, name));
  return element(
    'table',
    { class: 'comparison' },
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, corner), ...heads)),
    ...bodies,
  );
}
