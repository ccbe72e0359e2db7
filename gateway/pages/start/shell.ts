import { element } from './element.js';
import { Language as LanguageLabels } from '../../../schema/labels.json';
import type { Language } from '../generated/graphql.js';
import { language, say, setLanguage } from './language.js';
import { lists } from './router.js';
import { searchBox } from './search-box.js';

/** Renders the header of all pages in the language of the page. */
export function renderHeader(header: HTMLElement, open: (path: string) => void, rerender: () => void): void {
  document.documentElement.lang = language() === 'EN' ? 'en' : 'zh-CN';
  const buttons = [languageButton('EN', 'EN', rerender), languageButton('ZH', LanguageLabels.ZH.zh, rerender)];
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
      ...lists.map((name) => element('a', { href: `/${name}` }, say(name))),
      element('a', { href: '/graphql' }, say('explorer')),
    ),
    searchBox(open),
    element('div', { class: 'languages', role: 'group', 'aria-label': say('languages') }, ...buttons),
  );
}

function languageButton(each: Language, name: string, rerender: () => void): HTMLElement {
  const lang = each === 'EN' ? 'en' : 'zh-CN';
  const button = element(
    'button',
    { type: 'button', lang, id: `language-${lang}`, 'aria-pressed': String(each === language()) },
    name,
  );
  button.addEventListener('click', () => {
    setLanguage(each);
    rerender();
    document.getElementById(button.id)?.focus();
  });
  return button;
}
