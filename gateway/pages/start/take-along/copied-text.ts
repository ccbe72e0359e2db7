import { element } from '../element.js';
import { say } from '../language.js';

/** A text with a button that copies it. `name` says what it is. */
export function copiedText(name: string, text: string): HTMLElement {
  const code = element('code', {}, text);
  const button = element('button', { type: 'button', 'aria-label': `${say('takeCopy')}: ${name}` }, say('takeCopy'));
  const state = element('span', { class: 'quiet', role: 'status' });
  button.addEventListener('click', () => {
    // Where the page is not of a secure origin there is no clipboard.
    const written = (navigator.clipboard as Clipboard | undefined)?.writeText(text) ?? Promise.reject(new Error());
    written.then(
      () => {
        state.textContent = say('takeCopied');
      },
      () => {
        getSelection()?.selectAllChildren(code);
        state.textContent = say('takeNotCopied');
      },
    );
  });
  return element(
    'div',
    { class: 'copied' },
    element('pre', { tabindex: 0, role: 'region', 'aria-label': name }, code),
    element('p', {}, button, ' ', state),
  );
}
