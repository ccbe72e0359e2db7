import type { Bound, Figure, FigureStatus } from './figure.js';
import type { Language } from './language.js';
import { unitWords, type Unit } from './unit.js';

const bounds: Readonly<Record<Language, Readonly<Record<Bound, (number: string) => string>>>> = {
  EN: {
    EXACT: (number) => number,
    AT_LEAST: (number) => `at least ${number}`,
    AT_MOST: (number) => `at most ${number}`,
    ABOUT: (number) => `about ${number}`,
    RANGE: (number) => number,
    APPROACHING: (number) => `nearly ${number}`,
    INFERRED: (number) => `${number} (inferred from a damaged text)`,
  },
  ZH: {
    EXACT: (number) => number,
    AT_LEAST: (number) => `至少${number}`,
    AT_MOST: (number) => `至多${number}`,
    ABOUT: (number) => `约${number}`,
    RANGE: (number) => number,
    APPROACHING: (number) => `接近${number}`,
    INFERRED: (number) => `${number}（据残损文本推断）`,
  },
};

const statuses: Readonly<Record<Language, Readonly<Record<FigureStatus, string>>>> = {
  EN: {
    ACTUAL: '',
    COMMITTED: ' (committed)',
    PLANNED: ' (planned)',
    TARGET: ' (target)',
    EXPECTED: ' (expected)',
    UNSPECIFIED: '',
  },
  ZH: {
    ACTUAL: '',
    COMMITTED: '（已安排）',
    PLANNED: '（计划）',
    TARGET: '（目标）',
    EXPECTED: '（预计）',
    UNSPECIFIED: '',
  },
};

type Printed = Pick<Figure, 'value' | 'min' | 'max' | 'unit' | 'bound' | 'status'>;

/** A figure for display, as a person would write it, with its bound and what it is when it is not yet done. */
export function figureText(figure: Printed, language: Language): string {
  const number =
    figure.bound === 'RANGE' ? rangeText(figure, language) : numberText(figure.value ?? 0, figure.unit, language);
  return bounds[language][figure.bound](number) + statuses[language][figure.status];
}

function rangeText({ min, max, unit }: Printed, language: Language): string {
  return language === 'ZH'
    ? `${digits(min ?? 0, language)}至${numberText(max ?? 0, unit, language)}`
    : `${digits(min ?? 0, language)} to ${numberText(max ?? 0, unit, language)}`;
}

function numberText(value: number, unit: Unit, language: Language): string {
  const [one, several, zh] = unitWords[unit];
  return digits(value, language) + (language === 'ZH' ? zh : value === 1 ? one : several);
}

const scales: Readonly<Record<Language, readonly (readonly [number, string])[]>> = {
  EN: [
    [1e9, ' billion'],
    [1e6, ' million'],
  ],
  ZH: [
    [1e8, '亿'],
    [1e4, '万'],
  ],
};

/** Made once: making a format takes longer than all else that a text needs. */
const formats: Readonly<Record<Language, Intl.NumberFormat>> = {
  EN: new Intl.NumberFormat('en', { maximumFractionDigits: 4, useGrouping: true }),
  ZH: new Intl.NumberFormat('en', { maximumFractionDigits: 4, useGrouping: false }),
};

/** A number in the largest scale that shows all of it in at most four decimals. */
function digits(value: number, language: Language): string {
  const fitting = scales[language].find(([size]) => value >= size && Number.isInteger((value * 1e4) / size));
  const [size, word] = fitting ?? [1, ''];
  return formats[language].format(value / size) + word;
}
