import type { IncomingMessage } from 'node:http';

import { VersionsRead } from '../answers/data-versions.js';
import { underDeadline } from './deadline.js';
import { OperationEnded } from '../fetch/failures.js';

/** What one request to the graph carries through the gateway, to every fetch of its plan. */
export interface RequestContext {
  /** Names the request in the answer, in the logs and to the subgraphs. */
  readonly id: string;
  /** Aborted when the operation's time is over, or the client is gone: work for it ends. */
  readonly signal: AbortSignal;
  /** The client's headers that subgraphs may see. */
  readonly forwarded: Readonly<Record<string, string>>;
  /** What is found out of its answer. Apollo Server copies the context: only what is below it is the same for all. */
  readonly found: {
    /** The data versions that it is made of, so far. */
    versions: VersionsRead;
    /** What is asked, in a form that equal questions share; null while it is not known, and for what is not kept. */
    question: string | null;
    /** Whether its fetches are its own: those of others in flight were older than it may be. */
    isAlone: boolean;
  };
}

/** The client's headers that subgraphs may see, of those that may be forwarded. */
export function forwardedHeaders(
  { headers }: IncomingMessage,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );
}

/** Does what an operation needs in a context that ends with `outer`, or when its time is over. */
export async function inRequestContext<Value>(
  { id, forwarded }: Pick<RequestContext, 'id' | 'forwarded'>,
  outer: AbortSignal,
  milliseconds: number,
  work: (context: RequestContext) => Promise<Value>,
): Promise<Value> {
  const reason = (): Error => new OperationEnded('the time of the operation was over');
  return underDeadline({ milliseconds, reason }, outer, (signal) =>
    work({ id, signal, forwarded, found: { versions: new VersionsRead(), question: null, isAlone: false } }),
  );
}
