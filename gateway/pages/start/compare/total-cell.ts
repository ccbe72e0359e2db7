import { element } from '../element.js';
import { say } from '../language.js';
import { spanText } from '../records/entries.js';
import type { Notes } from '../records/notes.js';
import { cutNotice } from '../records/table.js';
import { isOther, verdict } from '../records/totals.js';
import type { Sum } from './measures.js';

/** A total as a text that opens to the records that were added, with their sources; it says when it is not available. */
export function totalCell(sum: Sum | null, notes: Notes): HTMLElement {
  if (sum === null) {
    return element('span', { class: 'quiet' }, say('unavailable'));
  }
  const records = sum.records?.nodes.filter((record) => !isOther(record)) ?? [];
  if (records.length === 0) {
    return element('span', { class: 'quiet' }, sum.records ? say('compareNothing') : sum.text);
  }
  const items = records.map((record) => {
    const when = spanText(record.figure?.from ?? null, record.figure?.to ?? null);
    const figure = notes.cite(record.figure?.text ?? say('notPrinted'), record.figure?.sources ?? []);
    return element('li', {}, figure, ` · ${[when, verdict(record)].filter(Boolean).join(' · ')}`);
  });
  return element(
    'details',
    { class: 'how' },
    element('summary', {}, element('span', { class: hasAny(sum) ? 'figure' : 'quiet' }, sum.text)),
    element('ul', { 'aria-label': say('totalHow') }, ...items),
    cutNotice(sum.records?.nodes.length ?? 0, sum.records?.totalCount ?? 0),
  );
}

/** Whether a total has a record that is counted. */
export const hasAny = (sum: Sum | null): boolean => sum?.records?.nodes.some(({ counted }) => counted) ?? false;
