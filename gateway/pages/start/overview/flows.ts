import { nameOf, say } from '../language.js';
import { pairingPath } from '../records/pairing-table.js';
import { largestYuan, type Letters, type OverviewPairing, type OverviewSide } from './pairings.js';
import { fiscalFunds, fiscalText, noFiscalText, shortFiscalText } from './fiscal.js';

/** A side of pairings in the picture: those who help stand at depth 0, those who are helped at 1. */
export interface FlowNode {
  readonly name: string;
  readonly depth: 0 | 1;
  readonly label: string;
  readonly tip: readonly string[];
  /** Where a click leads; absent where the side is no region. */
  readonly path?: string;
}

/** A pairing in the picture. */
export interface Flow {
  readonly source: string;
  readonly target: string;
  readonly value: number;
  readonly known: boolean;
  readonly colour: string;
  readonly label: string;
  readonly tip: readonly string[];
  readonly path: string;
}

export interface FlowPicture {
  readonly nodes: readonly FlowNode[];
  readonly flows: readonly Flow[];
}

/** Colours that differ for those who see no red or green (Okabe and Ito), by the letter of the programme. */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b58900', '#56b4e9'];

/** A flow without a figure is 1 wide, the largest sum 8. */
const widest = 8;
const pixels = 5;

/** The colour of the programme with a letter; grey for a pairing of none. */
export function colourOf(letter: string | undefined): string {
  return letter === undefined ? '#777777' : (colours[(letter.charCodeAt(0) - 65) % colours.length] ?? '#777777');
}

/** The picture of some pairings. A side that both helps and is helped is two nodes, so that no flow runs back. */
export function flowPicture(pairings: readonly OverviewPairing[], letters: Letters): FlowPicture {
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
      value: yuan === null ? 1 : Math.max(1, (yuan / largest) * widest),
      known: yuan !== null,
      colour: colourOf(letter),
      label: [letter, funds[0] && shortFiscalText(funds[0])].filter(Boolean).join(' · '),
      tip: [
        `${pairing.donor.label} → ${pairing.recipient.label}`,
        pairing.programme ? nameOf(pairing.programme) : say('noProgramme'),
        funds.map(fiscalText).join('; ') || noFiscalText(pairing),
      ],
      path: pairingPath(pairing.id),
    };
  });
  return { nodes: [...nodes.values()], flows };
}

/** How high the picture is in pixels: so that the thinnest flow is a line that can be seen and met. */
export function flowHeight({ nodes, flows }: FlowPicture, gap: number): number {
  const all = flows.reduce((sum, { value }) => sum + value, 0);
  const most = Math.max(...[0, 1].map((depth) => nodes.filter((node) => node.depth === depth).length));
  return Math.round(all * pixels + (most - 1) * gap + 24);
}

function sideNode(side: OverviewSide, depth: 0 | 1): FlowNode {
  const [first, ...others] = side.parties;
  const label = first && others.length > 1 ? say('more', nameOf(first), moreOf(others.length)) : side.label;
  const region = first?.__typename === 'Region' && others.length === 0 && side.counted.length === 0 ? first : null;
  const name = `${depth}:${region?.id ?? side.label}`;
  const shown = { name, depth, label, tip: [side.label] };
  return region ? { ...shown, path: `/regions/${encodeURIComponent(region.id)}` } : shown;
}

/** English counts the others, Chinese all of them. */
function moreOf(others: number): number {
  return others + Number(say('more', '', '').includes('等'));
}
