import { say } from '../language.js';
import { yuanOf, type FiscalFund, type OverviewPairing } from './pairings.js';

/** The fiscal funds with a figure, the largest first. */
export function fiscalFunds(pairing: OverviewPairing): FiscalFund[] {
  const known = (pairing.funds?.nodes ?? []).filter(({ figure }) => figure !== null);
  return known.sort((one, other) => (yuanOf(other) ?? 0) - (yuanOf(one) ?? 0));
}

/** What stands for the sums of a pairing that has none: nothing is known of them while finance does not answer. */
export function noFiscalText({ funds }: OverviewPairing): string {
  return say(funds === null ? 'unavailable' : 'noFigure');
}

/** A sum in few words, for the picture. */
export function shortFiscalText({ figure, pairings }: FiscalFund): string {
  const text = figure?.text ?? say('noFigure');
  return (pairings?.length ?? 1) > 1 ? say('sharedShort', text) : text;
}

/** A sum, with how many pairings it is for where the source reports one for several. */
export function fiscalText({ figure, pairings }: FiscalFund): string {
  const text = figure?.text ?? say('noFigure');
  const count = pairings?.length ?? 1;
  return count > 1 ? say('sharedBy', text, count) : text;
}
