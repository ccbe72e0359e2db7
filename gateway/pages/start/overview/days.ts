/** The value in an address for any time. */
export const anyTime = 'any';

/** The day that is shown where an address names none: one on which all pairings of 2016 had begun. */
export const usualDay = '2017-06-30';

/**
 * The day that a text names, as 2021-03-27; of a month or a year its last day. Null where it names none.
 * Understood are 2021, 2021-03, 2021-3-27 and 2021年3月27日.
 */
export function dayNamed(text: string): string | null {
  const [, year, month = '12', day] =
    /^\s*((?:19|20|21)\d\d)(?:[-./年]\s*(?:(\d{1,2})(?:[-./月]\s*(?:(\d{1,2})日?)?)?)?)?\s*$/.exec(text) ?? [];
  if (year === undefined) {
    return null;
  }
  const last = lastDay(Number(year), Number(month));
  const named = day === undefined ? last : Number(day);
  const isDay = Number(month) >= 1 && Number(month) <= 12 && named >= 1 && named <= last;
  return isDay ? [year, two(Number(month)), two(named)].join('-') : null;
}

/** Months since the beginning of 1990. */
export function monthOf(day: string): number {
  return (Number(day.slice(0, 4)) - 1990) * 12 + Number(day.slice(5, 7)) - 1;
}

/** The last day of a month, which is counted from the beginning of 1990. */
export function dayOfMonth(month: number): string {
  const year = 1990 + Math.floor(month / 12);
  const ofYear = (month % 12) + 1;
  return [year, two(ofYear), two(lastDay(year, ofYear))].join('-');
}

const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const two = (value: number): string => String(value).padStart(2, '0');
