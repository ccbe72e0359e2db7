import { say } from '../language.js';
import { hasUnknownSum, yuanOf, type FiscalFund, type OverviewPairing } from './pairings.js';

/** The fiscal funds that have a figure, the largest first. */
export function fiscalFunds(pairing: OverviewPairing): FiscalFund[] {
  const known = (pairing.funds?.nodes ?? []).filter(({ figure }) => figure !== null);
  return known.sort((one, other) => (yuanOf(other) ?? 0) - (yuanOf(one) ?? 0));
}

/** What stands beside the sums of a pairing: that some are missing, or that there are none; null beside all its sums. */
export function noFiscalText(pairing: OverviewPairing): string | null {
  return hasUnknownSum(pairing) ? say('unavailable') : fiscalFunds(pairing).length > 0 ? null : say('noFigure');
}

/** A sum as a short text, for the chart. */
export function shortFiscalText({ figure, pairings }: FiscalFund): string {
  const text = figure?.text ?? say('noFigure');
  return (pairings?.length ?? 1) > 1 ? say('sharedShort', text) : text;
}

/** A sum, with the number of pairings where the source reports it for several. */
export function fiscalText({ figure, pairings }: FiscalFund): string {
  const text = figure?.text ?? say('noFigure');
  const count = pairings?.length ?? 1;
  return count > 1 ? say('sharedBy', text, count) : text;
}
