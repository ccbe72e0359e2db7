import { askWhole } from '../client.js';
import type { RandomQuery } from './random-query.js';
import { uniqueAliases } from './unique-aliases.js';

/** What is compared of an answer. */
interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly path?: unknown; readonly extensions?: object }[];
  readonly extensions?: object;
}

/**
 * What is unlike between the answers to a query and to the same with unique aliases; null where nothing is, and where one
 * is refused for its size or cost: the second asks for names of types besides.
 */
export async function differenceOf(url: string, { query, variables }: RandomQuery): Promise<string | null> {
  const unique = uniqueAliases(query);
  const [answer, other] = await Promise.all([
    askWhole(url, query, variables),
    askWhole(url, unique.query, variables).then(unique.mapBack),
  ]);
  if (isOverLimit(answer as Answer) || isOverLimit(other as Answer)) {
    return null;
  }
  const [one, two] = [answer, other].map((each) => comparable(each as Answer));
  return one === two ? null : `${query}\n${JSON.stringify(variables)}\n→ ${one}\n→ ${two}`;
}

function isOverLimit({ errors = [] }: Answer): boolean {
  const codes = errors.map(({ extensions }) => (extensions as { readonly code?: string } | undefined)?.code);
  return codes.includes('COST_LIMIT') || codes.includes('DOCUMENT_LIMIT');
}

/** Text that is equal for equal answers: keys in their order, errors without places in the text, ids and an order. */
function comparable({ data, errors = [], extensions }: Answer): string {
  const shown = errors.map(({ message, path, extensions: given }) =>
    JSON.stringify({ message, path, extensions: { ...given, requestId: undefined } }),
  );
  return JSON.stringify({ data, errors: shown.sort(), extensions });
}

/** The same, with keys in the order of the alphabet: that of Apollo's executor is not always the one of GraphQL. */
export function comparableInAnyOrder(answer: Answer): string {
  return comparable(sorted(answer) as Answer);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
