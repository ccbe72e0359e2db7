import query from '../../../documents/pages/search.graphql?raw';
import { element } from './element.js';
import { ask } from './graph.js';
import { language, nameOf, say } from './language.js';
import { pairingPath } from './records/pairing-table.js';

interface SearchAnswer {
  readonly search:
    | readonly {
        readonly matched: string;
        readonly matchedAs: string;
        readonly path: readonly { readonly name: string; readonly nameEn: string | null }[];
        readonly node: Found | null;
      }[]
    | null;
}

type Hit = NonNullable<SearchAnswer['search']>[number];

type Found =
  | { readonly __typename: 'Region'; readonly id: string; readonly name: string; readonly nameEn: string | null }
  | {
      readonly __typename: 'Pairing';
      readonly id: string;
      readonly donor: { readonly label: string };
      readonly recipient: { readonly label: string };
    };

const pause = 200;

/** A box that finds regions and pairings while one types: arrow keys move, Enter opens, Escape closes. */
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

  const close = (): void => {
    list.hidden = true;
    state.textContent = '';
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const find = async (): Promise<void> => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    const text = input.value.trim();
    if (text === '') {
      close();
      return;
    }
    try {
      const { data } = await ask<SearchAnswer>(query, { text, language: language() }, signal);
      const options = (data.search ?? []).flatMap((hit, place) => option(hit, place) ?? []);
      list.replaceChildren(...options);
      list.hidden = options.length === 0;
      box.classList.toggle('found', options.length > 0);
      input.setAttribute('aria-expanded', String(options.length > 0));
      state.textContent = options.length > 0 ? say('searchCount', options.length) : say('searchNone', text);
      mark(input, list, 0);
    } catch {
      if (!signal.aborted) {
        close();
        state.textContent = say('searchFailed');
      }
    }
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void find(), pause);
  });
  input.addEventListener('keydown', (event) => {
    const marked = [...list.children].findIndex((item) => item.ariaSelected === 'true');
    if (event.key === 'Escape') {
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      mark(input, list, marked + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && list.hidden) {
      void find();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      list.children[marked]?.querySelector('a')?.click();
    }
  });
  list.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('li')?.querySelector('a') : null;
    if (link) {
      event.preventDefault();
      event.stopPropagation();
      close();
      input.value = '';
      open(link.pathname);
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

function mark(input: HTMLElement, list: HTMLElement, place: number): void {
  const items = [...list.children];
  const marked = items[(place + items.length) % (items.length || 1)];
  for (const item of items) {
    item.ariaSelected = String(item === marked);
  }
  if (marked) {
    input.setAttribute('aria-activedescendant', marked.id);
    marked.scrollIntoView({ block: 'nearest' });
  }
}

function option({ node, path, matched, matchedAs }: Hit, place: number): HTMLElement | null {
  if (!node) {
    return null;
  }
  const region = node.__typename === 'Region';
  const name = region ? `${node.name} ${node.nameEn ?? ''}` : `${node.donor.label} → ${node.recipient.label}`;
  const href = region ? `/regions/${encodeURIComponent(node.id)}` : pairingPath(node.id);
  const former = matchedAs.startsWith('FORMER') ? say('formerly', matched) : '';
  const where = [path.map(nameOf).join(' › '), former].filter(Boolean).join(' · ');
  return element(
    'li',
    { id: `found-${place}`, role: 'option', 'aria-selected': 'false' },
    element('a', { href, tabindex: -1 }, name),
    where ? element('span', { class: 'quiet' }, where) : null,
  );
}
