import { placesOf, type DrawnBand } from './bands.js';
import type { Node } from './places.js';

/** A place in the flow chart, in pixels from the top. */
export interface Bar {
  readonly node: Node;
  readonly amount: number;
  readonly top: number;
  readonly height: number;
  /** The middle of its label. */
  readonly middle: number;
}

/** A band between two bars: where it begins and ends, in pixels from the top. */
export interface Flow {
  readonly band: DrawnBand;
  readonly from: number;
  readonly to: number;
  readonly height: number;
  /** The place of its donor, from the top. */
  readonly row: number;
}

export interface FlowLayout {
  readonly donors: readonly Bar[];
  readonly recipients: readonly Bar[];
  readonly flows: readonly Flow[];
  readonly height: number;
}

const gap = 5;
/** The thinnest band that can be seen. */
const thinnest = 1.5;

/** Where bars and bands are. Each place has at least the pixels that `labelHeight` gives for its label. */
export function flowLayout(bands: readonly DrawnBand[], labelHeight: (node: Node) => number): FlowLayout {
  const donors = placesOf(bands, 'donor');
  const total = donors.reduce((sum, [, amount]) => sum + amount, 0);
  const scale = Math.min(620, 220 + 7 * bands.length) / Math.max(total, 1);
  const thickness = ({ amount }: DrawnBand): number => Math.max(thinnest, amount * scale);
  const rows = new Map(donors.map(([{ id }], row) => [id, row]));
  const rowOf = ({ donor }: DrawnBand): number => rows.get(donor.id) ?? 0;
  // A recipient stands beside the middle of its donors, so that few bands cross.
  const middle = (id: string): number => {
    const own = bands.filter(({ recipient }) => recipient.id === id);
    const sum = own.reduce((all, { amount }) => all + amount, 0);
    return own.reduce((all, band) => all + rowOf(band) * band.amount, 0) / sum;
  };
  const recipients = placesOf(bands, 'recipient')
    .map(([node, amount]) => ({ node, amount, at: middle(node.id) }))
    .sort((one, other) => one.at - other.at)
    .map(({ node, amount }) => [node, amount] as const);
  const columns = (['donor', 'recipient'] as const).map((side) =>
    (side === 'donor' ? donors : recipients).map(([node, amount]) => {
      const height = bands.filter((band) => band[side].id === node.id).reduce((all, band) => all + thickness(band), 0);
      return { node, amount, height, slot: Math.max(height, labelHeight(node)) };
    }),
  );
  const heights = columns.map((column) => column.reduce((all, { slot }) => all + slot + gap, gap));
  const height = Math.ceil(Math.max(...heights));
  const [donorBars = [], recipientBars = []] = columns.map((column, place) => {
    // The shorter side is spread over the height of the other.
    const space = gap + (height - (heights[place] ?? height)) / Math.max(1, column.length);
    let top = space / 2;
    return column.map(({ slot, ...bar }): Bar => {
      const middleOfSlot = top + slot / 2;
      top += slot + space;
      return { ...bar, top: middleOfSlot - bar.height / 2, middle: middleOfSlot };
    });
  });
  return {
    donors: donorBars,
    recipients: recipientBars,
    height,
    flows: flowsOf(bands, donorBars, recipientBars, thickness),
  };
}

function flowsOf(
  bands: readonly DrawnBand[],
  donors: readonly Bar[],
  recipients: readonly Bar[],
  thickness: (band: DrawnBand) => number,
): Flow[] {
  const places = (bars: readonly Bar[]): Map<string, number> =>
    new Map(bars.map(({ node }, place) => [node.id, place]));
  const [rows, columns] = [places(donors), places(recipients)];
  const used = [donors, recipients].map((bars) => new Map(bars.map(({ node, top }) => [node.id, top])));
  const next = (side: 0 | 1, id: string, height: number): number => {
    const top = used[side]?.get(id) ?? 0;
    used[side]?.set(id, top + height);
    return top;
  };
  const place = (map: Map<string, number>, { id }: Node): number => map.get(id) ?? 0;
  const sorted = (one: DrawnBand, other: DrawnBand): number =>
    place(rows, one.donor) - place(rows, other.donor) ||
    place(columns, one.recipient) - place(columns, other.recipient);
  return [...bands].sort(sorted).map((band) => {
    const height = thickness(band);
    return {
      band,
      height,
      from: next(0, band.donor.id, height),
      to: next(1, band.recipient.id, height),
      row: place(rows, band.donor),
    };
  });
}
