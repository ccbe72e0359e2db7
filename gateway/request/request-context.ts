import type { IncomingMessage } from 'node:http';

import type { Audience } from '../../platform/visibility/audience.js';
import { audienceHeader, signatureHeader } from '../../platform/visibility/signature.js';
import { callerOf } from './caller.js';
import type { Costs } from './costs.js';
import { VersionsRead } from './data-versions.js';
import { underDeadline } from '../../platform/deadline.js';
import { OperationEnded } from './failures.js';

/** What a request to the graph carries through the gateway, to every fetch of its plan. */
export interface RequestContext {
  /** Identifies the request in its answer, in logs and to the subgraphs. */
  readonly id: string;
  /** Aborted when the operation times out or the client disconnects. */
  readonly signal: AbortSignal;
  /** The client's headers that subgraphs may see, with the audience: what answers depend on beside the operation. */
  readonly forwarded: Readonly<Record<string, string>>;
  /** What changes while the operation is executed. Apollo Server copies the context, but not what is inside this. */
  readonly state: OperationState;
}

/** What is known so far of an operation and its answer. */
export interface OperationState {
  /** The data versions of the rows in the answer. */
  versions: VersionsRead;
  /** The operation's key in the answer cache; null before it is known, and for an answer that may not be cached. */
  operationKey: string | null;
  /** Whether it may not share fetches that other operations have in flight: they may have begun too early. */
  mustNotShareFetches: boolean;
  /** What its fields cost; undefined before that is known. */
  costs: Costs | undefined;
  /** Called when the operation has ended, in whatever way. */
  readonly atEnd: (() => void)[];
}

/**
 * The client's headers that subgraphs may see, given the names of headers that may be forwarded; and its audience, which no
 * client can set. Keys of answers and of what is shared in flight have all of them.
 */
export function forwardedHeaders(request: IncomingMessage, names: readonly string[]): Readonly<Record<string, string>> {
  const { headers } = request;
  const forwarded = names
    .filter((name) => name !== audienceHeader && name !== signatureHeader)
    .flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])] as const]));
  const audience = callerOf(request)?.audience ?? [];
  const own = audience.length === 0 ? [] : [[audienceHeader, audience.join(' ')] as const];
  return Object.fromEntries([...forwarded, ...own]);
}

/** The audience in forwarded headers. */
export const audienceIn = (forwarded: Readonly<Record<string, string>>): Audience =>
  (forwarded[audienceHeader] ?? '').split(' ').filter((role) => role !== '');

/** Runs an operation in a context that ends with `outer`, or after a timeout in milliseconds. */
export async function inRequestContext<Value>(
  { id, forwarded }: Pick<RequestContext, 'id' | 'forwarded'>,
  outer: AbortSignal,
  timeout: number,
  run: (context: RequestContext) => Promise<Value>,
): Promise<Value> {
  const reason = (): Error => new OperationEnded('the operation timed out');
  const state: OperationState = {
    versions: new VersionsRead(),
    operationKey: null,
    mustNotShareFetches: false,
    costs: undefined,
    atEnd: [],
  };
  try {
    return await underDeadline({ milliseconds: timeout, reason }, outer, (signal) =>
      run({ id, signal, forwarded, state }),
    );
  } finally {
    state.atEnd.forEach((end) => {
      end();
    });
  }
}
