import { element } from '../element.js';
import { say } from '../language.js';
import { shortAmount } from './amount.js';
import { moveByArrows } from './arrow-keys.js';
import type { DrawnBand } from './bands.js';
import { flowLayout, type Bar, type Flow } from './flow-layout.js';
import type { Picture } from './picture.js';
import { bandTitle } from './picture.js';
import { colourAt, linesOf, svg, svgLink } from './svg.js';

const barWidth = 8;
const fontSize = 12;
const lineHeight = 14;

/** Bands from those who help, on the left, to those who are helped, drawn again when the width changes. */
export function flowPicture(bands: readonly DrawnBand[], { open, pathOf, signal }: Picture): HTMLElement {
  const box = element('div', { class: 'flows' });
  let width = 0;
  const observer = new ResizeObserver(() => {
    if (box.clientWidth > 0 && box.clientWidth !== width) {
      width = box.clientWidth;
      box.replaceChildren(drawing(width));
    }
  });
  observer.observe(box);
  signal.addEventListener('abort', () => {
    observer.disconnect();
  });
  const drawing = (wide: number): SVGElement => {
    const margin = Math.min(wide * 0.32, 240);
    const textOf = ({ node, amount }: Pick<Bar, 'node' | 'amount'>): readonly string[] =>
      linesOf(`${node.name} ${shortAmount(amount)}`, margin - 14, fontSize);
    const amounts = new Map<string, number>();
    for (const { donor, recipient, amount } of bands) {
      for (const key of [`0${donor.id}`, `1${recipient.id}`]) {
        amounts.set(key, (amounts.get(key) ?? 0) + amount);
      }
    }
    const layout = flowLayout(bands, (node) => {
      const amount = Math.max(amounts.get(`0${node.id}`) ?? 0, amounts.get(`1${node.id}`) ?? 0);
      return Math.max(24, textOf({ node, amount }).length * lineHeight + 4) - 5;
    });
    const { donors, recipients, flows, height } = layout;
    const [left, right] = [margin, wide - margin];
    const bars = [...donors.map((bar) => [bar, 0] as const), ...recipients.map((bar) => [bar, 1] as const)];
    const labels = bars.map(([bar, side]) =>
      barLink(bar, side === 0 ? left - barWidth : right, side, textOf(bar), margin, open),
    );
    const picture = svg(
      'svg',
      {
        width: wide,
        height,
        viewBox: `0 0 ${wide} ${height}`,
        role: 'group',
        'aria-label': say('flowPicture', bands.length),
      },
      ...flows.map((flow) => flowLink(flow, left, right, pathOf(flow.band), open)),
      ...labels,
    );
    moveByArrows(
      picture,
      labels,
      bars.map(([{ middle }, side]) => [middle / 20, side * 100]),
    );
    return picture;
  };
  return box;
}

function flowLink(
  { band, from, to, height, row }: Flow,
  left: number,
  right: number,
  path: string,
  open: (path: string) => void,
): SVGElement {
  const pale = (height * band.unconfirmed) / band.amount;
  const fill = colourAt(row);
  const parts = [
    ...(pale < height ? [svg('path', { class: 'flow', fill, d: ribbon(left, from, right, to, height - pale) })] : []),
    ...(pale > 0
      ? [
          svg('path', {
            class: 'flow pale',
            fill,
            d: ribbon(left, from + height - pale, right, to + height - pale, pale),
          }),
        ]
      : []),
  ];
  // The table has the same links for the keyboard.
  return svgLink(path, bandTitle(band), open, { tabindex: -1 }, ...parts);
}

function barLink(
  { node, amount, top, height, middle }: Bar,
  x: number,
  side: 0 | 1,
  lines: readonly string[],
  margin: number,
  open: (path: string) => void,
): SVGAElement {
  const textX = side === 0 ? x - 6 : x + barWidth + 6;
  const first = middle - ((lines.length - 1) * lineHeight) / 2 + 4;
  const tall = Math.max(24, lines.length * lineHeight + 4);
  return svgLink(
    node.path,
    `${node.name}: ${say(side === 0 ? 'sumGiven' : 'sumReceived', shortAmount(amount))}`,
    open,
    { class: 'bar' },
    svg('rect', { class: 'touch', x: side === 0 ? 0 : x, y: middle - tall / 2, width: margin, height: tall }),
    svg('rect', { x, y: top, width: barWidth, height }),
    svg(
      'text',
      { 'text-anchor': side === 0 ? 'end' : 'start', 'font-size': fontSize },
      ...lines.map((line, place) => svg('tspan', { x: textX, y: first + place * lineHeight }, line)),
    ),
  );
}

function ribbon(left: number, from: number, right: number, to: number, height: number): string {
  const half = (left + right) / 2;
  const number = (value: number): string => String(Math.round(value * 10) / 10);
  const [x0, x1, x] = [left, right, half].map(number);
  const [a, b, c, d] = [from, to, to + height, from + height].map(number);
  return `M${x0} ${a}C${x} ${a} ${x} ${b} ${x1} ${b}V${c}C${x} ${c} ${x} ${d} ${x0} ${d}Z`;
}
