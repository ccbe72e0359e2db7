/** A round of assistance, and the day that shows it: one after the start of its last pairing. */
export interface Round {
  readonly name: string;
  readonly on: string;
}

/** The rounds that decisions of the State Council began, and the county pairings of 2023. */
export const rounds: readonly Round[] = [
  { name: '1996', on: '1996-12-31' },
  { name: '2013', on: '2013-12-31' },
  { name: '2016', on: '2017-06-30' },
  { name: '2023', on: '2023-12-31' },
];

/** The value in an address for pairings of any time. */
export const anyTime = 'any';

/** The day in an address; null for pairings of any time. */
export function dayOf(search: string): string | null {
  const value = new URLSearchParams(search).get('on');
  return value === anyTime ? null : (rounds.find(({ on }) => on === value)?.on ?? '2017-06-30');
}
