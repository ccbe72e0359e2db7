import peopleQuery from '../../../../documents/pages/pairing-people.graphql?raw';
import moneyQuery from '../../../../documents/pages/pairing-totals.graphql?raw';
import { ExclusionReason } from '../../../../schema/labels.json';
import type {
  StartPairingPeopleQuery,
  StartPairingTotalsQuery,
  StartPairingTotalsQueryVariables,
} from '../../generated/graphql.js';
import { element } from '../element.js';
import { ask } from '../graph.js';
import { label } from '../labels.js';
import { capitalised, language, say } from '../language.js';
import type { Word } from '../words.js';
import { spanText } from './entries.js';
import type { Notes } from './notes.js';
import { cutNotice, missingText, table } from './table.js';

type Fields<Query extends { readonly pairing: object | null }> = Omit<NonNullable<Query['pairing']>, '__typename'>;
type Totals = Fields<StartPairingTotalsQuery> & Fields<StartPairingPeopleQuery>;
type Total = NonNullable<Totals[keyof Totals]>;
type Item = NonNullable<Total['records']>['nodes'][number];

/** The totals of a pairing, of all time together and of single years; null where there is no such pairing. */
export interface PairingTotals {
  readonly together: Totals | null;
  readonly byYear: Totals | null;
}

/** Asks what the records of a pairing come to. */
export async function askTotals(id: string, signal: AbortSignal): Promise<PairingTotals> {
  const of = async (basis: 'CUMULATIVE' | 'ANNUAL'): Promise<Totals | null> => {
    const variables: StartPairingTotalsQueryVariables = { id, basis, language: language() };
    const [money, people] = await Promise.all([
      ask<StartPairingTotalsQuery>(moneyQuery, variables, signal),
      ask<StartPairingPeopleQuery>(peopleQuery, variables, signal),
    ]);
    return money.data.pairing && people.data.pairing && { ...money.data.pairing, ...people.data.pairing };
  };
  const [together, byYear] = await Promise.all([of('CUMULATIVE'), of('ANNUAL')]);
  return { together, byYear };
}

/** The categories in which this work is assessed, each with its totals. */
const categories: readonly (readonly [category: Word, totals: readonly (readonly [keyof Totals, Word])[]])[] = [
  [
    'categoryOrganisation',
    [
      ['meetings', 'totalMeetings'],
      ['visits', 'totalVisits'],
    ],
  ],
  ['categoryFunds', [['fiscal', 'totalFiscal']]],
  [
    'categoryIndustry',
    [
      ['firms', 'totalFirms'],
      ['investment', 'totalInvestment'],
      ['parks', 'totalParks'],
      ['workshops', 'totalWorkshops'],
      ['projects', 'totalProjects'],
    ],
  ],
  [
    'categoryLabour',
    [
      ['placed', 'totalPlaced'],
      ['placements', 'totalPlacements'],
      ['jobOffers', 'totalJobOffers'],
    ],
  ],
  [
    'categoryTalent',
    [
      ['secondments', 'totalSecondments'],
      ['courses', 'totalCourses'],
    ],
  ],
  [
    'categorySocial',
    [
      ['social', 'totalSocial'],
      ['sales', 'totalSales'],
    ],
  ],
  [
    'categoryPairs',
    [
      ['counties', 'totalCounties'],
      ['villages', 'totalVillages'],
      ['schools', 'totalSchools'],
      ['hospitals', 'totalHospitals'],
    ],
  ],
];

/** Each total by its category, as a line that opens to how it was added up. Null where no category has a record. */
export function totalList({ together, byYear }: PairingTotals, notes: Notes): HTMLElement | null {
  if (!together || !byYear) {
    return null;
  }
  const parts = categories.map(([category, totals]) => {
    const lines = totals.flatMap(([field, name]) => [
      ...totalLine(say(name), together[field], notes),
      ...(together[field] || byYear[field] ? totalLine(say('byYear', say(name)), byYear[field], notes) : []),
    ]);
    return { category, lines };
  });
  if (parts.every(({ lines }) => lines.length === 0)) {
    return null;
  }
  return element(
    'div',
    { class: 'totals' },
    ...parts.map(({ category, lines }) =>
      element(
        'section',
        { class: 'category' },
        element('h3', {}, say(category)),
        ...(lines.length > 0 ? lines : [element('p', { class: 'quiet' }, say('noneRecorded'))]),
      ),
    ),
  );
}

/** A total with its records; none where it has no record, and what says so where it is missing. */
function totalLine(name: string, total: Total | null, notes: Notes): HTMLElement[] {
  if (!total) {
    return [element('p', {}, name, ': ', element('span', { class: 'quiet' }, say('unavailable')))];
  }
  const { text, records } = total;
  if (records?.nodes.every(isOther)) {
    return [];
  }
  const summary = element('summary', {}, name, ': ', element('span', { class: 'figure' }, text));
  if (!records) {
    return [element('details', {}, summary, missingText('unavailable'))];
  }
  const heads = [say('figure'), say('when'), say('totalVerdict'), say('totalBecauseOf')];
  const rows = records.nodes
    .filter((item) => !isOther(item))
    .map((item) => [
      notes.cite(item.figure?.text ?? say('notPrinted'), sourcesOf(item)),
      spanText(item.figure?.from ?? null, item.figure?.to ?? null),
      verdict(item),
      item.by?.figure?.text ?? '',
    ]);
  const cut = cutNotice(records.nodes.length, records.totalCount);
  return [element('details', {}, summary, table(say('totalHow'), heads, rows), cut)];
}

/** Whether a record is of something else than the total. */
export const isOther = ({ reason }: Pick<Item, 'reason'>): boolean =>
  reason === 'OTHER_KIND' || reason === 'OTHER_UNIT' || reason === 'OTHER_BASIS';

const sourcesOf = ({ record }: Item) => (record && 'sources' in record ? record.sources : []);

/** Whether a record counts, and why not, or not in full. */
export function verdict({ counted, reason }: Pick<Item, 'counted' | 'reason'>): string {
  const word = counted ? (reason === null ? say('totalCounted') : say('totalCountedInPart')) : say('totalLeftOut');
  return reason === null ? word : `${capitalised(word)}: ${label(ExclusionReason, reason)}`;
}
