import { SankeyChart } from 'echarts/charts';
import { TooltipComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

import { element } from '../element.js';
import { flowHeight, type Flow, type FlowNode, type FlowData } from './flows.js';

use([SankeyChart, TooltipComponent, SVGRenderer]);

/** Below this many pixels, labels are smaller. */
const narrow = 560;
const lineHeight = 14;

/** Draws the flows into a box, and again when its width changes; returns a function that disposes of the chart. */
export function drawFlows(box: HTMLElement, data: FlowData, open: (path: string) => void): () => void {
  let chart: EChartsType | null = null;
  let width = 0;
  const draw = (): void => {
    if (box.clientWidth === width || box.clientWidth === 0) {
      return;
    }
    width = box.clientWidth;
    chart?.dispose();
    box.style.height = `${flowHeight(data, gapOf(data, width))}px`;
    chart = init(box, null, { renderer: 'svg' });
    chart.setOption(options(data, width));
    chart.on('click', (event) => {
      const { path } = event.data as Partial<Flow & FlowNode>;
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

/** Pixels on the left and on the right of the flows for the names of the sides. */
function marginOf(width: number): number {
  return width < narrow ? width * 0.33 : Math.min(width * 0.34, 250);
}

/** Pixels between two nodes, enough for the lines of the longest name. */
function gapOf({ nodes }: FlowData, width: number): number {
  const longest = Math.max(...nodes.map(({ label }) => label.length * (/\p{Script=Han}/u.test(label) ? 12.5 : 6.8)));
  return Math.max(14, Math.ceil(longest / (marginOf(width) - 20)) * lineHeight - 2);
}

function options(data: FlowData, width: number): EChartsCoreOption {
  const { nodes, flows } = data;
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
    tooltip: { confine: true, formatter: ({ data: hovered }: { data: Flow | FlowNode }) => tooltip(hovered.tip) },
    series: {
      type: 'sankey',
      left: margin,
      right: margin,
      top: 8,
      bottom: 8,
      nodeWidth: 8,
      nodeGap: gapOf(data, width),
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
        lineStyle: { color: flow.colour, opacity: flow.hasFigure ? 0.6 : 0.3, curveness: 0.5 },
        edgeLabel: { formatter: flow.label },
      })),
    },
  };
}

function tooltip(lines: readonly string[]): HTMLElement {
  return element('div', { class: 'flow-tip' }, ...lines.map((line) => element('p', {}, line)));
}
