import { say } from '../language.js';
import { term } from '../terms.js';
import { largestYuan, type FiscalFund, type OverviewPairing } from './pairings.js';

/** The fiscal sums that sources report of a pairing in words, the largest first; empty where there is none. */
export function fiscalTexts(pairing: OverviewPairing): string[] {
  return fiscalFunds(pairing).map(fiscalText);
}

/** The fiscal funds with a figure, the largest first. */
export function fiscalFunds(pairing: OverviewPairing): FiscalFund[] {
  const yuan = (fund: FiscalFund): number => largestYuan({ ...pairing, funds: { nodes: [fund] } }) ?? 0;
  const known = (pairing.funds?.nodes ?? []).filter(({ figure }) => figure !== null);
  return known.sort((one, other) => yuan(other) - yuan(one));
}

/** A sum with what it does not say by itself: that it is not paid yet, or is for several pairings together. */
export function fiscalText({ figure, status, pairings }: FiscalFund): string {
  const text = figure?.text ?? say('noFigure');
  const shared = (pairings?.length ?? 0) > 1 ? say('sharedBy', text, pairings?.length ?? 0) : text;
  return status === 'ACTUAL' ? shared : `${shared} (${term(status)})`;
}
