import { element } from '../element.js';
import { say } from '../language.js';
import { choose, chosenOf, clear, type Chosen } from './chosen.js';
import { comparedPath, mostCompared } from './compared.js';
import type { ComparedKind } from './measures.js';

const kinds = ['pairings', 'regions'] as const satisfies readonly ComparedKind[];

/** A checkbox that adds a row of a list to the comparison. */
export function compareCheckbox(kind: ComparedKind, subject: Chosen): HTMLElement {
  const box = element('input', {
    type: 'checkbox',
    'data-compare': `${kind} ${subject.id}`,
    'aria-label': `${say('compareAdd')}: ${subject.name}`,
  });
  box.addEventListener('change', () => {
    choose(kind, subject, box.checked);
  });
  mark(box);
  return element('label', { class: 'compare-box' }, box);
}

/** A button on the page of a subject that adds it to the comparison. */
export function compareButton(kind: ComparedKind, subject: Chosen): HTMLElement {
  const button = element('button', { type: 'button', class: 'compare', 'data-compare': `${kind} ${subject.id}` });
  button.addEventListener('click', () => {
    choose(kind, subject, !isChosen(kind, subject.id));
  });
  mark(button);
  return element('p', { class: 'no-print' }, button);
}

/** Whether a subject is chosen. */
export const isChosen = (kind: ComparedKind, id: string): boolean => chosenOf(kind).some((each) => each.id === id);

/** Shows what is chosen, with a link to the comparison, and marks the controls of the page. */
export function renderTray(tray: HTMLElement): void {
  const lines = kinds.flatMap((kind) => line(kind) ?? []);
  tray.setAttribute('aria-label', say('compareChosen'));
  tray.replaceChildren(...lines);
  tray.hidden = lines.length === 0 || location.pathname === '/compare';
  document.querySelectorAll<Control>('[data-compare]').forEach(mark);
}

type Control = HTMLInputElement | HTMLButtonElement;

function line(kind: ComparedKind): HTMLElement | null {
  const chosen = chosenOf(kind);
  if (chosen.length === 0) {
    return null;
  }
  const none = element('button', { type: 'button' }, say('compareClear'));
  none.addEventListener('click', () => {
    clear(kind);
  });
  const path = comparedPath(
    kind,
    chosen.map(({ id }) => id),
  );
  return element(
    'p',
    { role: 'status' },
    element('b', {}, `${say(kind)}: `),
    chosen.map(({ name }) => name).join(' · '),
    ' ',
    chosen.length > 1
      ? element('a', { href: path }, say('compareNow', chosen.length))
      : element('span', { class: 'quiet' }, say('compareOneMore')),
    chosen.length === mostCompared ? element('span', { class: 'quiet' }, ` ${say('compareFull')} `) : null,
    ' ',
    none,
  );
}

/** Shows whether the subject of a control is chosen. Where there are four, no other can be. */
function mark(control: Control): void {
  const [kind, id = ''] = (control.dataset['compare'] ?? '').split(' ') as [ComparedKind, string?];
  const own = isChosen(kind, id);
  control.disabled = !own && chosenOf(kind).length >= mostCompared;
  if (control instanceof HTMLInputElement) {
    control.checked = own;
  } else {
    control.setAttribute('aria-pressed', String(own));
    control.textContent = say(own ? 'compareAdded' : 'compareAdd');
  }
}
