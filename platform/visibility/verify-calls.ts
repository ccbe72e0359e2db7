import type { IncomingMessage } from 'node:http';

import { errorBody, errorCodes } from '../errors.js';
import { sendJson, type Middleware } from '../middleware.js';
import type { Audience } from './audience.js';
import { audienceHeader, faultOf, signatureHeader, targetOf, type BadSignature } from './signature.js';

/** How a subgraph knows its gateways. */
export interface CallSettings {
  /** The secrets that it shares with them, the newest first; none where it knows no gateway. */
  readonly subgraphSecrets: readonly string[];
  /** Whether it refuses who does not sign. */
  readonly requireSigned: boolean;
}

/** Who asks a subgraph: a gateway that has signed for an audience; null for anybody, who gets what is public. */
export type Caller = { readonly audience: Audience } | null;

const callers = new WeakMap<IncomingMessage, Caller>();

/** Who asks, once `verifyCalls` has passed the request; anybody before. */
export const callerOf = (request: IncomingMessage): Caller => callers.get(request) ?? null;

/** A request whose body has been read. */
type ReadRequest = IncomingMessage & { readonly rawBody?: Buffer };

/** Refuses requests whose signature does not hold, and those without one where they need it. */
export function verifyCalls(subgraph: string, { subgraphSecrets, requireSigned }: CallSettings): Middleware {
  return (request: ReadRequest, response, next) => {
    const signature = request.headers[signatureHeader];
    const audience = request.headers[audienceHeader];
    if (signature === undefined && audience === undefined && !requireSigned) {
      next();
      return;
    }
    const call = {
      subgraph,
      target: targetOf((request as { readonly originalUrl?: string }).originalUrl ?? request.url ?? ''),
      body: request.rawBody ?? '',
      audience: String(audience ?? '')
        .split(' ')
        .filter((role) => role !== ''),
    };
    const fault =
      signature === undefined
        ? 'missing'
        : subgraphSecrets.length === 0
          ? 'unknown'
          : faultOf(call, String(signature), subgraphSecrets);
    if (fault === null) {
      callers.set(request, { audience: call.audience });
      next();
      return;
    }
    sendJson(
      response,
      errorCodes.CALL_REFUSED.status,
      errorBody('CALL_REFUSED', `${errorCodes.CALL_REFUSED.meaning} ${reasons[fault]}`),
    );
  };
}

const reasons: Readonly<Record<BadSignature | 'missing' | 'unknown', string>> = {
  missing: 'It is not signed.',
  unknown: 'This subgraph has no SUBGRAPH_SECRETS.',
  malformed: 'Its signature cannot be read.',
  wrong: 'Its signature is by none of the SUBGRAPH_SECRETS of this subgraph, or of another request.',
  late: 'It was signed more than a minute ago, or the clocks of the gateway and the subgraph differ.',
};
