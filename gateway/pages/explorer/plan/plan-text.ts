import { language, say } from '../words.js';
import { fetches, rounds, type Fetch, type Plan } from './plan.js';

/** A plan in one sentence. */
export function planSummary(plan: Plan): string {
  const all = fetches(plan);
  const subgraphs = [...new Set(all.map(({ subgraph }) => subgraph))];
  return all.length === 0
    ? say('planNobody')
    : say(
        'planSummary',
        counted(all.length, 'request'),
        counted(subgraphs.length, 'subgraph'),
        subgraphs.join(language === 'EN' ? ', ' : '、'),
        counted(rounds(plan), 'round'),
      );
}

/** A plan as indented lines. */
export function planText(plan: Plan): string {
  return lines(plan).join('\n');
}

/** The fields of a request: "courses of Pairing". */
export function fieldsText(fetch: Fetch): string {
  return fetch.selections
    .map(({ of, fields }) => (of === 'Query' ? fields.join(', ') : say('planFieldsOf', fields.join(', '), of)))
    .join('; ');
}

function lines(plan: Plan): string[] {
  switch (plan.kind) {
    case 'fetch':
      return [say(plan.path === '' ? 'planFetch' : 'planFetchAt', plan.subgraph, fieldsText(plan), plan.path)];
    case 'when':
      return [say('planIf', plan.condition), ...indented(lines(plan.step))];
    case 'sequence':
      return plan.steps.flatMap((step, index) => (index === 0 ? lines(step) : [say('planThen'), ...lines(step)]));
    case 'parallel':
      return [say('planTogether'), ...plan.steps.flatMap((step) => marked(lines(step)))];
  }
}

function indented(text: readonly string[]): string[] {
  return text.map((line) => `  ${line}`);
}

function marked(text: readonly string[]): string[] {
  return text.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

function counted(count: number, noun: 'request' | 'subgraph' | 'round'): string {
  return language === 'EN' ? `${count} ${say(noun)}${count === 1 ? '' : 's'}` : `${count}${say(noun)}`;
}
