import { wordsOf } from '../../../platform/text-index.js';
import type { SearchForm } from './search-form.entity.js';

/** A name that a text has, with the forms that are this name. */
export interface NameIn {
  readonly name: string;
  readonly forms: readonly SearchForm[];
}

/** The most tokens that a name has; a token is a Chinese character or a word. */
const longestName = 12;

/** Shorter words of other scripts, such as `an` and `he`, are names by chance. */
const shortestWord = 4;

/** A text as tokens: its Chinese characters, and its words in other scripts. */
export const tokensOf = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => word.match(/\p{Script=Han}|[^\p{Script=Han}]+/gu) ?? []);

/** What may be a name in a text: all sequences of tokens. */
export function candidatesIn(tokens: readonly string[]): readonly string[] {
  const candidates = tokens.flatMap((_, start) =>
    tokens.slice(start, start + longestName).map((_token, length) => tokens.slice(start, start + length + 1).join('')),
  );
  return [...new Set(candidates)].filter(mayBeName);
}

const mayBeName = (text: string): boolean => text.length >= (/^[a-z]/.test(text) ? shortestWord : 2);

/** The names in a text from its beginning to its end, the longest at each place, of forms that have a name of its. */
export function namesIn(tokens: readonly string[], forms: readonly SearchForm[]): readonly NameIn[] {
  const byName = new Map<string, SearchForm[]>();
  for (const form of forms) {
    for (const name of new Set([form.text, form.stem])) {
      byName.set(name, [...(byName.get(name) ?? []), form]);
    }
  }
  const names: NameIn[] = [];
  let start = 0;
  while (start < tokens.length) {
    const rest = tokens.slice(start, start + longestName);
    const lengths = rest.map((_, length) => rest.length - length);
    const found = lengths.find((length) => byName.has(rest.slice(0, length).join('')));
    const name = rest.slice(0, found ?? 0).join('');
    if (found !== undefined && mayBeName(name)) {
      names.push({ name, forms: byName.get(name) ?? [] });
    }
    start += found ?? 1;
  }
  return names;
}

/** What a text says of two places beside their names. */
const relation =
  /东西部|对口|支援|支持|帮扶|扶贫|协作|合作|结对|共建|挂钩|携手|劳务|产业|[两三四](?:省区?|地|市)|[援帮助与和同跟及至到]/gu;

/** A text without what it says of its places beside their names. */
export const withoutRelation = (text: string): string => text.replace(relation, '');

/** The places of a short name of a pair or a group, each a character: 粤, 桂 of 粤桂协作; null for another text. */
export function shortNamesIn(text: string): readonly string[] | null {
  const places = withoutRelation(text.replace(/内蒙古?/u, '蒙'));
  return /^\p{Script=Han}{2,5}$/u.test(places) ? Array.from(places) : null;
}

const kindsInChinese =
  /^(.{2,}?)(?:(?:..?族|维吾尔)*自治[区州县旗]|特别行政区|省|地区|专区|行署|盟|州|市|特区|林区|新区|县级?市?|区|旗)$/u;
const kindsInEnglish = new Set(
  'autonomous region province municipality prefecture prefectural level league city county district banner area special administrative town township the of sheng shi xian qu zhou diqu meng qi'.split(
    ' ',
  ),
);

/** A text without the kind of unit that it ends with, or begins with in English; null where it has none. */
export function withoutKind(text: string): string | null {
  const words = wordsOf(text);
  const rest = words.filter((word) => !kindsInEnglish.has(word)).join('');
  const [, stem] = kindsInChinese.exec(rest) ?? [];
  const found = stem ?? rest;
  return found === words.join('') || found === '' ? null : found;
}
