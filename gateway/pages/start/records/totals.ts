import { ExclusionReason } from '../../../../schema/labels.json';
import type { StartPairingTotalsQuery } from '../../generated/graphql.js';
import { element } from '../element.js';
import { label } from '../labels.js';
import { capitalised, say } from '../language.js';
import type { Word } from '../words.js';
import { spanText } from './entries.js';
import type { Notes } from './notes.js';
import { cutNotice, missingText, table } from './table.js';

type Totals = NonNullable<StartPairingTotalsQuery['pairing']>;
type Total = NonNullable<Totals[Exclude<keyof Totals, '__typename'>]>;
type Item = NonNullable<Total['records']>['nodes'][number];

/** The totals in their order, by the fields of the query. */
const names = {
  fiscal: 'totalFiscal',
  fiscalByYear: 'totalFiscalByYear',
  social: 'totalSocial',
  socialByYear: 'totalSocialByYear',
  sales: 'totalSales',
  projects: 'totalProjects',
  jobOffers: 'totalJobOffers',
  placements: 'totalPlacements',
  courses: 'totalCourses',
  secondments: 'totalSecondments',
} as const satisfies Record<Exclude<keyof Totals, '__typename'>, Word>;

/** Each total that has records, as a line that opens to how it was added up. Null where there is none. */
export function totalList(totals: Totals, notes: Notes): HTMLElement | null {
  const lines = Object.entries(names).flatMap(([field, name]) => {
    const total = totals[field as keyof typeof names];
    if (!total) {
      return [element('p', {}, say(name), ': ', element('span', { class: 'quiet' }, say('unavailable')))];
    }
    return total.records?.nodes.every(isOther) ? [] : [totalLine(say(name), total, notes)];
  });
  return lines.length === 0 ? null : element('div', { class: 'totals' }, ...lines);
}

function totalLine(name: string, { text, records }: Total, notes: Notes): HTMLElement {
  const summary = element('summary', {}, name, ': ', element('span', { class: 'figure' }, text));
  if (!records) {
    return element('details', {}, summary, missingText('unavailable'));
  }
  const heads = [say('figure'), say('when'), say('totalVerdict'), say('totalBecauseOf')];
  const items = records.nodes.filter((item) => !isOther(item));
  const rows = items.map((item) => [
    notes.cite(item.figure?.text ?? say('notPrinted'), sourcesOf(item)),
    spanText(item.figure?.from ?? null, item.figure?.to ?? null),
    verdict(item),
    item.by?.figure?.text ?? '',
  ]);
  return element(
    'details',
    {},
    summary,
    table(say('totalHow'), heads, rows),
    cutNotice(records.nodes.length, records.totalCount),
  );
}

/** Whether a record is of something else than the total. */
export const isOther = ({ reason }: Pick<Item, 'reason'>): boolean =>
  reason === 'OTHER_KIND' || reason === 'OTHER_UNIT';

const sourcesOf = ({ record }: Item) => (record && 'sources' in record ? record.sources : []);

/** Whether a record counts, and why not, or not in full. */
export function verdict({ counted, reason }: Pick<Item, 'counted' | 'reason'>): string {
  const word = counted ? (reason === null ? say('totalCounted') : say('totalCountedInPart')) : say('totalLeftOut');
  return reason === null ? word : `${capitalised(word)}: ${label(ExclusionReason, reason)}`;
}
