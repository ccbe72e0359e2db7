import type { Request } from 'express';

import { windowTitle } from '../../platform/page-names.js';

/** A language of pages. */
export type PageLanguage = 'en' | 'zh';

/** The language of a page in HTML. */
export const languageTags: Readonly<Record<PageLanguage, string>> = { en: 'en', zh: 'zh-CN' };

/** The language of a page: `?lang=en` or `?lang=zh`, else the one that the browser prefers. */
export function languageOf(request: Request): PageLanguage {
  const chosen = request.query['lang'];
  return chosen === 'zh' || chosen === 'en' ? chosen : request.acceptsLanguages('en', 'zh') === 'zh' ? 'zh' : 'en';
}

/** Text as HTML shows it. */
export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A link to an address of this server. */
export const link = (address: string, text: string): string => `<a href="${escape(address)}">${escape(text)}</a>`;

/** The address of a page in a language, or in that of the browser for null. `url` is a path with its search. */
function addressIn(language: PageLanguage | null, url: string): string {
  const { pathname, searchParams } = new URL(url, 'http://gateway.invalid');
  searchParams.delete('lang');
  if (language) {
    searchParams.set('lang', language);
  }
  return searchParams.size > 0 ? `${pathname}?${searchParams.toString()}` : pathname;
}

/** Links to the same page in each language, for search engines. */
export function alternates(url: string): readonly string[] {
  const languages = [
    ['en', 'en'],
    ['zh', 'zh'],
    ['x-default', null],
  ] as const;
  return languages.map(
    ([tag, language]) => `<link rel="alternate" hreflang="${tag}" href="${escape(addressIn(language, url))}" />`,
  );
}

/** A page without scripts, with its styles in itself. */
export interface HtmlPage {
  readonly language: PageLanguage;
  /** Its path with its search. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** HTML. */
  readonly body: string;
}

/** The page as HTML, with links to the start page and to the other language. */
export function htmlPage({ language, url, title, description, body }: HtmlPage): string {
  const [other, name] = language === 'en' ? (['zh', '中文版'] as const) : (['en', 'English'] as const);
  const home = language === 'en' ? '/' : '/?lang=zh';
  return `<!doctype html>
<html lang="${languageTags[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${escape(description)}">
<title>${escape(windowTitle(title))}</title>
${alternates(url).join('\n')}
<style>${style}</style>
</head>
<body>
<header>
<nav aria-label="${language === 'en' ? 'Site' : '站点'}">${link(home, 'Jiedui 结对')}</nav>
<a href="${escape(addressIn(other, url))}" lang="${languageTags[other]}" hreflang="${other}">${name}</a>
</header>
<main>
${body}
</main>
</body>
</html>
`;
}

const style = `
:root { color-scheme: light dark }
body { font: 16px/1.5 system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; max-width: 75rem; margin: 0 auto; padding: 1rem; color: light-dark(#1d2226, #e6e4df); background: light-dark(#fbfaf7, #16191c) }
header { display: flex; justify-content: space-between; gap: 1rem }
header a { padding: 0.2rem 0 }
a { color: light-dark(#0b5394, #8ec4f4) }
h1, h2 { line-height: 1.25; overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.8rem 0.4rem 0; border-top: 1px solid light-dark(#ccc, #444) }
thead th { white-space: nowrap }
td, code { overflow-wrap: anywhere }
pre { background: light-dark(#f0efec, #24292e); padding: 0.6rem; overflow-x: auto }
.wide { overflow-x: auto }
.wide td { overflow-wrap: normal }
.number { text-align: right }
.formats a { display: inline-block; padding: 0 0.3rem 0 0 }
.down { color: light-dark(#b00020, #ff8a80); font-weight: 600 }
.up { color: light-dark(#1b5e20, #a5d6a7) }
@media (max-width: 40rem) {
  .stacked thead { display: none }
  .stacked tr { display: block; padding: 0.4rem 0; border-top: 1px solid light-dark(#ccc, #444) }
  .stacked :is(th, td) { display: block; border: none; padding: 0.1rem 0; text-align: left }
  .stacked td[data-head]::before { content: attr(data-head) ' '; color: light-dark(#5b636a, #a5a9ab); font-size: 0.85rem }
  .stacked td:empty { display: none }
}
@media print { header { display: none } }
`;

/** A cell that on a phone stands below the others, with its head before it. */
export const cell = (head: string, html: string, style = ''): string =>
  `<td data-head="${escape(head)}"${style === '' ? '' : ` class="${style}"`}>${html}</td>`;
