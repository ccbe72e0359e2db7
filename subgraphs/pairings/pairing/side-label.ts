import { labelsOf } from '../../../platform/described-enum.js';
import { labelText, quantityText } from '../../../platform/enum-label.js';
import type { Language } from '../../../vocabulary/figure/language.js';
import { PartyKind } from '../../../vocabulary/pairing/pairing-table.js';
import type { CountedParties } from '../../../vocabulary/party/counted-parties.js';

const kinds = labelsOf(PartyKind);

/** A side for display: the names of its parties, and what is only counted. */
export function sideLabel(
  named: readonly { readonly name: string; readonly nameEn: string | null }[],
  counted: readonly Pick<CountedParties, 'count' | 'kind'>[],
  language: Language,
): string {
  return joined(
    [
      ...named.map(({ name, nameEn }) => (language === 'ZH' ? name : (nameEn ?? name))),
      ...counted.map((parties) => countedText(parties, language)),
    ],
    language,
  );
}

function countedText({ count, kind }: Pick<CountedParties, 'count' | 'kind'>, language: Language): string {
  const label = kinds[kind];
  return count === null ? labelText(label, language) : quantityText(count, String(count), label, language);
}

const lists = new Intl.ListFormat('en');

function joined(parts: readonly string[], language: Language): string {
  return language === 'ZH' ? parts.join('、') : lists.format(parts);
}
