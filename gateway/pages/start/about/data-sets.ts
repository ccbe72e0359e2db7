import type { StartDataSetsQuery } from '../../generated/graphql.js';

/** What a data set has. */
export interface DataSet {
  readonly id: string;
  readonly pairings: number;
  readonly records: number;
  /** The years of its records, the first and the last; null where none has one. */
  readonly years: readonly [first: number, last: number] | null;
}

/** The data sets of the graph, and its data version. */
export interface DataSets {
  readonly sets: readonly DataSet[];
  /** Whether there are more rows than were read, so that the numbers are the least that they may be. */
  readonly isCut: boolean;
  readonly version: string;
}

/** Asks which data sets there are; null where a part of the graph does not answer. */
export async function askDataSets(signal: AbortSignal): Promise<DataSets | null> {
  try {
    // A GET, since browsers keep its answer and only ask whether it is still the same.
    const response = await fetch('/q/data-sets', { signal });
    const version = response.headers.get('x-data-version');
    if (version === null || response.headers.get('x-complete') !== 'true') {
      return null;
    }
    const { data } = (await response.json()) as { readonly data: StartDataSetsQuery };
    return { ...dataSetsOf(data), version };
  } catch {
    return null;
  }
}

/** A page of rows of any type, as far as data sets are concerned. */
type RowList = {
  readonly edges?: readonly ({ readonly node?: Row | null } | null)[] | null;
  readonly pageInfo: { readonly hasNextPage: boolean };
} | null;

interface Row {
  readonly dataset?: string | null;
  readonly year?: number | null;
}

function dataSetsOf({ pairingRows, regionRows, ...rest }: StartDataSetsQuery): Pick<DataSets, 'sets' | 'isCut'> {
  const lists = Object.values(rest).filter(
    (list): list is Exclude<typeof list, string | undefined> => typeof list === 'object',
  );
  const records = lists.flatMap(rowsOf);
  const pairings = rowsOf(pairingRows);
  const ids = [
    ...new Set([...pairings, ...records, ...rowsOf(regionRows)].flatMap(({ dataset }) => dataset ?? [])),
  ].sort();
  return {
    sets: ids.map((id) => {
      const own = records.filter(({ dataset }) => dataset === id);
      const years = own.flatMap(({ year }) => year ?? []);
      return {
        id,
        pairings: pairings.filter(({ dataset }) => dataset === id).length,
        records: own.length,
        years: years.length > 0 ? [Math.min(...years), Math.max(...years)] : null,
      };
    }),
    isCut: [pairingRows, ...lists].some((list) => list?.pageInfo.hasNextPage === true),
  };
}

function rowsOf(list: RowList): Row[] {
  return (list?.edges ?? []).flatMap((edge) => edge?.node ?? []);
}
