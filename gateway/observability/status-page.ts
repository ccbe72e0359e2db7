import type { StatusReport } from './status.js';

const style = `
  :root { color-scheme: light dark; }
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  h2 { margin-top: 2rem; }
  table { border-collapse: collapse; }
  th, td { text-align: left; padding: 0.25rem 1.5rem 0.25rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
  .down { color: light-dark(#b00020, #ff8a80); font-weight: 600; }
  .up { color: light-dark(#1b5e20, #a5d6a7); }
`;

/** The report as a self-contained HTML page. */
export function statusPage(report: StatusReport): string {
  const { requests, supergraph, memory } = report;
  const share = requests.shareComplete;
  const facts: [string, string][] = [
    ['Version', report.version],
    ['Uptime', duration(report.uptimeSeconds)],
    ['Requests', `${requests.total} ended (${counts(requests.byStatus)}), ${requests.inFlight} in flight`],
    ['Complete answers', share === null ? 'not known' : `${(share * 100).toFixed(1)} %`],
    ['Request time', times(requests)],
    ['Errors sent to clients', counts(requests.errors)],
    ['Supergraph', `${supergraph.hash}, loaded ${supergraph.loadedAt.toISOString()}`],
    [
      'Supergraph refused',
      supergraph.refused ? `${supergraph.refused.at.toISOString()}: ${supergraph.refused.reason}` : 'none',
    ],
    ['Memory', `${memory.rssMegabytes} MB, of which ${memory.heapMegabytes} MB are in use on the heap`],
  ];
  const subgraphs = report.subgraphs.map(
    (each) =>
      `<tr><th scope="row">${escape(each.name)}</th><td class="${each.state}">${each.state}</td>` +
      `<td>${each.breaker}</td><td>${times(each)}</td><td>${escape(counts(each.outcomes))}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Jiedui: status</title>
<style>${style}</style></head>
<body>
<h1>Status of the gateway</h1>
<table>${facts.map(([name, text]) => `<tr><th scope="row">${name}</th><td>${escape(text)}</td></tr>`).join('\n')}</table>
<h2>Subgraphs</h2>
<table>
<tr><th>subgraph</th><th>at last fetch</th><th>circuit breaker</th><th>fetch time</th><th>fetches</th></tr>
${subgraphs.join('\n')}
</table>
</body>
</html>
`;
}

function times({ p50, p99 }: { readonly p50: number | null; readonly p99: number | null }): string {
  return p50 === null || p99 === null ? 'none yet' : `half within ${p50} ms, 99 % within ${p99} ms`;
}

function counts(by: Readonly<Record<string, number>>): string {
  const entries = Object.entries(by);
  return entries.length === 0 ? 'none' : entries.map(([name, count]) => `${name}: ${count}`).join(', ');
}

function duration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  return days > 0 ? `${days} d ${hours % 24} h` : hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
