import query from '../../../documents/pages/organisation.graphql?raw';
import {
  CourseCount,
  FundKind,
  OrganisationKind,
  PlacementStage,
  ProjectKind,
  ProvisionKind,
  SaleKind,
  Seconded,
  Worker,
} from '../../../schema/labels.json';
import type { StartOrganisationQuery, StartOrganisationQueryVariables } from '../generated/graphql.js';
import { element, present } from './element.js';
import { factList } from './facts.js';
import { ask, lacks } from './graph.js';
import { label } from './labels.js';
import { capitalised, inEither, language, nameOf, say } from './language.js';
import { noSuchPage } from './no-such-page.js';
import { missingNotice } from './notices.js';
import { queryBox } from './query-box.js';
import { entriesOf, entryTable, partyLink, type Entries } from './records/entries.js';
import { Notes } from './records/notes.js';
import { pairingsByProgramme } from './records/pairings-by-programme.js';
import { section } from './records/sections.js';
import { isUnknown } from './unknown.js';
import { unavailableView, type View } from './view.js';
import type { Word } from './words.js';

type Organisation = NonNullable<StartOrganisationQuery['organisation']>;

/** The page of an organisation: its pairings, and what it gives, runs and receives. */
export async function organisationPage(id: string, signal: AbortSignal): Promise<View> {
  const variables: StartOrganisationQueryVariables = { id, language: language() };
  const { data, missing } = await ask<StartOrganisationQuery>(query, variables, signal);
  const { organisation } = data;
  if (!organisation) {
    return lacks(missing, 'pairings') ? unavailableView(missing) : noSuchPage('unknownOrganisation', id, signal);
  }
  const notes = new Notes();
  const part = (heading: Word, entries: Entries): HTMLElement | null =>
    section(heading, entryTable(say(heading), [entries], notes));
  const parts = [
    section('helps', pairingsByProgramme(say('helps'), organisation.pairingsAsDonor, notes)),
    section('isHelped', pairingsByProgramme(say('isHelped'), organisation.pairingsAsRecipient, notes)),
    ...recordParts(organisation, part),
  ].filter((each) => each !== null);
  const content = present([
    ...heading(organisation, notes),
    missingNotice(missing),
    parts.length === 0 && missing.parts.length === 0 && element('p', { class: 'notice' }, say('noRecordsOfBody')),
    ...parts,
    notes.list(),
    queryBox(query, variables),
  ]);
  return { title: nameOf(organisation), content };
}

function heading(organisation: Organisation, notes: Notes): (HTMLElement | null)[] {
  const { kind, name, nameEn, region, sources } = organisation;
  const isEnglish = language() === 'EN';
  const other = isEnglish ? name : nameEn;
  const place = region ? partyLink(region) : isUnknown(organisation, 'region') ? say('unavailable') : null;
  return [
    element('h1', { tabindex: -1 }, nameOf(organisation)),
    other === null || other === nameOf(organisation)
      ? null
      : element('p', { class: 'other', lang: isEnglish ? 'zh-CN' : 'en' }, other),
    factList([
      [say('kind'), notes.cite(capitalised(label(OrganisationKind, kind)), sources)],
      [say('ancestors'), place],
    ]),
  ];
}

function recordParts(
  all: Organisation,
  part: (heading: Word, entries: Entries) => HTMLElement | null,
): (HTMLElement | null)[] {
  const text = (english: string | null, chinese: string | null): string | null =>
    inEither(english, chinese)?.text ?? null;
  const joined = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' · ');
  return [
    part(
      'given',
      entriesOf(all.fundsGiven, ({ kind, purpose, purposeZh, recipient }) => ({
        what: joined(label(FundKind, kind), text(purpose, purposeZh)),
        to: recipient,
      })),
    ),
    part(
      'projects',
      entriesOf(all.projectsBenefiting, ({ kind, title, titleEn, purpose, purposeZh, place }) => ({
        what: joined(text(titleEn, title) ?? text(purpose, purposeZh), kind && label(ProjectKind, kind)),
        to: place,
      })),
    ),
    part(
      'totalSales',
      entriesOf(all.salesVia, ({ kind }) => ({ what: label(SaleKind, kind) })),
    ),
    part(
      'fair',
      entriesOf(all.jobFairsHeld, ({ recipient }) => ({ what: say('fair'), to: recipient })),
    ),
    part(
      'offer',
      entriesOf(all.jobOffersBy, ({ recipient }) => ({ what: say('offer'), to: recipient })),
    ),
    part(
      'placements',
      entriesOf(all.placementsTo, ({ stage, worker, origin }) => ({
        what: joined(label(PlacementStage, stage), label(Worker, worker)),
        from: origin,
      })),
    ),
    part(
      'courses',
      entriesOf(all.coursesRun, ({ title, titleEn, counts, origin }) => ({
        what: joined(text(titleEn, title), label(CourseCount, counts)),
        from: origin,
      })),
    ),
    part(
      'secondments',
      entriesOf(all.secondmentsFrom, ({ seconded, destinations }) => ({
        what: label(Seconded, seconded),
        to: destinations,
      })),
    ),
    part(
      'expertExchanges',
      entriesOf(all.expertExchangesAt, () => ({ what: say('expertExchanges') })),
    ),
    part(
      'provisions',
      entriesOf(all.provisions, ({ kind, title, titleEn }) => ({
        what: joined(text(titleEn, title), label(ProvisionKind, kind)),
      })),
    ),
  ];
}
