import type { DateText, Named, Source } from '../answers.js';

/** The answer of documents/pages/overview.graphql. */
export interface OverviewAnswer {
  readonly programmes: { readonly nodes: readonly Named[] } | null;
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
  const sums = (funds?.nodes ?? []).flatMap((fund) => yuanOf(fund) ?? []);
  return sums.length > 0 ? Math.max(...sums) : null;
}

/** A sum in yuan, an equal share of it where it is for several pairings; null where the source prints none. */
export function yuanOf({ figure, pairings }: FiscalFund): number | null {
  const sum = figure?.value ?? figure?.min ?? figure?.max ?? null;
  return sum === null ? null : sum / Math.max(1, pairings?.length ?? 1);
}

/** The ids of the provinces that a side lies in. */
export function provincesOf({ parties, counted }: OverviewSide): Set<string> {
  const places = [
    ...parties.map((party) => (party.__typename === 'Region' ? place(party.id, party.ancestors) : party.region)),
    ...counted.map(({ region }) => region),
  ];
  return new Set(places.flatMap((found) => (found ? (found.ancestors[0]?.id ?? found.id) : [])));
}

/** The letter that stands for each programme beside its colour, by id: the same in every round. */
export type Letters = ReadonlyMap<string, string>;

/** Gives each programme a letter, in the order of the list. */
export function lettersOf(programmes: readonly Named[]): Letters {
  return new Map(programmes.map(({ id }, place) => [id, String.fromCharCode(65 + place)]));
}

function place(id: string, ancestors: readonly Above[] = []): Place {
  return { id, ancestors };
}
