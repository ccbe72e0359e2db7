/** A language of pages. */
export type PageLanguage = 'en' | 'zh';

/** Text as HTML shows it. */
export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A link to an address of this server. */
export const link = (address: string, text: string): string => `<a href="${escape(address)}">${escape(text)}</a>`;

/** A page without scripts, with its styles in itself. */
export function htmlPage(language: PageLanguage, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)} · Jiedui</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.8rem 0.4rem 0; border-top: 1px solid #ccc }
th { white-space: nowrap }
pre { background: #f4f4f4; padding: 0.6rem; overflow-x: auto }
.wide { overflow-x: auto }
.number { text-align: right }
.language { float: right }
</style>
${body}
</html>
`;
}
