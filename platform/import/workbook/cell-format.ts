/** How a number format shows a number: as a date, as per cent, or with words after it. */
export interface CellFormat {
  /** The parts of a date that it shows; null where it shows none. */
  readonly date: 'YEAR' | 'MONTH' | 'DAY' | null;
  readonly isPercent: boolean;
  /** The words after the number: 万元. */
  readonly words: string;
}

const plain: CellFormat = { date: null, isPercent: false, words: '' };

/** The formats that every workbook has: per cent, and dates by the parts that they show. */
const builtIn: Readonly<Record<number, Partial<CellFormat>>> = {
  9: { isPercent: true },
  10: { isPercent: true },
  17: { date: 'MONTH' },
  ...Object.fromEntries(
    [14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 58].map((id) => [id, { date: 'DAY' } as const]),
  ),
  57: { date: 'MONTH' },
};

/** The format of an id, by the code that the workbook gives for it. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  return code === undefined ? { ...plain, ...builtIn[id] } : ofCode(code);
}

function ofCode(code: string): CellFormat {
  const [section = ''] = code.split(';');
  const words = Array.from(section.matchAll(/"([^"]*)"|\\(.)/g), ([, quoted, escaped]) => quoted ?? escaped ?? '').join(
    '',
  );
  const signs = section.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '').toLowerCase();
  if (/[yd]/.test(signs) && !/[0#]/.test(signs)) {
    return { ...plain, date: signs.includes('d') ? 'DAY' : signs.includes('m') ? 'MONTH' : 'YEAR' };
  }
  return { ...plain, isPercent: signs.includes('%'), words: /\p{Script=Han}/u.test(words) ? words : '' };
}

/** Milliseconds of a day. */
const day = 24 * 60 * 60 * 1000;

/** A number of a cell as its format shows it; dates in plain form. */
export function numberText(stored: string, { date, isPercent, words }: CellFormat, isFrom1904: boolean): string {
  const number = Number(stored);
  if (!Number.isFinite(number)) {
    return stored;
  }
  if (date !== null && number >= 1) {
    const iso = new Date(
      Date.UTC(isFrom1904 ? 1904 : 1899, isFrom1904 ? 0 : 11, isFrom1904 ? 1 : 30) + Math.floor(number) * day,
    );
    return Number.isNaN(iso.getTime()) ? stored : iso.toISOString().slice(0, { YEAR: 4, MONTH: 7, DAY: 10 }[date]);
  }
  // Spreadsheets compute with 15 digits; what is after them is an error of binary fractions.
  return isPercent ? `${rounded(number * 100)}%` : `${rounded(number)}${words}`;
}

const rounded = (number: number): string => String(Number(number.toPrecision(15)));
