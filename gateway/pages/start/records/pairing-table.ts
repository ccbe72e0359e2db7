import { PairingLevel, SearchKind } from '../../../../schema/labels.json';
import type { List, PairingLine } from '../answer-parts.js';
import { element } from '../element.js';
import { label } from '../labels.js';
import { capitalised, language, nameOf, say } from '../language.js';
import { spanText } from './entries.js';
import type { Notes } from './notes.js';
import { cutNotice, table } from './table.js';

/** A table of pairings with their periods; null when there are none. */
export function pairingTable(caption: string, list: List<PairingLine>, notes: Notes): HTMLElement | null {
  if (!list || list.nodes.length === 0) {
    return null;
  }
  const heads = [say('pairing'), capitalised(label(SearchKind, 'PROGRAMME')), say('level'), say('periods')];
  const rows = list.nodes.map((line) => [
    pairingLink(line),
    line.programme ? nameOf(line.programme) : say('noProgramme'),
    label(PairingLevel, line.level),
    notes.cite(periods(line), line.sources),
  ]);
  return element('div', {}, table(caption, heads, rows), cutNotice(rows.length, list.totalCount));
}

/** A pairing as a link to its page: donor → recipient. */
export function pairingLink({ id, donor, recipient }: Pick<PairingLine, 'id' | 'donor' | 'recipient'>): HTMLElement {
  return element('a', { href: pairingPath(id) }, `${donor.label} → ${recipient.label}`);
}

/** The path of a pairing's page. */
export function pairingPath(id: string): string {
  return `/pairings/${encodeURIComponent(id)}`;
}

/** A legal basis: the title of the document with its number. */
export function basisText(basis: PairingLine['periods'][number]['basis']): string {
  if (!basis) {
    return say('basisNone');
  }
  const title = nameOf({ name: basis.title, nameEn: basis.titleEn });
  return basis.number === null
    ? title
    : language() === 'EN'
      ? `${title} (${basis.number})`
      : `${title}（${basis.number}）`;
}

function periods(line: PairingLine): HTMLElement {
  const spans = line.periods.map(({ from, to }) => spanText(from, to)).filter((text) => text !== '');
  const lines = spans.length > 0 ? spans : [say('undated')];
  return element('span', {}, ...lines.flatMap((text, place) => (place > 0 ? [element('br'), text] : [text])));
}
