import { PeriodEnd } from '../../../../schema/labels.json';
import type { DateText } from '../answer-parts.js';
import { element } from '../element.js';
import { label } from '../labels.js';
import { say } from '../language.js';
import { isUnknown } from '../unknown.js';
import { spanText } from './entries.js';

/** When a pairing held, as all pages show it. */
export interface Period {
  readonly from: DateText | null;
  readonly to: DateText | null;
  readonly end: keyof typeof PeriodEnd | null;
  readonly endedBefore: DateText | null;
  readonly lastConfirmed: DateText | null;
}

/** The dates of a period; empty where no source gives one. */
export function periodText(period: Period): string {
  const { from, to, end, endedBefore } = period;
  if (isUnknown(period, 'from') || isUnknown(period, 'to')) {
    return say('unavailable');
  }
  const ended = end === 'ENDED_BEFORE' && endedBefore ? say('endedBefore', endedBefore.text) : '';
  const planned = to && end === 'PLANNED_TERM' ? label(PeriodEnd, end) : '';
  return [spanText(from, ended ? null : to), ended, planned].filter(Boolean).join(' · ');
}

/** By when a period is last confirmed, where no end is reported that is no plan; null where there is nothing to say. */
export function confirmedText({ lastConfirmed }: Period): string | null {
  return lastConfirmed ? say('lastConfirmed', lastConfirmed.text) : null;
}

/** The dates of a period, and below them, paler, by when it is last confirmed. */
export function periodCell(period: Period): HTMLElement {
  const confirmed = confirmedText(period);
  return element(
    'span',
    { class: 'period block' },
    periodText(period) || say('undated'),
    confirmed && element('span', { class: 'last-confirmed' }, confirmed),
  );
}
