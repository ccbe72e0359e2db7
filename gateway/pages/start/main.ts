import { windowTitle } from '../../../platform/page-names.js';
import './style.css';
import './records.css';
import './search.css';
import './overview/overview.css';
import './import/import.css';
import './lists/lists.css';
import './print.css';

import { element } from './element.js';
import { aboutPage } from './about/about-page.js';
import { renderFooter } from './about/footer.js';
import { documentPage } from './documents/document-page.js';
import { importPage } from './import/import-page.js';
import { followAddress, keepLanguage, language, namesLanguage, say } from './language.js';
import { noSuchPage } from './no-such-page.js';
import { failureNotice, failureTexts } from './notices.js';
import { dayOf } from './overview/rounds.js';
import { listPage } from './lists/list-page.js';
import { overviewPage } from './overview/overview-page.js';
import { pairingPage } from './pairing-page.js';
import { programmePage } from './programme-page.js';
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
const footer = element('footer');
let rendering = new AbortController();
let renderedPath = location.pathname + location.search;

/** The path that the server says is none; null where it is one. */
const noPage = document.documentElement.dataset['noPage'] === undefined ? null : location.pathname;

history.scrollRestoration = 'manual';
document.body.replaceChildren(header, page, footer);
showSourceTips();
new MutationObserver(keepLanguageOfLinks).observe(document.body, { childList: true, subtree: true });
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
    const shown = language();
    followAddress();
    if (language() !== shown) {
      showHeader();
    }
    void render({ kind: 'restore', y: (state as { y?: number } | null)?.y ?? 0 });
  }
});
showHeader();
void render({ kind: location.hash === '' ? 'keep' : 'top' });

function open(path: string): void {
  const { pathname, hash } = new URL(path, location.href);
  const samePage = pathname === location.pathname && hash === '';
  history.replaceState({ y: scrollY }, '');
  history.pushState(null, '', keepLanguage(path));
  renderedPath = location.pathname + location.search;
  void render({ kind: samePage ? 'keep' : 'top' });
}

function rerender(): void {
  showHeader();
  void render({ kind: 'keep' });
}

function showHeader(): void {
  renderHeader(header, open, rerender);
}

/** Changes the search of the address of the page that is shown. */
function replace(search: string): void {
  history.replaceState(history.state, '', location.pathname + search);
  renderedPath = location.pathname + location.search;
}

async function render(target: ScrollTarget): Promise<void> {
  rendering.abort();
  rendering = new AbortController();
  const { signal } = rendering;
  page.setAttribute('aria-busy', 'true');
  if (page.childElementCount === 0) {
    page.replaceChildren(element('p', { class: 'quiet' }, say('loading')));
  }
  const view = await viewOf(location.pathname === noPage ? null : routeOf(location), signal);
  if (!signal.aborted) {
    const focused = focusedControl();
    page.replaceChildren(...view.content);
    page.removeAttribute('aria-busy');
    document.title = windowTitle(view.title);
    restorePosition(target, focused);
    void renderFooter(footer, view.title, signal);
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
      case 'document':
        return await documentPage(route.id, signal);
      case 'programme':
        return await programmePage(route.id, { search: location.search, replace, signal });
      case 'list':
        return await listPage(route.name, { search: route.search, replace, signal });
      case 'about':
        return await aboutPage(signal);
      case 'import':
        return importPage();
      default:
        return await noSuchPage('unknownPage', lastPart(location.pathname), signal);
    }
  } catch (error) {
    return { title: failureTexts(error).heading, content: [failureNotice(error)] };
  }
}

/** Makes links keep the language that the address names, also in a new tab. */
function keepLanguageOfLinks(): void {
  if (!namesLanguage()) {
    return;
  }
  for (const link of document.querySelectorAll('a')) {
    if (link.origin === location.origin && routeOf(link) && !link.getAttribute('href')?.startsWith('#')) {
      link.setAttribute('href', keepLanguage(link.getAttribute('href') ?? ''));
    }
  }
}

/** The last part of a path, as text. */
function lastPart(path: string): string {
  const part = path.split('/').findLast((each) => each !== '') ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Selectors, the best first, of what gets the focus in place of what has it now; null when nothing on the page has. */
function focusedControl(): readonly string[] | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !page.contains(focused)) {
    return null;
  }
  if (focused.id !== '') {
    return [`#${CSS.escape(focused.id)}`];
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
  const place = target.kind === 'top' && location.hash ? document.getElementById(location.hash.slice(1)) : null;
  (place ?? page.querySelector<HTMLElement>('h1'))?.focus({ preventScroll: true });
  if (place) {
    place.scrollIntoView();
  } else {
    scrollTo(0, target.kind === 'restore' ? target.y : 0);
  }
}
