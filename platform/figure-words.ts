import { labelText, quantityText, type EnumLabel, type LabelLanguage } from './enum-label.js';

/** A figure, with codes for its bound and its status. */
export interface PlainFigure {
  readonly value: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly bound: string;
  readonly status: string;
}

/** The labels of a figure's unit, bound and status. */
export interface FigureLabels {
  readonly unit: EnumLabel;
  readonly bound: EnumLabel;
  readonly status: EnumLabel;
}

/** A figure for display: the number with its bound and, where that is known and it is not done, its status. */
export function figureWords(figure: PlainFigure, labels: FigureLabels, language: LabelLanguage): string {
  const number =
    figure.bound === 'RANGE'
      ? rangeText(figure, labels.unit, language)
      : numberText(figure.value ?? 0, labels.unit, language);
  return boundText(number, figure.bound, labels.bound, language) + statusText(figure.status, labels.status, language);
}

/** A number with the label of its bound before it, or in brackets after it. */
function boundText(number: string, bound: string, label: EnumLabel, language: LabelLanguage): string {
  switch (bound) {
    case 'EXACT':
    case 'RANGE':
      return number;
    case 'INFERRED':
    case 'DERIVED':
      return number + inBrackets(label, language);
    default:
      return labelText(label, language) + (language === 'ZH' ? '' : ' ') + number;
  }
}

function statusText(status: string, label: EnumLabel, language: LabelLanguage): string {
  return status === 'ACTUAL' || status === 'UNSPECIFIED' ? '' : inBrackets(label, language);
}

function inBrackets(label: EnumLabel, language: LabelLanguage): string {
  const text = labelText(label, language);
  return language === 'ZH' ? `（${text}）` : ` (${text})`;
}

function rangeText({ min, max }: Pick<PlainFigure, 'min' | 'max'>, unit: EnumLabel, language: LabelLanguage): string {
  return language === 'ZH'
    ? `${digits(min ?? 0, language)}至${numberText(max ?? 0, unit, language)}`
    : `${digits(min ?? 0, language)} to ${numberText(max ?? 0, unit, language)}`;
}

function numberText(value: number, unit: EnumLabel, language: LabelLanguage): string {
  return quantityText(value, digits(value, language), unit, language);
}

const scales: Readonly<Record<LabelLanguage, readonly (readonly [number, string])[]>> = {
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
const formats: Readonly<Record<LabelLanguage, Intl.NumberFormat>> = {
  EN: new Intl.NumberFormat('en', { maximumFractionDigits: 4, useGrouping: true }),
  ZH: new Intl.NumberFormat('en', { maximumFractionDigits: 4, useGrouping: false }),
};

/** A number in the largest scale that shows all of it in at most four decimals. */
function digits(value: number, language: LabelLanguage): string {
  const fitting = scales[language].find(([size]) => value >= size && Number.isInteger((value * 1e4) / size));
  const [size, word] = fitting ?? [1, ''];
  return formats[language].format(value / size) + word;
}
