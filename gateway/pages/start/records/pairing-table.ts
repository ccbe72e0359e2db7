import { PairingLevel } from '../../../../schema/labels.json';
import type { List, PairingLine } from '../answer-parts.js';
import { element } from '../element.js';
import { label } from '../labels.js';
import { nameOf, say } from '../language.js';
import { programmePath } from '../paths.js';
import { isUnknown } from '../unknown.js';
import type { Notes } from './notes.js';
import { periodCell, type Period } from './period.js';
import { cutNotice, missingText, table } from './table.js';

/** A pairing in a table: the days of its periods are for pictures alone. */
type PairingShown = Omit<PairingLine, 'periods'> & { readonly periods: readonly Period[] };

/** A table of pairings with their periods; it says when the list is missing. Null when there are no pairings. */
export function pairingTable(caption: string, list: List<PairingShown>, notes: Notes): HTMLElement | null {
  if (!list || list.nodes.length === 0) {
    return list ? null : missingText('unavailable');
  }
  const heads = [say('pairing'), say('programme'), say('level'), say('periods')];
  const rows = list.nodes.map((line) => [
    pairingLink(line),
    programmeLink(line),
    label(PairingLevel, line.level),
    notes.cite(periodsCell(line), line.sources),
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

/** What a pairing says of its programme; null where it names none. */
interface OfProgramme {
  readonly programme: { readonly id: string; readonly name: string; readonly nameEn: string | null } | null;
}

/** The programme of a pairing as a link to its page. */
export function programmeLink(pairing: OfProgramme): HTMLElement | string {
  const { programme } = pairing;
  return programme ? element('a', { href: programmePath(programme.id) }, nameOf(programme)) : programmeText(pairing);
}

/** The programme of a pairing: its name. */
export function programmeText(pairing: OfProgramme): string {
  const { programme } = pairing;
  return programme ? nameOf(programme) : say(isUnknown(pairing, 'programme') ? 'unavailable' : 'noProgramme');
}

/** The periods of a pairing, each in a line. */
export function periodsCell(line: PairingShown): HTMLElement {
  const cells = line.periods.map(periodCell);
  return element('span', {}, ...(cells.length > 0 ? cells : [say('undated')]));
}
