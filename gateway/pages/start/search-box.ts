import query from '../../../documents/pages/search.graphql?raw';
import type { StartSearchQuery, StartSearchQueryVariables } from '../generated/graphql.js';
import { element } from './element.js';
import { ask } from './graph.js';
import { language, nameOf, say } from './language.js';
import { failureTexts } from './notices.js';
import { regionPath } from './records/entries.js';
import { pairingPath } from './records/pairing-table.js';

type Hit = NonNullable<StartSearchQuery['search']>[number];

/** Milliseconds without a key press before a search. */
const debounceMs = 200;

/** A search box for regions, pairings and projects with suggestions: arrow keys move, Enter opens, Escape closes. */
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
  const search = async (): Promise<void> => {
    running.abort();
    running = new AbortController();
    const { signal } = running;
    const text = input.value.trim();
    if (text === '') {
      close();
      return;
    }
    try {
      const variables: StartSearchQueryVariables = { text, language: language() };
      const { data } = await ask<StartSearchQuery>(query, variables, signal);
      if (!data.search) {
        close();
        state.textContent = say('searchMissing');
        return;
      }
      const options = data.search.flatMap((hit, place) => option(hit, place) ?? []);
      list.replaceChildren(...options);
      list.hidden = options.length === 0;
      box.classList.toggle('found', options.length > 0);
      input.setAttribute('aria-expanded', String(options.length > 0));
      state.textContent = options.length > 0 ? say('searchCount', options.length) : say('searchNone', text);
      select(input, list, 0);
    } catch (error) {
      if (!signal.aborted) {
        const { heading, help } = failureTexts(error);
        close();
        state.textContent = say('searchFailed', heading, help);
      }
    }
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(), debounceMs);
  });
  input.addEventListener('keydown', (event) => {
    const selected = [...list.children].findIndex((item) => item.ariaSelected === 'true');
    if (event.key === 'Escape') {
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      select(input, list, selected + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && list.hidden) {
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

/** A suggestion; null for a hit without a page. */
function option({ node, path, matched, matchedAs }: Hit, place: number): HTMLElement | null {
  const found = node && pageOf(node, matched);
  if (!found) {
    return null;
  }
  const former = matchedAs.startsWith('FORMER') ? say('formerly', matched) : '';
  const where = [path.map(nameOf).join(' › '), former].filter(Boolean).join(' · ');
  return element(
    'li',
    { id: `found-${place}`, role: 'option', 'aria-selected': 'false' },
    element('a', { href: found.href, tabindex: -1 }, found.name),
    where ? element('span', { class: 'quiet' }, where) : null,
  );
}

/** The page of what was found, and its name there. A project is on that of its pairing, else on that of its place. */
function pageOf(
  node: NonNullable<Hit['node']>,
  matched: string,
): { readonly name: string; readonly href: string } | null {
  switch (node.__typename) {
    case 'Region':
      return { name: `${node.name} ${node.nameEn ?? ''}`, href: regionPath(node.id) };
    case 'Pairing':
      return { name: `${node.donor.label} → ${node.recipient.label}`, href: pairingPath(node.id) };
    case 'Project': {
      const name = node.title ? nameOf({ name: node.title, nameEn: node.titleEn }) : (node.titleEn ?? matched);
      const [pairing] = node.pairings ?? [];
      const href = pairing ? pairingPath(pairing.id) : node.place && regionPath(node.place.id);
      return href ? { name, href } : null;
    }
    default:
      return null;
  }
}
