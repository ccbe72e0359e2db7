import type { FreshnessCheck } from './freshness-check.js';
import { Random } from './mutations/random.js';
import { numberedSubgraphs, type NumberedSubgraph } from './numbered-import.js';

/** A question about the rows of a numbered import, and the subgraphs that answer it. */
interface Question {
  readonly query: string;
  readonly variables?: object;
  readonly subgraphs: readonly NumberedSubgraph[];
}

const list = '(first: 50, filter: {}) { nodes { note } }';

/** Two texts of one question among them; the last asks finance twice, with another subgraph in between. */
export const questions: readonly Question[] = [
  {
    query: '{ one: fund(id: "numbered-finance-one") { note } two: fund(id: "numbered-finance-two") { note } }',
    subgraphs: ['finance'],
  },
  {
    query: `query Page($id: ID!) { pairing(id: $id) { funds${list} placements${list} courses${list} } }`,
    variables: { id: 'xihu-xuanen' },
    subgraphs: numberedSubgraphs,
  },
  {
    query: `query SamePage { pairing(id: "xihu-xuanen") { funds${list}, placements${list}, courses${list} } }`,
    subgraphs: numberedSubgraphs,
  },
  {
    query: `{ fund(id: "numbered-finance-one") { note pairings { donor { party { ... on Region { fundsGiven${list} } } } } } }`,
    subgraphs: ['finance'],
  },
];

/** The question that asks finance twice: it is what an answer of two versions comes from. */
export const financeTwice: readonly Question[] = questions.slice(-1);

const document = { path: '/q/pairing?id=xihu-xuanen&language=EN', subgraphs: numberedSubgraphs };

/** Readers at work, each asking one question after another. */
export interface Readers {
  /** Incomplete or refused responses: how many of each status. */
  readonly refused: ReadonlyMap<string, number>;
  /** Responses 304. */
  readonly unchanged: () => number;
  readonly end: () => Promise<void>;
}

/** Has readers of each gateway ask, in an order that the seed decides: by POST, by GET with what they had, and by name. */
export function startReaders(
  check: FreshnessCheck,
  urls: readonly string[],
  {
    seed,
    each = 4,
    asked = questions,
  }: { readonly seed: number; readonly each?: number; readonly asked?: readonly Question[] },
): Readers {
  const refused = new Map<string, number>();
  let unchanged = 0;
  let isEnded = false;
  const get = async (address: string, subgraphs: readonly NumberedSubgraph[], had: Map<string, Had>): Promise<void> => {
    const judge = check.request(subgraphs);
    const before = had.get(address);
    const response = await fetch(address, {
      headers: { 'apollo-require-preflight': 'true', ...(before ? { 'if-none-match': before.etag } : {}) },
      cache: 'no-store',
    });
    const text = await response.text();
    if (response.status === 304) {
      unchanged += 1;
      judge(before?.text ?? '');
    } else if (isWhole(response)) {
      judge(text);
      had.set(address, { etag: response.headers.get('etag') ?? '', text });
    }
  };
  const post = async (url: string, { query, variables, subgraphs }: Question): Promise<void> => {
    const judge = check.request(subgraphs);
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    if (isWhole(response)) {
      judge(text);
    }
  };
  const isWhole = (response: Response): boolean => {
    const isIt = response.status === 200 && response.headers.get('x-complete') === 'true';
    const key = `${response.status} ${response.headers.get('x-complete')}`;
    if (!isIt) {
      refused.set(key, (refused.get(key) ?? 0) + 1);
    }
    return isIt;
  };
  const reader = async (url: string, random: Random): Promise<void> => {
    const had = new Map<string, Had>();
    while (!isEnded) {
      const question = random.pick(asked);
      switch (asked === questions ? random.below(3) : 0) {
        case 0:
          await post(url, question);
          break;
        case 1:
          await get(addressOf(url, question), question.subgraphs, had);
          break;
        default:
          await get(url + document.path, document.subgraphs, had);
      }
    }
  };
  const all = Promise.all(
    urls.flatMap((url, at) =>
      Array.from({ length: each }, (_, place) => reader(url, new Random(seed + at * each + place))),
    ),
  );
  return {
    refused,
    unchanged: () => unchanged,
    end: async () => {
      isEnded = true;
      await all;
    },
  };
}

interface Had {
  readonly etag: string;
  readonly text: string;
}

function addressOf(url: string, { query, variables = {} }: Question): string {
  return `${url}/graphql?${new URLSearchParams({ query, variables: JSON.stringify(variables) }).toString()}`;
}
