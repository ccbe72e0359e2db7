import { PairingLevel } from '../../../../schema/labels.json';
import type { List, PairingLine } from '../answer-parts.js';
import { element } from '../element.js';
import { label } from '../labels.js';
import { say } from '../language.js';
import { stackedTable } from '../stacked-table.js';
import type { Notes } from './notes.js';
import { pairingLink, periodsCell, programmeLink } from './pairing-table.js';
import { cutNotice, missingText } from './table.js';
import { timeBars, yearAxis, yearsOf, type YearSpan } from './time-bars.js';

/**
 * Pairings through time: those of each programme together, in the order in which they began, each with its periods on one line of
 * years. It says when the list is missing; null when there are no pairings.
 */
export function pairingsByProgramme(caption: string, list: List<PairingLine>, notes: Notes): HTMLElement | null {
  if (!list || list.nodes.length === 0) {
    return list ? null : missingText('unavailable');
  }
  const span = yearsOf(list.nodes.flatMap(({ periods }) => periods));
  const programmes = new Map<string, PairingLine[]>();
  for (const line of [...list.nodes].sort((one, other) => beginOf(one).localeCompare(beginOf(other)))) {
    const id = line.programme?.id ?? '';
    programmes.set(id, [...(programmes.get(id) ?? []), line]);
  }
  const parts = [...programmes.values()].flatMap((lines) => {
    const [first] = lines;
    return first
      ? [
          element('h3', {}, programmeLink(first)),
          span && yearAxis(span),
          stackedTable(
            caption,
            [say('pairing'), say('level'), say('periods')],
            lines.map((line) => [
              pairingLink(line),
              label(PairingLevel, line.level),
              notes.cite(periodsCell(line), line.sources),
            ]),
            (place) => barsOf(lines[place]?.periods ?? [], span),
          ),
        ]
      : [];
  });
  return element('div', { class: 'through-time' }, ...parts, cutNotice(list.nodes.length, list.totalCount));
}

/** The bars of a pairing; null where no source dates it. */
function barsOf(periods: PairingLine['periods'], span: YearSpan | null): HTMLElement | null {
  return span && periods.some(({ from }) => from?.date) ? timeBars(periods, span) : null;
}

/** The first day of a pairing; after all days where no source dates it. */
function beginOf({ periods }: PairingLine): string {
  return periods.flatMap(({ from }) => from?.date ?? []).sort()[0] ?? '9';
}
