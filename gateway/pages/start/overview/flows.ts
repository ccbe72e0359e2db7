import { language, nameOf, say } from '../language.js';
import { regionPath } from '../records/entries.js';
import { pairingPath, programmeText } from '../records/pairing-table.js';
import { hasUnknownSum, largestYuan, type Letters, type OverviewPairing, type OverviewSide } from './pairings.js';
import { fiscalFunds, fiscalText, noFiscalText, shortFiscalText } from './fiscal.js';

/** A side of pairings in the chart: donors at depth 0, recipients at 1. */
export interface FlowNode {
  readonly name: string;
  readonly depth: 0 | 1;
  readonly label: string;
  readonly tip: readonly string[];
  /** The page that a click opens; absent where the side is no region. */
  readonly path?: string;
}

/** A pairing in the chart. */
export interface Flow {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  readonly hasFigure: boolean;
  readonly colour: string;
  readonly label: string;
  readonly tip: readonly string[];
  readonly path: string;
}

export interface FlowData {
  readonly nodes: readonly FlowNode[];
  readonly flows: readonly Flow[];
}

/** Colours of programmes by letter, safe for colour-blind readers (Okabe and Ito). */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b58900', '#56b4e9'];

/** The value of the largest sum; a flow without a figure has 1. */
const largestValue = 8;
const pixelsPerValue = 5;

/** The colour of a programme by its letter; grey for pairings without a programme. */
export function colourOf(letter: string | undefined): string {
  return letter === undefined ? '#777777' : (colours[(letter.charCodeAt(0) - 65) % colours.length] ?? '#777777');
}

/** The chart of some pairings. A side that both helps and is helped is two nodes, so that the graph has no cycle. */
export function flowData(pairings: readonly OverviewPairing[], letters: Letters): FlowData {
  const nodes = new Map<string, FlowNode>();
  const largest = Math.max(1, ...pairings.map((pairing) => largestYuan(pairing) ?? 0));
  const flows = pairings.map((pairing): Flow => {
    const [source, target] = [sideNode(pairing.donor, 0), sideNode(pairing.recipient, 1)];
    nodes.set(source.name, source).set(target.name, target);
    const yuan = largestYuan(pairing);
    const letter = letters.get(pairing.programme?.id ?? '');
    const funds = fiscalFunds(pairing);
    return {
      source: source.name,
      target: target.name,
      value: yuan === null ? 1 : Math.max(1, (yuan / largest) * largestValue),
      hasFigure: yuan !== null,
      colour: colourOf(letter),
      label: [letter, funds[0] && shortFiscalText(funds[0]), hasUnknownSum(pairing) && '?'].filter(Boolean).join(' · '),
      tip: [
        `${pairing.donor.label} → ${pairing.recipient.label}`,
        programmeText(pairing),
        [...funds.map(fiscalText), noFiscalText(pairing) ?? ''].filter(Boolean).join('; '),
      ],
      path: pairingPath(pairing.id),
    };
  });
  return { nodes: [...nodes.values()], flows };
}

/** The height of the chart in pixels, with `gap` pixels between nodes: the thinnest flow can still be clicked. */
export function flowHeight({ nodes, flows }: FlowData, gap: number): number {
  const all = flows.reduce((sum, { value }) => sum + value, 0);
  const most = Math.max(...[0, 1].map((depth) => nodes.filter((node) => node.depth === depth).length));
  return Math.round(all * pixelsPerValue + (most - 1) * gap + 24);
}

function sideNode(side: OverviewSide, depth: 0 | 1): FlowNode {
  const [first, ...others] = side.parties;
  const label = first && others.length > 1 ? say('more', nameOf(first), othersCount(others.length)) : side.label;
  const region = first?.__typename === 'Region' && others.length === 0 && side.counted.length === 0 ? first : null;
  const name = `${depth}:${region?.id ?? side.label}`;
  const node = { name, depth, label, tip: [side.label] };
  return region ? { ...node, path: regionPath(region.id) } : node;
}

/** English counts the others, Chinese (等) all of them. */
function othersCount(others: number): number {
  return language() === 'EN' ? others : others + 1;
}
