import './style.css';
import './records.css';
import './search.css';
import './overview/overview.css';
import './print.css';

import { element } from './element.js';
import { say } from './language.js';
import { failureNotice, unknownNotice } from './notices.js';
import { dayOf } from './overview/rounds.js';
import { overviewPage } from './overview/overview-page.js';
import { pairingPage } from './pairing-page.js';
import { showSourceTips } from './records/source-tip.js';
import { regionPage } from './region-page.js';
import { routeOf, takeOverLinks, type Route } from './router.js';
import { drawHeader } from './shell.js';
import type { View } from './view.js';

/** Where one is after a page is drawn: at its top, where one was, or at a place that one went back to. */
type Place = { readonly kind: 'top' } | { readonly kind: 'stay' } | { readonly kind: 'back'; readonly y: number };

const header = element('header');
const page = element('main', { id: 'page', tabindex: -1 });
let drawing = new AbortController();
let shown = location.pathname + location.search;

history.scrollRestoration = 'manual';
document.body.replaceChildren(header, page);
showSourceTips();
takeOverLinks(open);
addEventListener('popstate', ({ state }: PopStateEvent) => {
  // A jump to a footnote changes the address behind "#" alone; the page stays as it is.
  if (shown !== location.pathname + location.search) {
    shown = location.pathname + location.search;
    void draw({ kind: 'back', y: (state as { y?: number } | null)?.y ?? 0 });
  }
});
redraw();

function open(path: string): void {
  const within = new URL(path, location.href).pathname === location.pathname;
  history.replaceState({ y: scrollY }, '');
  history.pushState(null, '', path);
  shown = location.pathname + location.search;
  void draw({ kind: within ? 'stay' : 'top' });
}

function redraw(): void {
  drawHeader(header, open, redraw);
  void draw({ kind: 'stay' });
}

async function draw(place: Place): Promise<void> {
  drawing.abort();
  drawing = new AbortController();
  const { signal } = drawing;
  page.setAttribute('aria-busy', 'true');
  if (page.childElementCount === 0) {
    page.replaceChildren(element('p', { class: 'quiet' }, say('loading')));
  }
  const view = await viewOf(routeOf(location), signal);
  if (!signal.aborted) {
    const focused = focusedPlace();
    page.replaceChildren(...view.content);
    page.removeAttribute('aria-busy');
    document.title = `${view.title} · Jiedui 结对`;
    settle(place, focused);
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
      default:
        return { title: say('unknownPage'), content: [unknownNotice(say('unknownPage'))] };
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { title: say('failed'), content: [failureNotice(reason, redraw)] };
  }
}

/** The choice of a round is drawn anew with the page; the focus goes back into it. */
function focusedPlace(): string | null {
  const focused = document.activeElement;
  return focused instanceof HTMLInputElement && page.contains(focused) ? `input[value="${focused.value}"]` : null;
}

function settle(place: Place, focused: string | null): void {
  if (place.kind === 'stay') {
    if (focused !== null) {
      page.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
    }
    return;
  }
  page.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  scrollTo(0, place.kind === 'back' ? place.y : 0);
}
