import { folded } from '../../../platform/text-index.js';

/** The most readings of a text that are tried. */
const mostReadings = 16;

const isChinese = /^\p{Script=Han}{2,}$/u;

/** The syllables of a Chinese text without tones; null where it has other characters. The tables are loaded at the first call. */
export async function syllablesOf(text: string): Promise<readonly string[] | null> {
  if (!isChinese.test(text)) {
    return null;
  }
  const { pinyin } = await import('pinyin-pro');
  return pinyin(text, { type: 'array', toneType: 'none' }).map(folded);
}

/** What a Chinese text may sound like, the likeliest first: 都 is read du or dou. */
export async function soundsOf(text: string): Promise<readonly string[]> {
  const syllables = await syllablesOf(text);
  if (syllables === null) {
    return [];
  }
  const { polyphonic } = await import('pinyin-pro');
  const readings = polyphonic(text, { type: 'array', toneType: 'none' }).map((each) => each.map(folded));
  return syllables.reduce<readonly string[]>(
    (sounds, syllable, place) =>
      [...new Set([syllable, ...(readings[place] ?? [])])]
        .flatMap((each) => sounds.map((sound) => sound + each))
        .slice(0, mostReadings),
    [''],
  );
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
