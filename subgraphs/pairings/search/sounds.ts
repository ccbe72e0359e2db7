import { folded } from '../../../platform/text-index.js';

/** The syllables of a Chinese text without tones; null where it has other characters. The tables are loaded at the first call. */
export async function syllablesOf(text: string): Promise<readonly string[] | null> {
  if (!/^\p{Script=Han}{2,}$/u.test(text)) {
    return null;
  }
  const { pinyin } = await import('pinyin-pro');
  return pinyin(text, { type: 'array', toneType: 'none' }).map(folded);
}

/** Sounds that many speakers do not tell apart, and input methods take for each other. */
const confused: readonly (readonly [RegExp, string])[] = [
  [/([zcs])h/g, '$1'],
  [/ng(?![aeiou])/g, 'n'],
  [/l(?=[aeiou])/g, 'n'],
  [/hu(?=[aeio])/g, 'f'],
  [/hu/g, 'fu'],
];

/** A key that sounds have in common where they differ only in what is often confused: zh and z, in and ing, n and l, hu and f. */
export const alikeSound = (sound: string): string => confused.reduce((key, [from, to]) => key.replace(from, to), sound);
