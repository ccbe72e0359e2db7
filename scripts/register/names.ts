import { customPinyin, pinyin } from 'pinyin-pro';

import { readFacts } from './facts.js';

/** The parts of a name: 恩施土家族苗族自治州 is 恩施, of Tujia and Miao, an autonomous prefecture. */
interface Parts {
  readonly stem: string;
  /** In English. */
  readonly nationalities: readonly string[];
  readonly suffix: string;
}

const nationalities = readFacts<'name' | 'english'>('nationalities');
const english = new Map(readFacts<'name' | 'english'>('english').map((row) => [row.name, row.english]));
customPinyin(Object.fromEntries(readFacts<'text' | 'pinyin'>('pinyin').map((row) => [row.text, row.pinyin])));

/** Suffixes of names, the longest first, and their English translation. */
const suffixes: readonly (readonly [suffix: string, english: string])[] = [
  ['自治州', 'Autonomous Prefecture'],
  ['自治县', 'Autonomous County'],
  ['自治旗', 'Autonomous Banner'],
  ['民族乡', 'Ethnic Township'],
  ['居委会', 'Community'],
  ['村委会', 'Village'],
  ['街道', 'Subdistrict'],
  ['地区', 'Prefecture'],
  ['林区', 'Forestry District'],
  ['矿区', 'Mining District'],
  ['特区', 'Special District'],
  ['新区', 'New Area'],
  ['社区', 'Community'],
  ['省', 'Province'],
  ['盟', 'League'],
  ['市', 'City'],
  ['县', 'County'],
  ['区', 'District'],
  ['旗', 'Banner'],
  ['镇', 'Town'],
  ['乡', 'Township'],
  ['村', 'Village'],
];

/** The name in English, or in pinyin with an English suffix. */
export function englishName(name: string, isMunicipality = false): string {
  const known = english.get(name);
  if (known !== undefined) {
    return known;
  }
  const { stem, nationalities: peoples, suffix } = partsOf(name);
  const kind = isMunicipality ? 'Municipality' : (suffixes.find(([each]) => each === suffix)?.[1] ?? '');
  const ethnic = peoples.length > 0 && suffix === '乡' ? ['Ethnic'] : [];
  const people = new Intl.ListFormat('en').format(peoples).replace(', and ', ' and ');
  return [english.get(stem) ?? joinedPinyin(stem), people, ...ethnic, kind].filter((part) => part !== '').join(' ');
}

/** The pinyin of a name with tone marks, a space between syllables: xī hú qū. */
export function pinyinOf(name: string): string {
  return pinyin(name, { type: 'array', nonZh: 'consecutive' })
    .map((syllable) => syllable.trim())
    .filter((syllable) => syllable !== '')
    .join(' ');
}

/** The common short form of an autonomous prefecture, county or banner, such as 恩施州; null for other names. */
export function shortForm(name: string): string | null {
  const { stem, suffix } = partsOf(name);
  return suffix.startsWith('自治') && name !== stem + suffix ? stem + suffix.replace('自治', '') : null;
}

function partsOf(name: string): Parts {
  const suffix = suffixes.find(([each]) => name.endsWith(each) && name.length > each.length)?.[0] ?? '';
  let stem = suffix === '' ? name : name.slice(0, -suffix.length);
  const found: string[] = [];
  const isOfPeople = suffix.startsWith('自治') || stem.endsWith('族');
  while (isOfPeople) {
    const people = nationalities.find((each) => stem.endsWith(each.name) && stem.length > each.name.length);
    if (!people) {
      break;
    }
    stem = stem.slice(0, -people.name.length);
    found.unshift(people.english);
  }
  return { stem, nationalities: found, suffix };
}

/** Pinyin without tones as one word, with an apostrophe before an inner syllable that begins with a vowel: Xuan'en. */
function joinedPinyin(text: string): string {
  const syllables = pinyin(text, { type: 'array', toneType: 'none', nonZh: 'consecutive' });
  const word = syllables.map((each, place) => (place > 0 && /^[aoe]/.test(each) ? `'${each}` : each)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
