import { Confidence, PeriodEnd } from '../../../../schema/labels.json';
import type { StartPairingPeriodFragment, StartPairingSourceFragment } from '../../generated/graphql.js';
import { element } from '../element.js';
import { label } from '../labels.js';
import { capitalised, inEither, nameOf, say } from '../language.js';
import { programmePath } from '../paths.js';
import { isUnknown } from '../unknown.js';
import { documentLink } from './document-link.js';
import type { Notes } from './notes.js';
import { pairingLink } from './pairing-table.js';
import { periodCell } from './period.js';
import { table } from './table.js';
import { timeBars, yearAxis, yearsOf } from './time-bars.js';

/** The periods of a pairing: a line of years, and a table with the decision, the round and the texts of each. */
export function timeline(
  periods: readonly StartPairingPeriodFragment[],
  sources: readonly StartPairingSourceFragment[],
  notes: Notes,
): HTMLElement {
  const heads = [say('when'), say('round'), say('basis'), say('texts')];
  const rows =
    periods.length > 0
      ? periods.map((period) => [
          notes.cite(periodCell(period), period.sources),
          roundCell(period),
          basisCell(period),
          textsCell(period, notes),
        ])
      : [[notes.cite(say('undated'), sources), '', say('basisNone'), '']];
  const span = yearsOf(periods);
  return element(
    'div',
    {},
    span && element('div', { class: 'timeline' }, yearAxis(span), ...periods.map((period) => timeBars([period], span))),
    table(say('held'), heads, rows),
  );
}

/** The round of a period with its programme, the pairing that it was part of, and why it ended. */
function roundCell(period: StartPairingPeriodFragment): HTMLElement {
  const { round, parent, end } = period;
  const name = round && nameOf(round);
  return element(
    'span',
    {},
    round?.programme ? element('a', { href: programmePath(round.programme.id) }, name) : name,
    isUnknown(period, 'round') ? say('unavailable') : null,
    parent && element('span', { class: 'quiet block' }, `${say('parent')}: `, pairingLink(parent)),
    end && element('span', { class: 'quiet block' }, capitalised(label(PeriodEnd, end))),
  );
}

/** The legal basis of a period: its document, as a link to its page. */
function basisCell(period: StartPairingPeriodFragment): HTMLElement | string {
  const { basis } = period;
  return basis ? documentLink(basis) : say(isUnknown(period, 'basis') ? 'unavailable' : 'basisNone');
}

/** On how many texts a period rests, who of several gives its days, and what they leave open. */
function textsCell(period: StartPairingPeriodFragment, notes: Notes): HTMLElement {
  const { confidence, fromSources, toSources, sources, from, to } = period;
  const note = inEither(period.note, period.noteZh);
  const isSome = (own: readonly StartPairingSourceFragment[]): boolean => own.length > 0 && own.length < sources.length;
  return element(
    'span',
    {},
    confidence && capitalised(label(Confidence, confidence)),
    from && isSome(fromSources)
      ? element('span', { class: 'quiet block' }, notes.cite(say('beginningFrom', from.text), fromSources))
      : null,
    to && isSome(toSources)
      ? element('span', { class: 'quiet block' }, notes.cite(say('endFrom', to.text), toSources))
      : null,
    note && element('span', { class: 'quiet block', lang: note.lang }, note.text),
  );
}
