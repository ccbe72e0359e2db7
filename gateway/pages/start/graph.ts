import { postToGraph } from '../post-to-graph.js';
import { failureOf, refusal } from './failure.js';
import { markUnknown } from './unknown.js';

/** An answer, and what is missing from it. */
export interface Answer<Data> {
  readonly data: Data;
  readonly missing: Missing;
}

/** What is missing from an answer. */
export interface Missing {
  readonly parts: readonly MissingPart[];
  /** What the server's log has of it; null where nothing says. */
  readonly requestId: string | null;
}

/** What one subgraph did not answer, and why: a code of docs/errors.md. */
interface MissingPart {
  /** Null where it is not known which one. */
  readonly subgraph: string | null;
  readonly code: string;
}

interface Reply {
  readonly data?: object | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: {
    readonly completeness?: {
      readonly missing: readonly (MissingPart & { readonly paths: readonly (readonly (string | number)[])[] })[];
    };
  };
}

/** Milliseconds to wait for a reply; the server's own deadlines are shorter. */
const timeoutMs = 60_000;

/** Runs a query. An answer with data is one, whatever is missing from it; without data it throws a `GraphFailure`. */
export async function ask<Data>(query: string, variables: object, signal: AbortSignal): Promise<Answer<Data>> {
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  const reply = await postToGraph({ query, variables }, {}, inTime).catch((error: unknown) => {
    throw failureOf(error);
  });
  const { data, errors: [error] = [], extensions } = reply.body as Reply;
  if (!data) {
    throw refusal(reply, error?.extensions?.code, error?.message);
  }
  const parts = extensions?.completeness?.missing ?? [];
  for (const path of parts.flatMap(({ paths }) => paths)) {
    markUnknown(data, path);
  }
  return { data: data as Data, missing: { parts, requestId: reply.headers.get('x-request-id') } };
}

/** Whether something of a subgraph is missing, or may be. */
export function lacks({ parts }: Missing, name: string): boolean {
  return parts.some(({ subgraph }) => subgraph === name || subgraph === null);
}
