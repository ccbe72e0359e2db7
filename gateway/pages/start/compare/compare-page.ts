import { element, present } from '../element.js';
import type { Missing } from '../graph.js';
import { language, say } from '../language.js';
import type { Place } from '../lists/list-view.js';
import { missingNotice } from '../notices.js';
import { queryBox } from '../query-box.js';
import { Notes } from '../records/notes.js';
import { comparedTables } from '../take-along/record-tables.js';
import { takeAlong } from '../take-along/take-along.js';
import type { View } from '../view.js';
import { categories, type ComparedKind, type Measure } from './measures.js';
import { comparedPath, comparedIn, mostCompared } from './compared.js';
import { categoryTable, yearTable } from './compare-tables.js';
import { choice } from './choice.js';
import { comparedQuery, loadSubject, mostYears, type Subject } from './subject.js';
import { hasAny } from './total-cell.js';

/** The page that compares two to four pairings or regions, which its address names. */
export async function comparePage(place: Place): Promise<View> {
  const values = new URLSearchParams(place.search);
  const { kind, ids } = comparedIn(values);
  const shown = ids.slice(0, mostCompared);
  const loaded = await Promise.all(shown.map((id) => loadSubject(kind, id, place.signal)));
  const subjects = loaded.flatMap(({ subject }) => subject ?? []);
  const unknown = shown.filter((_, at) => loaded[at]?.subject === null);
  const [first] = subjects;
  const asked = first && comparedQuery(kind, first.id);
  const content = present([
    element('h1', { tabindex: -1 }, say('compare')),
    element('p', { class: 'quiet' }, say('compareIntro'), ' ', listLink('pairings'), ' · ', listLink('regions')),
    ...notices(ids.length, unknown, subjects.length),
    missingNotice(merged(loaded.map(({ missing }) => missing))),
    subjects.length > 0 && subjectList(kind, subjects, values),
    ...(subjects.length > 0 ? tables(kind, subjects, values, place.replace) : []),
    asked && takeAlong({ ...asked, tables: comparedTables(kind, shown) }),
    asked && queryBox(asked.query, asked.variables),
  ]);
  const names = subjects.map(({ name }) => name).join(language() === 'EN' ? ' / ' : '／');
  return { title: names === '' ? say('compare') : `${say('compare')}: ${names}`, content };
}

const listLink = (name: ComparedKind): HTMLElement => element('a', { href: `/${name}` }, say(name));

function notices(asked: number, unknown: readonly string[], found: number): (HTMLElement | false)[] {
  const notice = (text: string): HTMLElement => element('p', { class: 'notice', role: 'status' }, text);
  return [
    asked > mostCompared && notice(say('compareTooMany', asked)),
    unknown.length > 0 && notice(say('compareUnknown', unknown.join(language() === 'EN' ? ', ' : '、'))),
    found === 1 && notice(say('compareTooFew')),
  ];
}

/** One notice for all answers: each part once. */
function merged(all: readonly Missing[]): Missing {
  const parts = new Map(all.flatMap(({ parts: some }) => some.map((part) => [`${part.subgraph} ${part.code}`, part])));
  return { parts: [...parts.values()], requestId: all.find(({ parts: some }) => some.length > 0)?.requestId ?? null };
}

/** What is compared, each with a link to its page and one that takes it out. */
function subjectList(kind: ComparedKind, subjects: readonly Subject[], values: URLSearchParams): HTMLElement {
  const items = subjects.map(({ id, name, about, path }) => {
    const others = subjects.filter((each) => each.id !== id).map((each) => each.id);
    const without = element('a', { href: comparedPath(kind, others, values) }, say('compareTakeOut', name));
    return element(
      'li',
      {},
      element('a', { href: path }, name),
      ' ',
      about === '' ? null : element('span', { class: 'quiet' }, about),
      ' ',
      subjects.length > 1 ? element('span', { class: 'quiet' }, without) : null,
    );
  });
  return element('ul', { class: 'compared' }, ...items);
}

/** Both tables with their choices of year and measure, which the address keeps. */
function tables(
  kind: ComparedKind,
  subjects: readonly Subject[],
  values: URLSearchParams,
  replace: (search: string) => void,
): HTMLElement[] {
  const box = element('div', {});
  const change = (name: string, value: string): void => {
    if (value === '') {
      values.delete(name);
    } else {
      values.set(name, value);
    }
    replace(`?${values.toString()}`);
    show();
    document.getElementById(`choose-${name}`)?.focus();
  };
  const show = (): void => {
    box.replaceChildren(...tablesNow(kind, subjects, values, change));
  };
  show();
  return [box];
}

function tablesNow(
  kind: ComparedKind,
  subjects: readonly Subject[],
  values: URLSearchParams,
  change: (name: string, value: string) => void,
): (Node | string)[] {
  const notes = new Notes();
  const years = [...new Set(subjects.flatMap(({ byYear }) => [...byYear.keys()]))].sort((one, other) => other - one);
  const asked = values.get('year') ?? '';
  const year = years.find((each) => String(each) === asked) ?? null;
  const measures = categories[kind].flatMap((category) => category.measures);
  const yearly = measures.filter(({ field }) =>
    subjects.some(({ byYear }) => Array.from(byYear.values()).some((sums) => hasAny(sums[field] ?? null))),
  );
  const measure = yearly.find(({ field }) => field === values.get('measure')) ?? yearly[0];
  const sumsOf = (subject: Subject) => (year === null ? subject.allTime : (subject.byYear.get(year) ?? null));
  return present([
    element('h2', {}, say('compareByCategory')),
    asked !== '' && year === null && element('p', { class: 'notice' }, say('compareBadYear', asked)),
    choice('year', say('compareYear'), ['', ...years.map(String)], year === null ? '' : String(year), change, (each) =>
      each === '' ? say('compareAllTime') : each,
    ),
    element('p', { class: 'quiet' }, say('compareWithParts')),
    categoryTable(categories[kind], subjects, sumsOf, notes),
    element('p', { class: 'quiet' }, say('compareBarKey')),
    element('h2', {}, say('compareByYear')),
    ...(measure ? byYear(years, yearly, measure, subjects, notes, change) : [noYears()]),
    subjects.some(({ hasEarlier }) => hasEarlier) && element('p', { class: 'quiet' }, say('compareEarlier', mostYears)),
    notes.list(),
  ]);
}

const noYears = (): HTMLElement => element('p', { class: 'notice' }, say('compareNoYears'));

function byYear(
  years: readonly number[],
  yearly: readonly Measure[],
  measure: Measure,
  subjects: readonly Subject[],
  notes: Notes,
  change: (name: string, value: string) => void,
): HTMLElement[] {
  const names = new Map<string, string>(yearly.map(({ field, name }) => [field, say(name)]));
  return [
    choice(
      'measure',
      say('compareMeasure'),
      [...names.keys()],
      measure.field,
      change,
      (each) => names.get(each) ?? each,
    ),
    yearTable(years, measure, subjects, notes),
  ];
}
