import type { IncomingMessage } from 'node:http';

import type { Audience } from '../../platform/visibility/audience.js';

/** Who sent a request: with a key or a token, or nobody in particular. */
export interface Caller {
  /** Its roles, as the key or token has them. */
  readonly roles: readonly string[];
  /** Those that data sets name. What the caller is told depends on these alone. */
  readonly audience: Audience;
  /** The name of its key; null where it has none. */
  readonly name: string | null;
}

const caller = Symbol('caller');

type Identified = IncomingMessage & { [caller]?: Caller };

/** Notes who sent a request, also for requests that are made of it. */
export function setCaller(request: Identified, identified: Caller): void {
  request[caller] = identified;
}

/** Who sent a request with a key or token; null for anybody. */
export const callerOf = (request: Identified): Caller | null => request[caller] ?? null;
