import { element } from '../element.js';
import { capitalised, say } from '../language.js';
import type { Word } from '../words.js';

/** A filter of a list, by its name in the address. */
export type Filter =
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly word: Word;
      readonly options: readonly (readonly [value: string, text: string])[];
    }
  | { readonly kind: 'year' | 'text'; readonly name: string; readonly word: Word };

/** Milliseconds without a key press before a typed filter applies. */
const debounceMs = 250;

/** Controls for the filters of a list, with the values of an address; `changed` hears each new value. */
export function filterForm(
  filters: readonly Filter[],
  values: URLSearchParams,
  changed: (name: string, value: string) => void,
): HTMLElement {
  const controls = filters.map((filter) => {
    const control = filter.kind === 'choice' ? choice(filter, values) : typed(filter, values);
    let timer: ReturnType<typeof setTimeout> | undefined;
    control.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          changed(filter.name, control.value.trim());
        },
        filter.kind === 'choice' ? 0 : debounceMs,
      );
    });
    const name = element('label', { for: control.id }, say(filter.word));
    return element('div', { class: filter.kind }, name, control);
  });
  return element('div', { class: 'filters', role: 'group', 'aria-label': say('filters') }, ...controls);
}

function choice({ name, options }: Extract<Filter, { kind: 'choice' }>, values: URLSearchParams): HTMLSelectElement {
  const chosen = values.get(name) ?? '';
  const all = [['', say('all')] as const, ...options];
  return element(
    'select',
    { id: `filter-${name}` },
    ...all.map(([value, text]) => element('option', { value, selected: value === chosen }, capitalised(text))),
  );
}

function typed({ kind, name }: Filter, values: URLSearchParams): HTMLInputElement {
  return element('input', {
    id: `filter-${name}`,
    type: kind === 'year' ? 'text' : 'search',
    inputmode: kind === 'year' ? 'numeric' : null,
    maxlength: kind === 'year' ? 4 : 100,
    value: values.get(name) ?? '',
    autocomplete: 'off',
  });
}

/** What an address has for a filter that it cannot be, as a sentence; null where all is well. */
export function badValue(filters: readonly Filter[], values: URLSearchParams): string | null {
  for (const filter of filters) {
    const value = values.get(filter.name) ?? '';
    if (value !== '' && filter.kind === 'choice' && !filter.options.some(([each]) => each === value)) {
      return say('badChoice', value);
    }
    if (value !== '' && filter.kind === 'year' && yearOf(values) === null) {
      return say('badYear', value);
    }
  }
  return null;
}

/** The year of an address; null for none, or for what is no year. */
export function yearOf(values: URLSearchParams): number | null {
  const value = values.get('year') ?? '';
  return /^(?:19|20)\d\d$/.test(value) ? Number(value) : null;
}

/** The value of an address for a filter of an enumeration; null for none, or for one that is none. */
export function chosenIn<Value extends string>(
  labels: Readonly<Record<Value, unknown>>,
  values: URLSearchParams,
  name: string,
): Value | null {
  const value = values.get(name) ?? '';
  return Object.hasOwn(labels, value) ? (value as Value) : null;
}
