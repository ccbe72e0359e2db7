import { labelsOf } from '../../platform/described-enum.js';
import { labelText, quantityText, type EnumLabel } from '../../platform/enum-label.js';
import { Bound, FigureStatus, type Figure } from './figure.js';
import type { Language } from './language.js';
import { Unit } from './unit.js';

type PrintedFigure = Pick<Figure, 'value' | 'min' | 'max' | 'unit' | 'bound' | 'status'>;

const units = labelsOf(Unit);
const bounds = labelsOf(Bound);
const statuses = labelsOf(FigureStatus);

/** A figure for display: the number with its bound and, where that is known and it is not done, its status. */
export function figureText(figure: PrintedFigure, language: Language): string {
  const number =
    figure.bound === 'RANGE' ? rangeText(figure, language) : numberText(figure.value ?? 0, figure.unit, language);
  return boundText(number, figure.bound, language) + statusText(figure.status, language);
}

/** A number with the label of its bound before it, or in brackets after it. */
function boundText(number: string, bound: Bound, language: Language): string {
  switch (bound) {
    case 'EXACT':
    case 'RANGE':
      return number;
    case 'INFERRED':
    case 'DERIVED':
      return number + inBrackets(bounds[bound], language);
    default:
      return labelText(bounds[bound], language) + (language === 'ZH' ? '' : ' ') + number;
  }
}

function statusText(status: FigureStatus, language: Language): string {
  return status === 'ACTUAL' || status === 'UNSPECIFIED' ? '' : inBrackets(statuses[status], language);
}

function inBrackets(label: EnumLabel, language: Language): string {
  const text = labelText(label, language);
  return language === 'ZH' ? `（${text}）` : ` (${text})`;
}

function rangeText({ min, max, unit }: PrintedFigure, language: Language): string {
  return language === 'ZH'
    ? `${digits(min ?? 0, language)}至${numberText(max ?? 0, unit, language)}`
    : `${digits(min ?? 0, language)} to ${numberText(max ?? 0, unit, language)}`;
}

function numberText(value: number, unit: Unit, language: Language): string {
  return quantityText(value, digits(value, language), units[unit], language);
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
