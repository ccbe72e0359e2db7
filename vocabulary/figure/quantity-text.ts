import type { EnumLabel } from '../../platform/described-enum.js';
import type { Language } from './language.js';

/** A number, written as `digits`, with what it counts: `1 village`, `12 villages`, `12个村`, `8.53%`. */
export function quantityText(value: number, digits: string, label: EnumLabel, language: Language): string {
  if (language === 'ZH') {
    return `${digits}${label.measure ?? ''}${label.zh}`;
  }
  const noun = value === 1 ? (label.one ?? label.en) : label.en;
  return `${digits}${noun.startsWith('%') ? '' : ' '}${noun}`;
}
