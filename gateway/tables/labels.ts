/** Labels of the fields whose values are columns, by name. */
const labels: Readonly<Record<string, readonly [en: string, zh: string]>> = {
  id: ['id', '编号'],
};

/** The label of a column from the fields on its path; null where one of them has none in that language. */
export function labelOf(path: readonly string[], language: 'en' | 'zh'): string | null {
  const place = language === 'en' ? 0 : 1;
  const parts = path.map((key) => labels[key]?.[place] ?? (language === 'en' ? words(key) : null));
  return parts.every((part) => part !== null) ? parts.join(language === 'en' ? ' ' : '·') : null;
}

/** A name in the words that it is made of: `titleEn` as `title en`. */
const words = (name: string): string =>
  name.replaceAll('_', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
