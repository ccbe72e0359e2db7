import { element } from '../element.js';
import { language, say } from '../language.js';
import { anyTime, dayNamed, dayOfMonth, monthOf } from './days.js';
import { rounds } from './rounds.js';

/** Milliseconds after the last move of the slider before its day is shown. */
const settleMs = 300;

/**
 * Choices of a day: a slider with the rounds marked, a text, and the rounds. `day` is null for any time, undefined where something
 * stands in place of a day; `choose` hears of each new day.
 */
export function timeControl(day: string | null | undefined, choose: (day: string | null) => void): HTMLElement {
  const text = element('input', {
    id: 'day',
    type: 'text',
    value: day ?? '',
    maxlength: 20,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'day-help',
  });
  const help = element('span', { id: 'day-help', class: 'quiet', role: 'status' }, say('dayHelp'));
  text.addEventListener('change', () => {
    const named = dayNamed(text.value);
    text.setAttribute('aria-invalid', String(named === null && text.value.trim() !== ''));
    if (named === null && text.value.trim() !== '') {
      help.textContent = say('badDay', text.value);
      help.className = 'bad';
    } else {
      choose(named);
    }
  });
  return element(
    'div',
    { class: 'time' },
    element('div', { class: 'day' }, element('label', { for: 'day' }, say('dayLabel')), text, help),
    slider(day, text, choose),
    roundChoice(day, choose),
  );
}

/** A slider over the months since 1990; a choice is the last day of its month. */
function slider(day: string | null | undefined, text: HTMLInputElement, choose: (day: string) => void): HTMLElement {
  const last = monthOf(`${new Date().getFullYear()}-12-31`);
  const value = Math.min(last, Math.max(0, day == null ? last : monthOf(day)));
  const input = element('input', {
    id: 'day-slider',
    type: 'range',
    min: 0,
    max: last,
    value,
    list: 'day-rounds',
    'aria-label': say('daySlider'),
    'aria-valuetext': day ?? say('anyTime'),
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const move = (month: number): void => {
    const shown = dayOfMonth(month);
    text.value = shown;
    input.setAttribute('aria-valuetext', shown);
    clearTimeout(timer);
    timer = setTimeout(() => {
      choose(shown);
    }, settleMs);
  };
  input.addEventListener('input', () => {
    move(Number(input.value));
  });
  input.addEventListener('keydown', (event) => {
    const years = event.key === 'PageUp' ? 1 : event.key === 'PageDown' ? -1 : 0;
    if (years !== 0) {
      event.preventDefault();
      input.value = String(Number(input.value) + years * 12);
      move(Number(input.value));
    }
  });
  const marks = rounds.map(({ on, year }) => element('option', { value: monthOf(on), label: year }));
  return element('div', { class: 'slider' }, input, element('datalist', { id: 'day-rounds' }, ...marks));
}

/** Radio buttons of the rounds and of any time. */
function roundChoice(day: string | null | undefined, choose: (day: string | null) => void): HTMLElement {
  const choices = [
    ...rounds.map(({ year, names, on }) => [on, year, names[language() === 'EN' ? 0 : 1]] as const),
    [anyTime, say('anyTime'), null] as const,
  ];
  const options = choices.map(([on, name, about]) => {
    const checked = on === (day === null ? anyTime : day);
    const input = element('input', { id: `round-${on}`, type: 'radio', name: 'on', value: on, checked });
    input.addEventListener('change', () => {
      choose(on === anyTime ? null : on);
    });
    return element(
      'label',
      {},
      input,
      element('span', {}, element('b', {}, name), about && element('small', {}, about)),
    );
  });
  return element('fieldset', { class: 'rounds' }, element('legend', {}, say('rounds')), ...options);
}
