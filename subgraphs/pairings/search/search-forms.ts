import type { EntityRows } from '../../../platform/import/table.js';
import { folded, gramsColumn, wordsOf } from '../../../platform/text-index.js';
import type { RegionKind, RegionLevel } from '../../../vocabulary/party/region-table.js';
import { SearchForm } from './search-form.entity.js';

type Form = Omit<SearchForm, 'id' | 'dataset'>;

/** What a form belongs to. */
type Target = Pick<Form, 'kind' | 'record' | 'weight' | 'region'>;

/** The rows of search forms. They have ids of their own. */
export const searchFormRows = (forms: readonly Form[]): EntityRows => ({
  entity: SearchForm,
  rows: forms,
  hasOwnIds: true,
});

/** The smaller comes first: 阿坝 is the prefecture before the county, and both before a village. */
const levelWeights: Readonly<Record<RegionLevel, number>> = {
  PROVINCE: 10,
  PREFECTURE: 20,
  COUNTY: 30,
  TOWNSHIP: 60,
  VILLAGE: 70,
};
const weights = {
  programme: 25,
  zone: 5,
  group: 25,
  place: 80,
  organisation: 40,
  document: 50,
  provision: 55,
  project: 56,
} as const;

interface SearchedRegion {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly nameEn: string | null;
  readonly pinyin: string;
  readonly aliases: readonly string[];
  readonly kind: RegionKind;
  readonly level: RegionLevel | null;
}

/** The forms of a region's names and code of today. */
export function regionForms(region: SearchedRegion): Form[] {
  const { id, code, name, nameEn, kind, level, aliases } = region;
  const own = level === null ? (kind === 'GROUP' ? weights.group : weights.place) : levelWeights[level];
  const target = {
    kind: 'REGION',
    record: id,
    region: id,
    weight: own + (kind === 'FUNCTIONAL_ZONE' || kind === 'STATISTICAL' ? weights.zone : 0),
  } as const;
  const stem = stemOf(name, aliases);
  const isUnit = kind === 'ADMINISTRATIVE';
  const english = nameEn === null ? null : form(target, 'ENGLISH', nameEn, isUnit ? englishStem(nameEn) : undefined);
  return [
    form(target, 'NAME', name, folded(stem)),
    ...pinyinForms(target, region.pinyin, lengthOf(stem), english?.stem),
    ...(english === null ? [] : [english]),
    ...shortEnglish(nameEn ?? '').map((short) => ({
      ...form(target, 'ENGLISH', short),
      form: nameEn ?? '',
      grams: null,
      // Behind the region whose whole name it is: Qinglong County.
      weight: target.weight + 1,
    })),
    ...aliases.map((alias) => form(target, 'ALIAS', alias)),
    ...[...new Set([code ?? [], /^\d+$/.test(id) ? id : []].flat())].map((each) => codeForm(target, 'CODE', each)),
  ];
}

interface FormerRegion {
  readonly region: string;
  readonly name: string;
  readonly pinyin: string;
  readonly nameEn: string | null;
  readonly code: string | null;
}

/** The forms of a name and a code that a region had before. */
export function formerForms({ region, name, pinyin, nameEn, code }: FormerRegion): Form[] {
  const target = { kind: 'REGION', record: region, region, weight: levelWeights.COUNTY } as const;
  const stem = stemOf(name);
  const syllables = pinyin.split(' ');
  return [
    form(target, 'FORMER_NAME', name, folded(stem)),
    form(target, 'FORMER_NAME', syllables.join(' '), folded(syllables.slice(0, lengthOf(stem)).join(''))),
    ...(nameEn === null ? [] : [form(target, 'FORMER_NAME', nameEn, englishStem(nameEn))]),
    ...(code === null ? [] : [codeForm(target, 'FORMER_CODE', code)]),
  ];
}

/** The forms of an organisation's names. */
export function organisationForms(organisation: {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly pinyin: string;
  readonly region: string | null;
}): Form[] {
  const { id, name, nameEn, pinyin, region } = organisation;
  const target = { kind: 'ORGANISATION', record: id, region, weight: weights.organisation } as const;
  return [...nameForms(target, name, nameEn), ...pinyinForms(target, pinyin, null)];
}

/** The forms of a programme's names. */
export function programmeForms(programme: {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly pinyin: string;
}): Form[] {
  const { id, name, nameEn, pinyin } = programme;
  const target = { kind: 'PROGRAMME', record: id, region: null, weight: weights.programme } as const;
  return [...nameForms(target, name, nameEn), ...pinyinForms(target, pinyin, null)];
}

/** The forms of a document's titles and number. */
export function documentForms(document: {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly number: string | null;
}): Form[] {
  const { id, title, titleEn, number } = document;
  const target = { kind: 'DOCUMENT', record: id, region: null, weight: weights.document } as const;
  return [...nameForms(target, title, titleEn), ...(number === null ? [] : [form(target, 'NUMBER', number)])];
}

/** The forms of a provision's titles. */
export function provisionForms(provision: {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly region: string | null;
}): Form[] {
  const { id, title, titleEn, region } = provision;
  return nameForms({ kind: 'PROVISION', record: id, region, weight: weights.provision }, title, titleEn);
}

/** The forms of a project's titles; `place` is the region where it is. */
export function projectForms(project: {
  readonly id: string;
  readonly title: string | null;
  readonly titleEn: string | null;
  readonly place: string | null;
}): Form[] {
  const { id, title, titleEn, place } = project;
  return nameForms({ kind: 'PROJECT', record: id, region: place, weight: weights.project }, title, titleEn);
}

function nameForms(target: Target, name: string | null, nameEn: string | null): Form[] {
  return [
    ...(name === null ? [] : [form(target, 'NAME', name)]),
    ...(nameEn === null ? [] : [form(target, 'ENGLISH', nameEn)]),
  ];
}

/**
 * The pinyin and its first letters; the first `stem` syllables stand for all. The pinyin needs no index of its own where
 * the English name begins with it, as most do.
 */
function pinyinForms(target: Target, syllables: string, stem: number | null, english?: string): Form[] {
  const each = syllables.split(' ').map(folded);
  const length = stem ?? each.length;
  const initials = each.map((syllable) => syllable.charAt(0)).join('');
  const spelt = form(target, 'PINYIN', syllables, each.slice(0, length).join(''));
  return [
    spelt.stem === english ? { ...spelt, grams: null } : spelt,
    { ...form(target, 'INITIALS', initials, initials.slice(0, length)), grams: null },
  ];
}

const codeForm = (target: Target, match: Form['match'], code: string): Form => ({
  ...target,
  match,
  form: code,
  text: code,
  stem: code,
  grams: null,
});

function form(target: Target, match: Form['match'], written: string, stem?: string): Form {
  const text = folded(written);
  return { ...target, match, form: written, text, stem: stem ?? text, grams: gramsColumn(text) };
}

/** The short name of a region: its name without the kind of unit, or an alias such as 恩施州 without it. */
function stemOf(name: string, aliases: readonly string[] = []): string {
  const short = aliases.find((alias) => /[州县旗]$/.test(alias) && name.startsWith(alias.slice(0, -1)));
  const [, plain] =
    /^(.{2,}?)(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|省|地区|盟|市|特区|林区|县|区|旗|镇|乡|街道|村|社区)$/.exec(
      name,
    ) ?? [];
  return short?.slice(0, -1) ?? plain ?? name;
}

/** English names begin with the stem: Xihu of Xihu District, Enshi of Enshi Tujia and Miao Autonomous Prefecture. */
const englishStem = (name: string): string => folded(wordsOf(name)[0] ?? '');

/** How the names of autonomous units are cut short: Enshi Prefecture, Enshi Autonomous Prefecture. */
function shortEnglish(name: string): readonly string[] {
  const [, stem, kind] = /^(\S+) .*Autonomous (\S+)$/.exec(name) ?? [];
  return stem === undefined || kind === undefined ? [] : [`${stem} ${kind}`, `${stem} Autonomous ${kind}`];
}

/** How many characters a text has; rare ones are two code units. */
const lengthOf = (text: string): number => Array.from(text).length;
