import type { Discrepancy, Entry, Records } from '../answers.js';
import { element } from '../element.js';
import { language, nameOf, say } from '../language.js';
import { term, unitWords } from '../terms.js';
import type { Word } from '../words.js';
import { entryTable, type EntryKind } from './entries.js';
import type { Notes } from './notes.js';

/** A part of a page with a heading; null when there is nothing to put into it. */
export function section(heading: Word, ...parts: readonly (Node | null)[]): HTMLElement | null {
  const there = parts.filter((part) => part !== null);
  return there.length === 0 ? null : element('section', {}, element('h2', {}, say(heading)), ...there);
}

/** Funds as a kind of record: what money it is, from whom and to whom. */
export function funds(list: EntryKind['list']): EntryKind {
  return {
    list,
    what: ({ kind, purpose }) => words(kind && term(kind), language() === 'EN' && purpose),
    from: ['donors'],
    to: ['recipient'],
  };
}

/** The parts of a page that regions and pairings have alike: projects, jobs, training, outcomes. */
export function recordSections(records: Records, notes: Notes): (HTMLElement | null)[] {
  const part = (heading: Word, kinds: readonly EntryKind[]): HTMLElement | null =>
    section(heading, entryTable(say(heading), kinds, notes));
  return [
    part('projects', [{ list: records.projects, what: project, to: ['place'] }]),
    part('jobs', [
      { list: records.placements, what: placement, from: ['origin'], to: ['destination'] },
      { list: records.jobOffers, what: offer, from: ['providers'], to: ['recipient'] },
      { list: records.jobFairs, what: fair, from: ['organisers'], to: ['recipient'] },
    ]),
    part('training', [
      { list: records.courses, what: course, from: ['origin'], to: ['host'] },
      { list: records.secondments, what: secondment, from: ['origins'], to: ['destinations'] },
    ]),
    part('outcomes', [{ list: records.outcomes, what: ({ indicator }) => term(indicator ?? ''), to: ['region'] }]),
  ];
}

/** What does not fit, with the difference and where it is printed. */
export function discrepancySection(found: readonly Discrepancy[] | undefined, notes: Notes): HTMLElement | null {
  const items = (found ?? []).map(({ kind, text, textZh, difference, unit, sources }) => {
    const told = element('span', {}, language() === 'EN' ? text : textZh);
    const amount = difference === null ? null : `${difference.toLocaleString('en')} ${unit ? unitWords(unit) : ''}`;
    const gap = amount === null ? null : element('span', { class: 'quiet block' }, say('difference', amount.trim()));
    return element('li', {}, element('strong', {}, term(kind)), ' · ', notes.cite(told, sources), gap);
  });
  return section('discrepancies', items.length > 0 ? element('ul', { class: 'plain' }, ...items) : null);
}

/** Says how many provisions there are; null when there are none. */
export function provisionNotice(provisions: Records['provisions']): HTMLElement | null {
  return provisions?.totalCount ? element('p', { class: 'quiet' }, say('provisions', provisions.totalCount)) : null;
}

function project(entry: Entry): string {
  return titled(entry) ?? words(entry.kind ? term(entry.kind) : say('projects'), language() === 'EN' && entry.purpose);
}

function placement({ stage, worker }: Entry): string {
  return words(stage && term(stage), worker && term(worker));
}

function offer({ worker }: Entry): string {
  return words(say('offer'), worker && term(worker));
}

function fair({ worker, firms }: Entry): string {
  return words(say('fair'), worker && term(worker), firms && say('firms', firms));
}

function course(entry: Entry): string {
  const { counts, trainee } = entry;
  return words(titled(entry), counts && term(counts), trainee && term(trainee));
}

function secondment({ direction, seconded, post, postEn }: Entry): string {
  return words(direction && term(direction), seconded && term(seconded), language() === 'EN' ? (postEn ?? post) : post);
}

function titled({ title, titleEn }: Entry): string | null {
  return title ? nameOf({ name: title, nameEn: titleEn ?? null }) : language() === 'EN' ? (titleEn ?? null) : null;
}

function words(...parts: readonly (string | false | 0 | null | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
