import { pinyin } from 'pinyin-pro';

import { pinyinOf } from '../register/names.js';
import { readArticles, type FactDocument, type Row } from './facts.js';

/** Who published a document, by the names of its issuer; nobody where they say only where it was read. */
export function publisherNames(issuer: string): readonly string[] {
  // A press that is named by its place alone.
  if (/^\S+ press\b/.test(issuer)) {
    return [];
  }
  const [joint = ''] = issuer.split(
    / (?:on|in|after|app|press|频道) |[ ,]+\(|, (?:after|on) | (?:app|press|A?\d[\d-]*)$/,
  );
  const names = joint.split(/; |、|, /).map((name) => name.replace(/ [A-Z]?\d[\d-]*$/, '').trim());
  return names.filter(
    (name) => name !== '' && !/^(press|unknown|probably|periodical|on|after|forum|headline|see)\b/i.test(name),
  );
}

/** The organisations of the articles by name. */
const known = new Map(readArticles('organisations').map(({ id = '', name = '' }) => [name, id]));

/** The id of a publisher; of a region its name. */
export const publisherId = (name: string): string =>
  isRegion(name) ? name : (known.get(name) ?? `${kindOf(name) === 'PUBLISHER' ? 'pub' : 'org'}-${slug(name)}`);

const isRegion = (name: string): boolean => /^[^国]{2,3}[省市]$/.test(name);

const slug = (name: string): string =>
  pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** The publishers that the articles do not have, each named by its first document. */
export function publisherRows(documents: readonly FactDocument[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const { id: document, issuer } of documents) {
    for (const name of publisherNames(issuer)) {
      const id = publisherId(name);
      if (!known.has(name) && !isRegion(name) && !rows.has(id)) {
        const nameEn = /[一-鿿]/.test(name) ? '' : name;
        rows.set(id, { id, name, nameEn, pinyin: pinyinOf(name), kind: kindOf(name), region: '', sources: document });
      }
    }
  }
  return [...rows.values()].sort((one, other) => ((one['id'] ?? '') < (other['id'] ?? '') ? -1 : 1));
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^中共/, 'PARTY_ORGAN'],
  [/领导小组|扶贫办$/, 'LEADING_GROUP'],
  [/人民政府|^国务院/, 'GOVERNMENT'],
  [/^民政部$|委员会$|办公室$|协作办$/, 'DEPARTMENT'],
  [/中心$/, 'PUBLIC_INSTITUTION'],
];

const kindOf = (name: string): string => kinds.find(([pattern]) => pattern.test(name))?.[1] ?? 'PUBLISHER';
