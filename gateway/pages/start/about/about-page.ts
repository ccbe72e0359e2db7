import query from '../../../../documents/pages/about.graphql?raw';
import { Confidence, DocumentKind } from '../../../../schema/labels.json';
import type { StartAboutQuery } from '../../generated/graphql.js';
import { element, present } from '../element.js';
import { factList } from '../facts.js';
import { ask } from '../graph.js';
import { stackedTable } from '../stacked-table.js';
import { label } from '../labels.js';
import { capitalised, say } from '../language.js';
import { missingNotice } from '../notices.js';
import { queryBox } from '../query-box.js';
import { missingText } from '../records/table.js';
import type { View } from '../view.js';
import { words } from '../words.js';
import { askDataSets, type DataSets } from './data-sets.js';

type Count = { readonly totalCount: number } | null;

/** The page that says what the data are: how many, what they leave open, under what licence, and how to cite them. */
export async function aboutPage(signal: AbortSignal): Promise<View> {
  const [{ data, missing }, sets] = await Promise.all([ask<StartAboutQuery>(query, {}, signal), askDataSets(signal)]);
  const part = (heading: string, ...parts: readonly Node[]): HTMLElement =>
    element('section', {}, element('h2', {}, heading), ...parts);
  const text = (paragraph: string): HTMLElement => element('p', {}, paragraph);
  const content = present([
    element('h1', { tabindex: -1 }, say('about')),
    text(say('aboutIntro')),
    missingNotice(missing),
    part(say('dataSets'), ...setTable(sets)),
    part(say('howMany'), counts(data, sets)),
    part(say('noRecordHeading'), text(say('noRecordMeans'))),
    part(
      say('confidenceHeading'),
      text(say('confidenceMeans')),
      factList([
        [capitalised(label(Confidence, 'ONE_TEXT')), say('oneText')],
        [capitalised(label(Confidence, 'TWO_TEXTS')), say('twoTexts')],
      ]),
    ),
    part(say('licenceHeading'), text(say('licence'))),
    part(say('citeHeading'), text(say('citeHow'))),
    queryBox(query, {}),
  ]);
  return { title: say('about'), content };
}

function setTable(sets: DataSets | null): HTMLElement[] {
  if (!sets) {
    return [missingText('unavailable')];
  }
  const heads = [say('dataSet'), say('pairings'), say('records'), say('recordYears')];
  const rows = sets.sets.map(({ id, pairings, records, years }) => [
    element('span', {}, element('b', {}, id), titleOf(id)),
    pairings.toLocaleString('en'),
    records.toLocaleString('en'),
    years ? (years[0] === years[1] ? String(years[0]) : `${years[0]}–${years[1]}`) : '',
  ]);
  const notice = sets.isCut ? [element('p', { class: 'quiet' }, say('atLeastCounts'))] : [];
  return [
    stackedTable(say('dataSets'), heads, rows),
    ...notice,
    element('p', {}, `${say('dataVersion')}: `, element('code', {}, sets.version), ` · ${say('dataVersionMeans')}`),
  ];
}

/** What a data set is, where it is one of those that ship. */
function titleOf(id: string): HTMLElement | null {
  const word = `dataSet_${id}`;
  return word in words ? element('span', { class: 'quiet block' }, say(word as keyof typeof words)) : null;
}

function counts(data: StartAboutQuery, sets: DataSets | null): HTMLElement {
  const number = (list: Count): string => list?.totalCount.toLocaleString('en') ?? say('unavailable');
  const link = (href: string, list: Count): HTMLElement => element('a', { href }, number(list));
  const kinds = Object.keys(DocumentKind) as (keyof typeof DocumentKind)[];
  const figures = sets?.sets.reduce((sum, { records }) => sum + records, 0);
  const ofKinds = kinds.flatMap((kind): (readonly [string, Node])[] => {
    const list = data[kind.toLowerCase() as Lowercase<typeof kind>];
    return list?.totalCount === 0 ? [] : [[`— ${label(DocumentKind, kind)}`, link(`/documents?kind=${kind}`, list)]];
  });
  return factList([
    [say('pairings'), link('/pairings', data.pairings)],
    [say('programmes'), link('/programmes', data.programmes)],
    [say('roundsHead'), number(data.rounds)],
    [say('regions'), link('/regions', data.regions)],
    [say('recordsAndFigures'), figures?.toLocaleString('en') ?? say('unavailable')],
    [say('discrepancies'), number(data.discrepancies)],
    [say('documents'), link('/documents', data.documents)],
    ...ofKinds,
  ]);
}
