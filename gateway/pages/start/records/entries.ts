import type { DateText, Entry, List, Party } from '../answers.js';
import { element, present } from '../element.js';
import { language, nameOf, say } from '../language.js';
import { term } from '../terms.js';
import type { Notes } from './notes.js';
import { cutNotice, table, type Cell } from './table.js';

/** Some records of one kind, with how they are told and who took part. */
export interface EntryKind {
  readonly list: List<Entry> | undefined;
  readonly what: (entry: Entry) => string;
  /** Fields that name those from whom it comes, and those to whom it goes. */
  readonly from?: readonly string[];
  readonly to?: readonly string[];
}

/** A table of records, each number with its source; null when there are none. */
export function entryTable(caption: string, kinds: readonly EntryKind[], notes: Notes): HTMLElement | null {
  const rows = kinds.flatMap((kind) => (kind.list?.nodes ?? []).map((entry) => row(entry, kind, notes)));
  if (rows.length === 0) {
    return null;
  }
  const total = kinds.reduce((sum, { list }) => sum + (list?.totalCount ?? 0), 0);
  const heads = [say('what'), say('figure'), say('involved'), say('when')];
  return element('div', {}, table(caption, heads, rows), cutNotice(rows.length, total));
}

/** A party as a link to its page; an organisation, which has none, as its name. */
export function partyLink(party: Party): HTMLElement {
  const name = nameOf(party);
  return party.__typename === 'Region'
    ? element('a', { href: `/regions/${encodeURIComponent(party.id)}` }, name)
    : element('span', {}, name);
}

/** A span of time in words; empty where no source gives one. */
export function spanText(from: DateText | null, to: DateText | null): string {
  const [begin, end] = [from, to].map((date) => (date?.precision === 'UNKNOWN' ? undefined : date?.text));
  if (begin && end) {
    // The end is not included: from 2018 to 2019 is the year 2018.
    const oneYear = from?.precision === 'YEAR' && to?.precision === 'YEAR' && parseInt(end) === parseInt(begin) + 1;
    return oneYear ? begin : say('span', begin, end);
  }
  return begin ? say('from', begin) : end ? say('until', end) : '';
}

function row(entry: Entry, kind: EntryKind, notes: Notes): Cell[] {
  const what = element('span', {}, kind.what(entry));
  const note = entry.note === null ? null : element('span', { class: 'quiet block', lang: 'en' }, entry.note);
  return [element('span', {}, what, note), figure(entry, notes), parties(entry, kind), spanText(entry.from, entry.to)];
}

function figure({ figure, status, sources }: Entry, notes: Notes): HTMLElement {
  const number = element('span', { class: figure ? 'figure' : 'quiet' }, figure?.text ?? say('notPrinted'));
  const cited = notes.cite(number, sources);
  const told = statusText(status, figure !== null);
  return told === null ? cited : element('span', {}, cited, ' ', element('span', { class: 'status' }, told));
}

/** The text of a figure says by itself that it is not done yet; it says nothing where the source leaves it open. */
function statusText(status: string, hasFigure: boolean): string | null {
  if (status === 'UNSPECIFIED') {
    return say('statusOpen');
  }
  return hasFigure || status === 'ACTUAL' ? null : term(status);
}

function parties(entry: Entry, { from = [], to = [] }: EntryKind): HTMLElement {
  const [givers, takers] = [named(entry, from), named(entry, to)];
  return element('span', {}, ...givers, givers.length && takers.length ? ' → ' : '', ...takers);
}

function named(entry: Entry, fields: readonly string[]): (Node | string)[] {
  const all = fields.flatMap((field) => (entry[field] as Party | readonly Party[] | null | undefined) ?? []);
  const links = all.map(partyLink);
  const comma = language() === 'EN' ? ', ' : '、';
  return present(links.flatMap((link, place) => [place > 0 && comma, link]));
}
