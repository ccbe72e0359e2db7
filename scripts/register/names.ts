import { customPinyin, pinyin } from 'pinyin-pro';

import { readFacts } from './facts.js';
import { divisions } from './registers.js';

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

/** Suffixes of names, the longest first, and their translation. A stem has `least` characters: 碑林区 is no 林区. */
const suffixes = readFacts<'suffix' | 'english' | 'least'>('suffixes');

/** The name in English, or in pinyin with an English suffix. */
export function englishName(name: string, isMunicipality = false): string {
  const known = english.get(name);
  if (known !== undefined) {
    return known;
  }
  const { stem, nationalities: peoples, suffix } = partsOf(name);
  const kind = isMunicipality ? 'Municipality' : (suffixes.find((each) => each.suffix === suffix)?.english ?? '');
  const ethnic = peoples.length > 0 && suffix === '乡' ? ['Ethnic'] : [];
  const people = new Intl.ListFormat('en').format(peoples).replace(', and ', ' and ');
  return [...stemInEnglish(stem, name), people, ...ethnic, kind].filter((part) => part !== '').join(' ');
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
  const suffix =
    suffixes.find((each) => name.endsWith(each.suffix) && name.length >= each.suffix.length + Number(each.least))
      ?.suffix ?? '';
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

/** A stem in English, as one word; that of a zone begins with those of the places that it lies in: Hebei Tangshan Lutai. */
function stemInEnglish(stem: string, name: string): readonly string[] {
  const isZone = stem.length > 2 && name.length - stem.length > 1;
  const place = isZone ? placeStems().find((each) => stem.startsWith(each) && stem !== each) : undefined;
  const rest = stem.slice(place?.length ?? 0).replace(/^市/, '');
  return place === undefined
    ? [english.get(stem) ?? joinedPinyin(stem, name)]
    : [...stemInEnglish(place, place), ...(rest === '' ? [] : stemInEnglish(rest, name.slice(name.indexOf(rest))))];
}

/** The names of provinces and prefectures without suffixes, the longest first. */
const placeStems = (): readonly string[] =>
  (knownStems ??= [...divisions('provinces'), ...divisions('cities')]
    .map(({ name }) => partsOf(name.replace(/(壮族|回族|维吾尔)?自治区$/, '')).stem)
    .filter((stem) => stem.length > 1)
    .toSorted((one, other) => other.length - one.length));

let knownStems: readonly string[] | undefined;

/**
 * The pinyin of a stem without tones as one word, with an apostrophe before an inner syllable that begins with a vowel:
 * Xuan'en. It is that of the whole name, since 单 is read otherwise in 单县.
 */
function joinedPinyin(stem: string, name: string): string {
  const ofName = pinyin(name, { type: 'array', toneType: 'none', nonZh: 'consecutive' });
  const isEach = ofName.length === Array.from(name).length;
  const syllables = isEach
    ? ofName.slice(0, Array.from(stem).length)
    : pinyin(stem, { type: 'array', toneType: 'none', nonZh: 'consecutive' });
  const word = syllables.map((each, place) => (place > 0 && /^[aoe]/.test(each) ? `'${each}` : each)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
