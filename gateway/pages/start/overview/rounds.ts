/** A round of assistance, and the day on which it is shown: after its last pairing of that round has begun. */
export interface Round {
  readonly name: string;
  readonly on: string;
}

/** The rounds that decisions of the State Council began, and what counties of the last article added. */
export const rounds: readonly Round[] = [
  { name: '1996', on: '1996-12-31' },
  { name: '2013', on: '2013-12-31' },
  { name: '2016', on: '2017-06-30' },
  { name: '2023', on: '2023-12-31' },
];

/** Stands in an address for pairings of any time. */
export const anyTime = 'any';

/** The day that an address asks for; null for pairings of any time. */
export function dayOf(search: string): string | null {
  const asked = new URLSearchParams(search).get('on');
  return asked === anyTime ? null : (rounds.find(({ on }) => on === asked)?.on ?? '2017-06-30');
}
