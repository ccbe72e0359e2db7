import { element } from '../element.js';
import { say } from '../language.js';
import { anyTime, rounds } from './rounds.js';

/** Radio buttons of the rounds; choosing one opens its address. */
export function roundChoice(on: string | null, open: (path: string) => void): HTMLElement {
  const choices = [...rounds.map(({ name, on: day }) => [name, day] as const), [say('anyTime'), anyTime] as const];
  const options = choices.map(([name, day]) => {
    const input = element('input', { type: 'radio', name: 'on', value: day, checked: day === (on ?? anyTime) });
    input.addEventListener('change', () => {
      open(`/?on=${day}`);
    });
    const shown = day === anyTime ? null : element('small', {}, day);
    return element('label', {}, input, element('span', {}, element('b', {}, name), shown));
  });
  return element('fieldset', { class: 'rounds' }, element('legend', {}, say('rounds')), ...options);
}
