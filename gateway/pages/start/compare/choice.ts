import { element } from '../element.js';

/** A labelled choice of one value of several; `changed` hears its name with the new one. */
export function choice(
  name: string,
  label: string,
  values: readonly string[],
  chosen: string,
  changed: (name: string, value: string) => void,
  textOf: (value: string) => string,
): HTMLElement {
  const id = `choose-${name}`;
  const select = element(
    'select',
    { id },
    ...values.map((value) => element('option', { value, selected: value === chosen }, textOf(value))),
  );
  select.addEventListener('change', () => {
    changed(name, select.value);
  });
  return element('p', { class: 'choice' }, element('label', { for: id }, label), ' ', select);
}
