import './style.css';
import './records.css';
import './search.css';
import './overview/overview.css';
import './import/import.css';
import './print.css';

import { element } from './element.js';
import { importPage } from './import/import-page.js';
import { say } from './language.js';
import { failureNotice, failureTexts, unknownNotice } from './notices.js';
import { dayOf } from './overview/rounds.js';
import { overviewPage } from './overview/overview-page.js';
import { pairingPage } from './pairing-page.js';
import { showSourceTips } from './records/source-tip.js';
import { regionPage } from './region-page.js';
import { interceptLinks, routeOf, type Route } from './router.js';
import { renderHeader } from './shell.js';
import type { View } from './view.js';

/** The scroll position after a page is rendered: its top, unchanged, or that of a history entry. */
type ScrollTarget =
  { readonly kind: 'top' } | { readonly kind: 'keep' } | { readonly kind: 'restore'; readonly y: number };

const header = element('header');
const page = element('main', { id: 'page', tabindex: -1 });
let rendering = new AbortController();
let renderedPath = location.pathname + location.search;

history.scrollRestoration = 'manual';
document.body.replaceChildren(header, page);
showSourceTips();
interceptLinks(open);
page.addEventListener('click', ({ target }) => {
  const way = target instanceof HTMLElement ? target.dataset['retry'] : undefined;
  if (way === 'reload') {
    location.reload();
  } else if (way !== undefined) {
    rerender();
  }
});
addEventListener('popstate', ({ state }: PopStateEvent) => {
  // A jump to a footnote changes only the fragment of the address; the page stays.
  if (renderedPath !== location.pathname + location.search) {
    renderedPath = location.pathname + location.search;
    void render({ kind: 'restore', y: (state as { y?: number } | null)?.y ?? 0 });
  }
});
rerender();

function open(path: string): void {
  const samePage = new URL(path, location.href).pathname === location.pathname;
  history.replaceState({ y: scrollY }, '');
  history.pushState(null, '', path);
  renderedPath = location.pathname + location.search;
  void render({ kind: samePage ? 'keep' : 'top' });
}

function rerender(): void {
  renderHeader(header, open, rerender);
  void render({ kind: 'keep' });
}

async function render(target: ScrollTarget): Promise<void> {
  rendering.abort();
  rendering = new AbortController();
  const { signal } = rendering;
  page.setAttribute('aria-busy', 'true');
  if (page.childElementCount === 0) {
    page.replaceChildren(element('p', { class: 'quiet' }, say('loading')));
  }
  const view = await viewOf(routeOf(location), signal);
  if (!signal.aborted) {
    const focused = focusedControl();
    page.replaceChildren(...view.content);
    page.removeAttribute('aria-busy');
    document.title = `${view.title} · Jiedui 结对`;
    restorePosition(target, focused);
  }
}

async function viewOf(route: Route | null, signal: AbortSignal): Promise<View> {
  try {
    switch (route?.kind) {
      case 'overview':
        return await overviewPage(dayOf(route.search), signal, open);
      case 'region':
        return await regionPage(route.id, signal);
      case 'pairing':
        return await pairingPage(route.id, signal);
      case 'import':
        return importPage();
      default:
        return { title: say('unknownPage'), content: [unknownNotice(say('unknownPage'))] };
    }
  } catch (error) {
    return { title: failureTexts(error).heading, content: [failureNotice(error)] };
  }
}

/** Selectors, the best first, of what gets the focus in place of what has it now; null when nothing on the page has. */
function focusedControl(): readonly string[] | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !page.contains(focused)) {
    return null;
  }
  if (focused instanceof HTMLInputElement) {
    return [`input[value="${focused.value}"]`];
  }
  // After a retry that helped there is no button.
  return focused.dataset['retry'] === undefined ? null : ['[data-retry]', 'h1'];
}

function restorePosition(target: ScrollTarget, focused: readonly string[] | null): void {
  if (target.kind === 'keep') {
    const next = (focused ?? []).map((selector) => page.querySelector<HTMLElement>(selector)).find((each) => each);
    next?.focus({ preventScroll: true });
    return;
  }
  page.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  scrollTo(0, target.kind === 'restore' ? target.y : 0);
}
