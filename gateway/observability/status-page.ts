import { cell, escape, htmlPage, type PageLanguage } from '../request/html-page.js';
import type { StatusReport } from './status.js';

/** The report as a self-contained HTML page. `url` is its path with its search. */
export function statusPage(report: StatusReport, language: PageLanguage, url: string): string {
  const say = (word: keyof typeof words, ...values: readonly (string | number)[]): string =>
    words[word][language === 'en' ? 0 : 1].replace(/\{(\d)\}/g, (_, place: string) => String(values[Number(place)]));
  const { requests, supergraph, memory } = report;
  const share = requests.shareComplete;
  const refused = supergraph.refused;
  const facts: [string, string][] = [
    [say('version'), report.version],
    [say('uptime'), duration(report.uptimeSeconds, say)],
    [say('requests'), say('requestsText', requests.total, counts(requests.byStatus, say), requests.inFlight)],
    [say('complete'), share === null ? say('unknown') : `${(share * 100).toFixed(1)} %`],
    [say('time'), times(requests, say)],
    [say('errors'), counts(requests.errors, say)],
    [say('supergraph'), say('loaded', supergraph.hash, supergraph.loadedAt.toISOString())],
    [say('refused'), refused ? `${refused.at.toISOString()}: ${refused.reason}` : say('none')],
    [say('memory'), say('memoryText', memory.rssMegabytes, memory.heapMegabytes)],
  ];
  const heads = (['subgraph', 'lastFetch', 'breaker', 'fetchTime', 'fetches'] as const).map((word) => say(word));
  const subgraphs = report.subgraphs.map(
    (each) =>
      `<tr><th scope="row">${escape(each.name)}</th>${[
        [say(each.state), each.state],
        [say(each.breaker)],
        [times(each, say)],
        [counts(each.outcomes, say)],
      ]
        .map(([text = '', style], at) => cell(heads[at + 1] ?? '', escape(text), style))
        .join('')}</tr>`,
  );
  const body = `<h1>${say('title')}</h1>
<table class="stacked"><tbody>
${facts.map(([name, text]) => `<tr><th scope="row">${name}</th><td>${escape(text)}</td></tr>`).join('\n')}
</tbody></table>
<h2>${say('subgraphs')}</h2>
<table class="stacked">
<thead><tr>${heads.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>
${subgraphs.join('\n')}
</tbody>
</table>`;
  return htmlPage({ language, url, title: say('title'), description: say('description'), body });
}

/** The texts of the page. The names of error codes, outcomes and subgraphs stay as the API has them. */
const words = {
  title: ['Status of the gateway', '网关状态'],
  description: [
    'Whether the server answers in full, how fast, and which subgraphs are up.',
    '服务器应答是否完整、速度如何，以及各子图是否正常。',
  ],
  version: ['Version', '版本'],
  uptime: ['Uptime', '运行时间'],
  days: ['{0} d {1} h', '{0}天{1}小时'],
  hours: ['{0} h {1} min', '{0}小时{1}分钟'],
  minutes: ['{0} min', '{0}分钟'],
  requests: ['Requests', '请求'],
  requestsText: ['{0} ended ({1}), {2} in flight', '已完成{0}个（{1}），进行中{2}个'],
  complete: ['Complete answers', '完整应答'],
  time: ['Request time', '请求耗时'],
  timesText: ['half within {0} ms, 99 % within {1} ms', '半数在{0}毫秒内，99%在{1}毫秒内'],
  noTimes: ['none yet', '尚无'],
  errors: ['Errors sent to clients', '返回给客户端的错误'],
  supergraph: ['Supergraph', '超图'],
  loaded: ['{0}, loaded {1}', '{0}，载入于{1}'],
  refused: ['Supergraph refused', '被拒绝的超图'],
  memory: ['Memory', '内存'],
  memoryText: ['{0} MB, of which {1} MB are in use on the heap', '{0} MB，其中堆已用{1} MB'],
  subgraphs: ['Subgraphs', '子图'],
  subgraph: ['subgraph', '子图'],
  lastFetch: ['at last fetch', '最近一次请求时'],
  breaker: ['circuit breaker', '熔断器'],
  fetchTime: ['fetch time', '请求耗时'],
  fetches: ['fetches', '请求次数'],
  up: ['up', '正常'],
  down: ['down', '故障'],
  unknown: ['unknown', '未知'],
  none: ['none', '无'],
  closed: ['closed', '闭合（正常）'],
  'half-open': ['half-open', '半开（试探中）'],
  open: ['open', '断开'],
} as const satisfies Readonly<Record<string, readonly [english: string, chinese: string]>>;

type Say = (word: keyof typeof words, ...values: readonly (string | number)[]) => string;

const times = ({ p50, p99 }: { readonly p50: number | null; readonly p99: number | null }, say: Say): string =>
  p50 === null || p99 === null ? say('noTimes') : say('timesText', p50, p99);

function counts(by: Readonly<Record<string, number>>, say: Say): string {
  const entries = Object.entries(by);
  return entries.length === 0 ? say('none') : entries.map(([name, count]) => `${name}: ${count}`).join(', ');
}

function duration(seconds: number, say: Say): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  return days > 0
    ? say('days', days, hours % 24)
    : hours > 0
      ? say('hours', hours, minutes % 60)
      : say('minutes', minutes);
}
