import {
  CourseCount,
  Direction,
  DiscrepancyKind,
  FundKind,
  Indicator,
  PlacementStage,
  ProjectKind,
  ProjectState,
  Seconded,
  Trainee,
  Unit,
  Worker,
} from '../../../../schema/labels.json';
import type {
  Course,
  Discrepancy,
  Fund,
  JobFair,
  List,
  Placement,
  Project,
  Records,
  Secondment,
} from '../answer-parts.js';
import { element } from '../element.js';
import { label, quantity } from '../labels.js';
import { capitalised, inEither, language, say } from '../language.js';
import type { Word } from '../words.js';
import type { Sides } from './discrepancy-sides.js';
import { entriesOf, entryTable, type Entries } from './entries.js';
import type { Notes } from './notes.js';
import { missingText } from './table.js';

/** A section with a heading; null when all its parts are. */
export function section(heading: Word, ...parts: readonly (Node | null)[]): HTMLElement | null {
  const shown = parts.filter((part) => part !== null);
  return shown.length === 0 ? null : element('section', {}, element('h2', {}, say(heading)), ...shown);
}

/** Funds with their kinds, donors and recipients. */
export function funds(list: List<Fund>): Entries {
  return entriesOf(list, ({ kind, purpose, purposeZh, donors, recipient }) => ({
    what: joined(label(FundKind, kind), textOf(purpose, purposeZh)),
    from: donors,
    to: recipient,
  }));
}

/** The sections that a region and a pairing both have: projects, jobs, training, outcomes. */
export function recordSections(records: Records, notes: Notes): (HTMLElement | null)[] {
  const part = (heading: Word, lists: readonly Entries[]): HTMLElement | null =>
    section(heading, entryTable(say(heading), lists, notes));
  return [
    part('projects', [entriesOf(records.projects, (each) => ({ what: projectText(each), to: each.place }))]),
    part('jobs', [
      entriesOf(records.placements, (each) => ({
        what: placementText(each),
        from: each.origin,
        to: each.destination,
      })),
      entriesOf(records.jobOffers, (each) => ({ what: say('offer'), from: each.providers, to: each.recipient })),
      entriesOf(records.jobFairs, (each) => ({ what: fairText(each), from: each.organisers, to: each.recipient })),
    ]),
    part('training', [
      entriesOf(records.courses, (each) => ({ what: courseText(each), from: each.origin, to: each.host })),
      entriesOf(records.secondments, (each) => ({
        what: secondmentText(each),
        from: each.origins,
        to: each.destinations,
      })),
    ]),
    part('outcomes', [
      entriesOf(records.outcomes, ({ indicator, region }) => ({ what: label(Indicator, indicator), to: region })),
    ]),
  ];
}

/** Discrepancies between reports, with the reports side by side, their differences and sources; null when there are none. */
export function discrepancySection(
  discrepancies: readonly Discrepancy[] | null | undefined,
  sides: Sides,
  notes: Notes,
): HTMLElement | null {
  if (!discrepancies) {
    return section('discrepancies', missingText('unavailable'));
  }
  const items = discrepancies.map(({ id, kind, text, textZh, difference, unit, sources }) => {
    const description = element('span', {}, language() === 'EN' ? text : textZh);
    const amount =
      difference === null ? null : unit ? quantity(difference, Unit, unit) : difference.toLocaleString('en');
    const gap = amount === null ? null : element('span', { class: 'quiet block' }, say('difference', amount));
    const heading = element('strong', {}, capitalised(label(DiscrepancyKind, kind)));
    const reports = (sides.get(id) ?? []).map((figure) => element('li', {}, figure));
    return element(
      'li',
      {},
      heading,
      ' · ',
      notes.cite(description, sources),
      reports.length > 1 ? element('ul', { class: 'side-by-side' }, ...reports) : null,
      gap,
    );
  });
  return section('discrepancies', items.length > 0 ? element('ul', { class: 'plain' }, ...items) : null);
}

function projectText(project: Project): string {
  const { kind, state, purpose, purposeZh } = project;
  const subject =
    titleOf(project) ?? joined(kind ? label(ProjectKind, kind) : say('projects'), textOf(purpose, purposeZh));
  return joined(subject, state && label(ProjectState, state));
}

function placementText({ stage, worker }: Placement): string {
  return joined(label(PlacementStage, stage), label(Worker, worker));
}

function fairText({ firms }: JobFair): string {
  return joined(say('fair'), firms && say('firms', firms));
}

function courseText(course: Course): string {
  const { counts, trainee } = course;
  return joined(titleOf(course), label(CourseCount, counts), trainee && label(Trainee, trainee));
}

function secondmentText({ direction, seconded, post, postEn }: Secondment): string {
  const posted = say('posted', label(Direction, direction));
  return joined(posted, label(Seconded, seconded), language() === 'EN' ? (postEn ?? post) : post);
}

/** The title in the language of the page; null where there is none. */
function titleOf({ title, titleEn }: Pick<Course, 'title' | 'titleEn'>): string | null {
  return textOf(titleEn, title);
}

const textOf = (english: string | null, chinese: string | null): string | null =>
  inEither(english, chinese)?.text ?? null;

function joined(...parts: readonly (string | false | 0 | null)[]): string {
  return parts.filter(Boolean).join(' · ');
}
