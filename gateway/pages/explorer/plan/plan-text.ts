import { fetches, rounds, type Fetch, type Plan } from './plan.js';

/** A plan in one sentence. */
export function planSummary(plan: Plan): string {
  const all = fetches(plan);
  const subgraphs = [...new Set(all.map(({ subgraph }) => subgraph))];
  return all.length === 0
    ? 'No subgraph was asked.'
    : `${counted(all.length, 'request')} to ${counted(subgraphs.length, 'subgraph')} (${subgraphs.join(', ')}), in ${counted(rounds(plan), 'round')}.`;
}

/** A plan as indented lines. */
export function planText(plan: Plan): string {
  return lines(plan).join('\n');
}

/** The fields of a request: "courses of Pairing". */
export function fieldsText(fetch: Fetch): string {
  return fetch.selections
    .map(({ of, fields }) => (of === 'Query' ? fields.join(', ') : `${fields.join(', ')} of ${of}`))
    .join('; ');
}

function lines(plan: Plan): string[] {
  switch (plan.kind) {
    case 'fetch':
      return [`${plan.subgraph}: ${fieldsText(plan)}${plan.path && `, at ${plan.path}`}`];
    case 'when':
      return [`when ${plan.condition}:`, ...indented(lines(plan.step))];
    case 'sequence':
      return plan.steps.flatMap((step, index) => (index === 0 ? lines(step) : ['then', ...lines(step)]));
    case 'parallel':
      return ['at the same time:', ...plan.steps.flatMap((step) => marked(lines(step)))];
  }
}

function indented(text: readonly string[]): string[] {
  return text.map((line) => `  ${line}`);
}

function marked(text: readonly string[]): string[] {
  return text.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
