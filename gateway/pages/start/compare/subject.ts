import pairingQuery from '../../../../documents/pages/compare-pairing.graphql?raw';
import regionQuery from '../../../../documents/pages/compare-region.graphql?raw';
import type {
  StartComparePairingQuery,
  StartComparePairingQueryVariables,
  StartCompareRegionQuery,
} from '../../generated/graphql.js';
import { ask, lacks, type Answer, type Missing } from '../graph.js';
import { language, nameOf } from '../language.js';
import { regionPath } from '../records/entries.js';
import { pairingPath } from '../records/pairing-table.js';
import { categories, type ComparedKind, type Sum } from './measures.js';

/** The totals of a subject by the fields of its query; null where one is not available. */
export type Sums = Readonly<Record<string, Sum | null>>;

/** A pairing or a region that is compared. */
export interface Subject {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of its name. */
  readonly about: string;
  readonly path: string;
  readonly allTime: Sums;
  /** By year, the latest first. */
  readonly byYear: ReadonlyMap<number, Sums>;
  /** Years with figures of which no totals were asked for. */
  readonly hasEarlier: boolean;
}

/** A subject with what is missing from its totals; null where there is none of the id. */
export interface Loaded {
  readonly subject: Subject | null;
  readonly missing: Missing;
}

/** How many years are shown: each is a request. */
export const mostYears = 8;

/** Records of single years in which the years are looked for. */
const mostRecords = 60;

const queries: Readonly<Record<ComparedKind, string>> = { pairings: pairingQuery, regions: regionQuery };

/** The query that a comparison asks for each subject, with the variables of one. */
export const comparedQuery = (
  kind: ComparedKind,
  id: string,
): { readonly name: string; readonly query: string; readonly variables: object } => ({
  name: kind === 'pairings' ? 'compare-pairing' : 'compare-region',
  query: queries[kind],
  variables: { id, language: language() },
});

/** Loads the totals of a subject: of all time, and of each year that has figures. */
export async function loadSubject(kind: ComparedKind, id: string, signal: AbortSignal): Promise<Loaded> {
  const asked = (more: Partial<StartComparePairingQueryVariables>): Promise<Answer<Data>> =>
    ask<Data>(queries[kind], { ...comparedQuery(kind, id).variables, ...more }, signal);
  const [allTime, yearly] = await Promise.all([asked({}), asked({ basis: 'ANNUAL', first: mostRecords })]);
  const found = subjectOf(allTime.data);
  if (!found && !lacks(allTime.missing, 'pairings')) {
    return { subject: null, missing: allTime.missing };
  }
  const years = yearsOf(kind, subjectOf(yearly.data));
  const shown = years.slice(0, mostYears);
  const answers = await Promise.all(shown.map((year) => asked({ basis: 'ANNUAL', year: { eq: year } })));
  const all = [allTime, yearly, ...answers];
  return {
    subject: {
      id,
      ...namesOf(kind, id, allTime.data),
      allTime: sumsOf(kind, found),
      byYear: new Map(shown.map((year, place) => [year, sumsOf(kind, subjectOf(answers[place]?.data ?? {}))])),
      hasEarlier: years.length > shown.length,
    },
    missing: {
      parts: all.flatMap(({ missing }) => missing.parts),
      requestId: all.find(({ missing }) => missing.parts.length > 0)?.missing.requestId ?? null,
    },
  };
}

type Data = Partial<StartComparePairingQuery & StartCompareRegionQuery>;

const subjectOf = ({ pairing, region }: Data): object | null => pairing ?? region ?? null;

/** Without the subject, whose subgraph is down, no total is known. */
function sumsOf(kind: ComparedKind, subject: object | null): Sums {
  const fields = categories[kind].flatMap(({ measures }) => measures.map(({ field }) => field));
  return Object.fromEntries(fields.map((field) => [field, ((subject ?? {}) as Sums)[field] ?? null]));
}

function namesOf(kind: ComparedKind, id: string, { pairing, region }: Data): Pick<Subject, 'name' | 'about' | 'path'> {
  if (pairing) {
    const name = `${pairing.donor.label} → ${pairing.recipient.label}`;
    return { name, about: pairing.programme ? nameOf(pairing.programme) : '', path: pairingPath(id) };
  }
  const path = kind === 'regions' ? regionPath(id) : pairingPath(id);
  return region
    ? { name: nameOf(region), about: region.ancestors.map(nameOf).join(' › '), path }
    : { name: id, about: '', path };
}

/** The years that the figures of single years are of, the latest first. */
function yearsOf(kind: ComparedKind, subject: object | null): number[] {
  const records = Object.values(sumsOf(kind, subject)).flatMap((sum) => sum?.records?.nodes ?? []);
  const years = records.flatMap(({ reason, figure }) => {
    const [year] = /\d{4}/.exec(figure?.from?.text ?? '') ?? [];
    return year === undefined || reason === 'OTHER_UNIT' || reason === 'OTHER_KIND' ? [] : [Number(year)];
  });
  return [...new Set(years)].sort((one, other) => other - one);
}
