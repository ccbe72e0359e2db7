import { labelsOf } from '../../platform/described-enum.js';
import { figureWords } from '../../platform/figure-words.js';
import { Bound, FigureStatus, type Figure } from './figure.js';
import type { Language } from './language.js';
import { Unit } from './unit.js';

type PrintedFigure = Pick<Figure, 'value' | 'min' | 'max' | 'unit' | 'bound' | 'status'>;

const units = labelsOf(Unit);
const bounds = labelsOf(Bound);
const statuses = labelsOf(FigureStatus);

/** A figure for display: the number with its bound and, where that is known and it is not done, its status. */
export function figureText(figure: PrintedFigure, language: Language): string {
  const labels = { unit: units[figure.unit], bound: bounds[figure.bound], status: statuses[figure.status] };
  return figureWords(figure, labels, language);
}
