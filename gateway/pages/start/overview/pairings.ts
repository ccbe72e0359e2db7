import type { DateText, Named, Source } from '../answers.js';

/** The answer of documents/pages/overview.graphql. */
export interface OverviewAnswer {
  readonly pairings: { readonly totalCount: number; readonly nodes: readonly OverviewPairing[] } | null;
}

export interface OverviewPairing {
  readonly id: string;
  readonly level: string;
  readonly programme: Named | null;
  readonly donor: OverviewSide;
  readonly recipient: OverviewSide;
  readonly since: Omit<DateText, 'precision'> | null;
  readonly sources: readonly Source[];
  readonly funds: { readonly nodes: readonly FiscalFund[] } | null;
}

export interface OverviewSide {
  readonly label: string;
  readonly parties: readonly (Named & {
    readonly __typename: 'Region' | 'Organisation';
    readonly ancestors?: readonly Above[];
    readonly region?: Place | null;
  })[];
  readonly counted: readonly { readonly region: Place | null }[];
}

export interface FiscalFund {
  readonly id: string;
  readonly status: string;
  readonly pairings: readonly { readonly id: string }[] | null;
  readonly figure: {
    readonly value: number | null;
    readonly min: number | null;
    readonly max: number | null;
    readonly text: string;
  } | null;
  readonly sources: readonly Source[];
}

interface Above {
  readonly id: string;
}

interface Place extends Above {
  readonly ancestors: readonly Above[];
}

/** The largest fiscal sum that a source reports of a pairing, in yuan; null where there is none. */
export function largestYuan({ funds }: OverviewPairing): number | null {
  const sums = (funds?.nodes ?? []).flatMap(({ figure }) => figure?.value ?? figure?.min ?? figure?.max ?? []);
  return sums.length > 0 ? Math.max(...sums) : null;
}

/** The ids of the provinces that a side lies in. */
export function provincesOf({ parties, counted }: OverviewSide): Set<string> {
  const places = [
    ...parties.map((party) => (party.__typename === 'Region' ? place(party.id, party.ancestors) : party.region)),
    ...counted.map(({ region }) => region),
  ];
  return new Set(places.flatMap((found) => (found ? (found.ancestors[0]?.id ?? found.id) : [])));
}

/** The programmes of some pairings, each with the letter that stands for it beside its colour, by id. */
export function programmeLetters(
  pairings: readonly OverviewPairing[],
): Map<string, { letter: string; programme: Named }> {
  const programmes = new Map(pairings.flatMap(({ programme }) => (programme ? [[programme.id, programme]] : [])));
  const sorted = [...programmes.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  return new Map(
    sorted.map((programme, place) => [programme.id, { letter: String.fromCharCode(65 + place), programme }]),
  );
}

function place(id: string, ancestors: readonly Above[] = []): Place {
  return { id, ancestors };
}
