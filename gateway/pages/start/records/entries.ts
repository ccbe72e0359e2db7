import { FigureStatus } from '../../../../schema/labels.json';
import type { DateText, List, Party, ReportedRecord } from '../answer-parts.js';
import { element, present } from '../element.js';
import { capitalised, inEither, language, nameOf, say } from '../language.js';
import { label } from '../labels.js';
import { organisationPath } from '../paths.js';
import { hasUnknown, isUnknown } from '../unknown.js';
import type { Notes } from './notes.js';
import { cutNotice, missingText, table, type Cell } from './table.js';

type Parties = Party | readonly Party[] | null;

/** What a table says of a record beside its figure, dates and sources. */
export interface Summary {
  readonly what: string;
  /** From whom it comes, and to whom it goes. */
  readonly from?: Parties;
  readonly to?: Parties;
}

/** Records of one type with their summaries, and how many there are over all pages; null when that is not known. */
export type Entries = {
  readonly totalCount: number;
  readonly items: readonly { readonly record: ReportedRecord; readonly summary: Summary }[];
} | null;

/** The records of a list, each with its summary; null for a list that is missing. */
export function entriesOf<Item extends ReportedRecord>(list: List<Item>, summary: (record: Item) => Summary): Entries {
  return (
    list && {
      totalCount: list.totalCount,
      items: list.nodes.map((record) => ({ record, summary: summary(record) })),
    }
  );
}

/** A table of records, each figure with its sources; it says when a list is missing. Null when there are no records. */
export function entryTable(caption: string, lists: readonly Entries[], notes: Notes): HTMLElement | null {
  const known = lists.filter((list) => list !== null);
  const rows = known.flatMap(({ items }) => items.map(({ record, summary }) => row(record, summary, notes)));
  const isWhole = known.length === lists.length;
  if (rows.length === 0) {
    return isWhole ? null : missingText('unavailable');
  }
  const total = known.reduce((sum, { totalCount }) => sum + totalCount, 0);
  const heads = [say('what'), say('figure'), say('involved'), say('when')];
  const notice = isWhole ? null : missingText('partMissing');
  return element('div', {}, table(caption, heads, rows), cutNotice(rows.length, total), notice);
}

/** A region or an organisation as a link to its page. */
export function partyLink({ __typename, id, ...party }: Party): HTMLElement {
  return element('a', { href: __typename === 'Region' ? regionPath(id) : organisationPath(id) }, nameOf(party));
}

/** The path of a region's page. */
export function regionPath(id: string): string {
  return `/regions/${encodeURIComponent(id)}`;
}

/** A period as text; empty where no source gives one. */
export function spanText(from: DateText | null, to: DateText | null): string {
  const [begin, end] = [from, to].map((date) => (date?.precision === 'UNKNOWN' ? undefined : date?.text));
  if (begin && end) {
    // The end is not included: from 2018 to 2019 is the year 2018.
    const oneYear = from?.precision === 'YEAR' && to?.precision === 'YEAR' && parseInt(end) === parseInt(begin) + 1;
    return oneYear ? begin : say('span', begin, end);
  }
  return begin ? say('from', begin) : end ? say('until', end) : '';
}

function row(record: ReportedRecord, { what, from, to }: Summary, notes: Notes): Cell[] {
  const note = inEither(record.note, record.noteZh);
  const first = inEither(record.distinction, record.distinctionZh);
  const gap = hasUnknown(record) ? element('span', { class: 'quiet block' }, say('fieldMissing')) : null;
  return [
    element(
      'span',
      {},
      element('span', {}, capitalised(what)),
      first && element('span', { class: 'distinction', lang: first.lang }, capitalised(first.text)),
      note && element('span', { class: 'quiet block', lang: note.lang }, note.text),
      gap,
    ),
    figureCell(record, notes),
    partiesCell(from, to),
    spanText(record.from, record.to),
  ];
}

function figureCell(record: ReportedRecord, notes: Notes): HTMLElement {
  const { figure, status, sources } = record;
  const text = figure?.text ?? say(isUnknown(record, 'figure') ? 'unavailable' : 'notPrinted');
  const number = element('span', { class: figure ? 'figure' : 'quiet' }, text);
  const cited = notes.cite(number, sources);
  const asPrinted = figure?.asPrinted;
  const printed = asPrinted == null ? null : element('span', { class: 'quiet block', lang: 'zh' }, `“${asPrinted}”`);
  const shown = printed === null ? cited : element('span', {}, cited, printed);
  return saysStatus(status, figure !== null)
    ? element('span', {}, shown, ' ', element('span', { class: 'status' }, label(FigureStatus, status)))
    : shown;
}

/** Whether the status is shown: the text of a figure has it already, but for UNSPECIFIED. */
function saysStatus(status: ReportedRecord['status'], hasFigure: boolean): boolean {
  return status === 'UNSPECIFIED' || (!hasFigure && status !== 'ACTUAL');
}

function partiesCell(from: Parties = null, to: Parties = null): HTMLElement {
  const [givers, receivers] = [partyLinks(from), partyLinks(to)];
  return element('span', {}, ...givers, givers.length && receivers.length ? ' → ' : '', ...receivers);
}

function partyLinks(parties: Parties): (Node | string)[] {
  const links = [parties ?? []].flat().map(partyLink);
  const comma = language() === 'EN' ? ', ' : '、';
  return present(links.flatMap((link, place) => [place > 0 && comma, link]));
}
