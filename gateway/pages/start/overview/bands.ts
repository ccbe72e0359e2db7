import type { Node } from './places.js';

/** What one place is reported to give another: a band, a cell of the matrix, or an arc. */
export interface Band {
  /** Null where no region is recorded. */
  readonly donor: Node | null;
  readonly recipient: Node | null;
  /** What it is certain to be at least; null where that is not known. */
  readonly amount: number | null;
  /** The amount in words, with its bounds. */
  readonly text: string;
  /** With how many others the amount is shared, at most. */
  readonly shared: number;
  /** Of a day: how many of the pairings no source of that day or a later one shows. */
  readonly unconfirmed: number;
}

/** A band that is drawn. */
export interface DrawnBand extends Band {
  readonly donor: Node;
  readonly recipient: Node;
  readonly amount: number;
}

/** The bands that have an amount of their own between two places. */
export const drawn = (bands: readonly Band[]): readonly DrawnBand[] => bands.filter(isDrawn);

/** Why a band is not drawn. */
export type LeftOut = 'bothUnknown' | 'donorUnknown' | 'recipientUnknown' | 'onlyShared' | 'noLowerEnd' | 'notAdded';

/** The bands that are not drawn as somebody's, with the reason of each. */
export function leftOut(bands: readonly Band[]): readonly (readonly [band: Band, reason: LeftOut])[] {
  return bands.filter((band) => !isDrawn(band)).map((band) => [band, reasonOf(band)]);
}

function isDrawn(band: Band): band is DrawnBand {
  return band.donor !== null && band.recipient !== null && band.amount !== null && band.amount > 0;
}

function reasonOf({ donor, recipient, amount, shared }: Band): LeftOut {
  if (amount === 0 && shared === 0) {
    return 'notAdded';
  }
  if (donor === null) {
    return recipient === null ? 'bothUnknown' : 'donorUnknown';
  }
  return recipient === null ? 'recipientUnknown' : shared > 0 ? 'onlyShared' : 'noLowerEnd';
}

/** Places with the sum of the bands at each, the largest first. */
export function placesOf(
  bands: readonly DrawnBand[],
  side: 'donor' | 'recipient',
): readonly (readonly [Node, number])[] {
  const sums = new Map<string, [Node, number]>();
  for (const band of bands) {
    const node = band[side];
    const [, sum] = sums.get(node.id) ?? [node, 0];
    sums.set(node.id, [node, sum + band.amount]);
  }
  return [...sums.values()].sort(([, one], [, other]) => other - one);
}
