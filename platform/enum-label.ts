/** How a value of an enumeration is shown to people: in lower case but for names. */
export interface EnumLabel {
  /** English; of a value that is counted, for several: `villages`. */
  readonly en: string;
  /** English for one, where it differs from `en`: `village`. */
  readonly one?: string;
  /** Chinese: 村. */
  readonly zh: string;
  /** Chinese measure word between a number and `zh`, where there is one: 个. */
  readonly measure?: string;
}

/** The languages of labels, as the API names them. */
export type LabelLanguage = 'EN' | 'ZH';

/** A label in a language; of a value that is counted, for several. */
export function labelText({ en, zh }: EnumLabel, language: LabelLanguage): string {
  return language === 'ZH' ? zh : en;
}

/** A number, written as `digits`, with what it counts: `1 village`, `12 villages`, `12个村`, `8.53%`. */
export function quantityText(value: number, digits: string, label: EnumLabel, language: LabelLanguage): string {
  if (language === 'ZH') {
    return `${digits}${label.measure ?? ''}${label.zh}`;
  }
  const noun = value === 1 ? (label.one ?? label.en) : label.en;
  return `${digits}${noun.startsWith('%') ? '' : ' '}${noun}`;
}
