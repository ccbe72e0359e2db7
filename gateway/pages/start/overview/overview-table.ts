import { FundKind, PairingLevel, SearchKind } from '../../../../schema/labels.json';
import { element } from '../element.js';
import { label } from '../labels.js';
import { capitalised, say } from '../language.js';
import type { Notes } from '../records/notes.js';
import { pairingLink, programmeText } from '../records/pairing-table.js';
import { table } from '../records/table.js';
import { isUnknown } from '../unknown.js';
import { fiscalFunds, fiscalText, noFiscalText } from './fiscal.js';
import type { Letters, OverviewPairing } from './pairings.js';
import { programmeBadge } from './legend.js';

/** The pairings of the flow chart as a table with sources. */
export function overviewTable(pairings: readonly OverviewPairing[], letters: Letters, notes: Notes): HTMLElement {
  const fiscal = capitalised(label(FundKind, 'FISCAL'));
  const heads = [say('pairing'), capitalised(label(SearchKind, 'PROGRAMME')), say('level'), say('since'), fiscal];
  const rows = pairings.map((pairing) => {
    const { programme, level, since, sources } = pairing;
    const letter = letters.get(programme?.id ?? '');
    return [
      pairingLink(pairing),
      element('span', {}, programmeBadge(letter), ' ', programmeText(pairing)),
      label(PairingLevel, level),
      notes.cite(since?.text ?? say(isUnknown(pairing, 'since') ? 'unavailable' : 'undated'), sources),
      money(pairing, notes),
    ];
  });
  return table(say('asTable'), heads, rows);
}

function money(pairing: OverviewPairing, notes: Notes): HTMLElement {
  const sums = fiscalFunds(pairing).map((fund) =>
    element('span', { class: 'block' }, notes.cite(fiscalText(fund), fund.sources)),
  );
  const rest = noFiscalText(pairing);
  return element('span', {}, ...sums, rest === null ? null : element('span', { class: 'quiet block' }, rest));
}
