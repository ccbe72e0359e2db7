import { SankeyChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

import { element } from '../element.js';
import { flowHeight, type Flow, type FlowNode, type FlowPicture } from './flows.js';

use([SankeyChart, TooltipComponent, SVGRenderer]);

const narrow = 560;
const lineHeight = 14;

/** Draws the flows into a box, as wide as it is, and again when its width changes; gives what ends this. */
export function drawFlows(box: HTMLElement, picture: FlowPicture, open: (path: string) => void): () => void {
  let chart: EChartsType | null = null;
  let width = 0;
  const draw = (): void => {
    if (box.clientWidth === width || box.clientWidth === 0) {
      return;
    }
    width = box.clientWidth;
    chart?.dispose();
    box.style.height = `${flowHeight(picture, gapOf(picture, width))}px`;
    chart = init(box, null, { renderer: 'svg' });
    chart.setOption(options(picture, width));
    chart.on('click', ({ data }) => {
      const { path } = data as Partial<Flow & FlowNode>;
      if (path) {
        open(path);
      }
    });
  };
  const observer = new ResizeObserver(draw);
  observer.observe(box);
  draw();
  return () => {
    observer.disconnect();
    chart?.dispose();
  };
}

/** Room beside the flows for the names of the sides, on the left and on the right. */
function marginOf(width: number): number {
  return width < narrow ? width * 0.33 : Math.min(width * 0.34, 250);
}

/** So much between two nodes that the lines of the longest name fit. */
function gapOf({ nodes }: FlowPicture, width: number): number {
  const longest = Math.max(...nodes.map(({ label }) => label.length * (/\p{Script=Han}/u.test(label) ? 12.5 : 6.8)));
  return Math.max(14, Math.ceil(longest / (marginOf(width) - 20)) * lineHeight - 2);
}

function options(picture: FlowPicture, width: number): EChartsCoreOption {
  const { nodes, flows } = picture;
  const margin = marginOf(width);
  const text = getComputedStyle(document.body);
  const label = {
    color: text.color,
    fontFamily: text.fontFamily,
    fontSize: width < narrow ? 11 : 12,
    lineHeight,
    width: margin - 10,
    overflow: 'break',
  };
  return {
    aria: { enabled: false },
    animation: false,
    tooltip: { confine: true, formatter: ({ data }: { data: Flow | FlowNode }) => tip(data.tip) },
    series: {
      type: 'sankey',
      left: margin,
      right: margin,
      top: 8,
      bottom: 8,
      nodeWidth: 8,
      nodeGap: gapOf(picture, width),
      draggable: false,
      emphasis: { focus: 'adjacency' },
      edgeLabel: { show: true, color: text.color, fontSize: 11, fontFamily: text.fontFamily },
      data: nodes.map((node) => ({
        ...node,
        itemStyle: { color: text.color },
        label: { ...label, position: node.depth === 0 ? 'left' : 'right', formatter: node.label },
      })),
      links: flows.map((flow) => ({
        ...flow,
        lineStyle: { color: flow.colour, opacity: flow.known ? 0.6 : 0.3, curveness: 0.5 },
        edgeLabel: { formatter: flow.label },
      })),
    },
  };
}

function tip(lines: readonly string[]): HTMLElement {
  return element('div', { class: 'flow-tip' }, ...lines.map((line) => element('p', {}, line)));
}
