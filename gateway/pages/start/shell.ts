import { element } from './element.js';
import { language, say, setLanguage, type Language } from './language.js';
import { searchBox } from './search-box.js';

const names: Readonly<Record<Language, string>> = { EN: 'EN', ZH: '中文' };

/** Draws what all pages have above their content, in the language of the page. */
export function drawHeader(header: HTMLElement, open: (path: string) => void, redraw: () => void): void {
  document.documentElement.lang = language() === 'EN' ? 'en' : 'zh-CN';
  const buttons = (['EN', 'ZH'] as const).map((each) => languageButton(each, redraw));
  header.replaceChildren(
    element('a', { class: 'skip', href: '#page' }, say('skip')),
    element(
      'nav',
      { 'aria-label': say('site') },
      element(
        'a',
        { class: 'home', href: '/', title: say('home') },
        'Jiedui ',
        element('span', { lang: 'zh-CN' }, '结对'),
      ),
      element('a', { href: '/graphql' }, say('explorer')),
    ),
    searchBox(open),
    element('div', { class: 'languages', role: 'group', 'aria-label': say('languages') }, ...buttons),
  );
}

function languageButton(each: Language, redraw: () => void): HTMLElement {
  const lang = each === 'EN' ? 'en' : 'zh-CN';
  const button = element(
    'button',
    { type: 'button', lang, id: `language-${lang}`, 'aria-pressed': String(each === language()) },
    names[each],
  );
  button.addEventListener('click', () => {
    setLanguage(each);
    redraw();
    document.getElementById(button.id)?.focus();
  });
  return button;
}
