import type { Column } from './columns.js';

/** Chinese labels of columns whose description has no Chinese term, by the name of the field. */
const chinese: Readonly<Record<string, string>> = {
  purpose: '用途',
  items: '明细',
  title: '题名',
  titleEn: '英文题名',
  text: '文字',
  paragraph: '段落',
  count: '项数',
  stage: '阶段',
};

/** A label for people: in English the words of the name, in Chinese the terms in its description; null where there are none. */
export function labelOf({ path, field }: Pick<Column, 'path' | 'field'>, language: 'en' | 'zh'): string | null {
  if (language === 'en') {
    return path.map(words).join(' ');
  }
  const terms = Array.from(
    (field?.description ?? '').matchAll(/[(（]([\p{Script=Han}、]{1,12})[)）]/gu),
    ([, term = '']) => term,
  );
  return terms.length > 0 ? terms.join('·') : (chinese[path.at(-1) ?? ''] ?? null);
}

/** A name in the words that it is made of: `titleEn` as `title en`. */
const words = (name: string): string =>
  name.replaceAll('_', ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
