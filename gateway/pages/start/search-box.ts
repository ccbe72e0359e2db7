import { element } from './element.js';
import { say } from './language.js';
import { failureTexts } from './notices.js';
import { searchFor, type SearchHit } from './search-hits.js';

/** Milliseconds without a key press before a search. */
const debounceMs = 200;

/**
 * A search box with suggestions of every kind: arrow keys move, Enter opens, Escape closes. Enter opens the first one also
 * where it is pressed before there are any.
 */
export function searchBox(open: (path: string) => void): HTMLElement {
  const input = element('input', {
    type: 'search',
    id: 'search',
    role: 'combobox',
    autocomplete: 'off',
    maxlength: 100,
    placeholder: say('searchHint'),
    'aria-expanded': 'false',
    'aria-controls': 'found',
    'aria-autocomplete': 'list',
  });
  const list = element('ul', { id: 'found', role: 'listbox', 'aria-label': say('search'), hidden: true });
  const state = element('p', { class: 'state', role: 'status' });
  const box = element('div', { class: 'search', role: 'search' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = new AbortController();
  /** Whether the suggestions are those of the text. */
  let isCurrent = false;
  let opensFirst = false;

  const close = (): void => {
    list.hidden = true;
    state.textContent = '';
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const search = async (): Promise<void> => {
    clearTimeout(timer);
    running.abort();
    running = new AbortController();
    const { signal } = running;
    const text = input.value.trim();
    if (text === '') {
      close();
      return;
    }
    try {
      const hits = await searchFor(text, signal);
      if (!hits) {
        close();
        state.textContent = say('searchMissing');
        return;
      }
      const options = hits.map(option);
      list.replaceChildren(...options);
      list.hidden = options.length === 0;
      box.classList.toggle('found', options.length > 0);
      input.setAttribute('aria-expanded', String(options.length > 0));
      state.textContent = options.length > 0 ? say('searchCount', options.length) : say('searchNone', text);
      select(input, list, 0);
      isCurrent = true;
      if (opensFirst) {
        opensFirst = false;
        options[0]?.click();
      }
    } catch (error) {
      if (!signal.aborted) {
        const { heading, help } = failureTexts(error);
        close();
        state.textContent = say('searchFailed', heading, help);
      }
    }
  };
  input.addEventListener('input', () => {
    isCurrent = false;
    opensFirst = false;
    clearTimeout(timer);
    timer = setTimeout(() => void search(), debounceMs);
  });
  input.addEventListener('keydown', (event) => {
    const selected = [...list.children].findIndex((item) => item.ariaSelected === 'true');
    if (event.isComposing) {
      // Keys of an input method choose characters.
      return;
    }
    if (event.key === 'Escape') {
      opensFirst = false;
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      select(input, list, selected + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && (list.hidden || !isCurrent)) {
      opensFirst = true;
      void search();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      list.children[selected]?.querySelector('a')?.click();
    }
  });
  // Else pressing beside the link of an option would take the focus away and close the list before the click.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
  });
  list.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('li')?.querySelector('a') : null;
    if (link) {
      event.preventDefault();
      event.stopPropagation();
      clearTimeout(timer);
      close();
      input.value = '';
      open(link.pathname + link.hash);
    }
  });
  box.append(element('label', { for: 'search' }, say('search')), input, list, state);
  box.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && box.contains(relatedTarget))) {
      close();
    }
  });
  return box;
}

function select(input: HTMLElement, list: HTMLElement, place: number): void {
  const items = [...list.children];
  const selected = items[(place + items.length) % (items.length || 1)];
  for (const item of items) {
    item.ariaSelected = String(item === selected);
  }
  if (selected) {
    input.setAttribute('aria-activedescendant', selected.id);
    selected.scrollIntoView({ block: 'nearest' });
  }
}

/** A suggestion. */
function option({ name, href, about }: SearchHit, place: number): HTMLElement {
  return element(
    'li',
    { id: `found-${place}`, role: 'option', 'aria-selected': 'false' },
    element('a', { href, tabindex: -1 }, name),
    about,
  );
}
