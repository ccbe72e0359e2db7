import { windowTitle } from '../../../platform/page-names.js';
import './style.css';
import './records.css';
import './search.css';
import './stacked-table.css';
import './overview/overview.css';
import './import/import.css';
import './lists/lists.css';
import './compare/compare.css';
import './take-along/take-along.css';
import './print.css';

import { renderFooter } from './about/footer.js';
import { onChosen } from './compare/chosen.js';
import { renderTray } from './compare/compare-choice.js';
import { element } from './element.js';
import { followAddress, keepLanguage, language, say } from './language.js';
import { keepLanguageOfLinks } from './links.js';
import { focusedControl, restorePosition, type ScrollTarget } from './position.js';
import { showSourceTips } from './records/source-tip.js';
import { interceptLinks, routeOf } from './router.js';
import { renderHeader } from './shell.js';
import { isEmbedded, openLinksOutside, openOutside, sourceLine } from './take-along/embed.js';
import { viewOf } from './views.js';

const header = element('header');
const page = element('main', { id: 'page', tabindex: -1 });
const tray = element('aside', { class: 'tray', hidden: true });
const footer = element('footer');
let rendering = new AbortController();
let renderedPath = location.pathname + location.search;

/** The path that the server says is none; null where it is one. */
const noPage = document.documentElement.dataset['noPage'] === undefined ? null : location.pathname;

history.scrollRestoration = 'manual';
document.body.replaceChildren(...(isEmbedded ? [page, footer] : [header, page, tray, footer]));
document.body.classList.toggle('embedded', isEmbedded);
showSourceTips();
keepLanguageOfLinks();
if (isEmbedded) {
  openLinksOutside();
} else {
  interceptLinks(open);
}
onChosen(() => {
  renderTray(tray);
});
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
      renderHeader(header, open, rerender);
    }
    void render({ kind: 'restore', y: (state as { y?: number } | null)?.y ?? 0 });
  }
});
renderHeader(header, open, rerender);
void render({ kind: location.hash === '' ? 'keep' : 'top' });

function open(path: string): void {
  if (isEmbedded) {
    openOutside(path, openHere);
  } else {
    openHere(path);
  }
}

function openHere(path: string): void {
  const { pathname, hash } = new URL(path, location.href);
  const samePage = pathname === location.pathname && hash === '';
  history.replaceState({ y: scrollY }, '');
  history.pushState(null, '', keepLanguage(path));
  renderedPath = location.pathname + location.search;
  void render({ kind: samePage ? 'keep' : 'top' });
}

function rerender(): void {
  renderHeader(header, open, rerender);
  void render({ kind: 'keep' });
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
  const route = location.pathname === noPage ? null : routeOf(location);
  const view = await viewOf(route, { search: location.search, replace, signal }, open);
  if (!signal.aborted) {
    const focused = focusedControl(page);
    page.replaceChildren(...view.content);
    page.removeAttribute('aria-busy');
    document.title = windowTitle(view.title);
    restorePosition(page, target, focused);
    renderTray(tray);
    void (isEmbedded ? sourceLine : renderFooter)(footer, view.title, signal);
  }
}
