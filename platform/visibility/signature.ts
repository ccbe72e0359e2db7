import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type { Audience } from './audience.js';

/** The headers by which a gateway tells a subgraph for whom it asks, and proves it. */
export const audienceHeader = 'x-jiedui-audience';
export const signatureHeader = 'x-jiedui-signature';

/** Seconds that the clocks of a gateway and a subgraph may differ, with the time on the way. */
const tolerance = 60;

/** What is signed: a request to a subgraph. */
export interface SignedCall {
  readonly subgraph: string;
  /** The last part of the path, with the search: `graphql`, `version`. */
  readonly target: string;
  readonly body: string | Buffer;
  readonly audience: Audience;
}

/** The headers of a signed call; `secret` is the newest one. */
export function signedHeaders(call: SignedCall, secret: string): Readonly<Record<string, string>> {
  const time = Math.floor(Date.now() / 1000);
  return {
    [audienceHeader]: call.audience.join(' '),
    [signatureHeader]: `t=${time},s=${signatureOf(call, time, secret).toString('base64url')}`,
  };
}

/** Why a signature does not hold. */
export type BadSignature = 'malformed' | 'wrong' | 'late';

/** Whether a signature is that of a call by one of the secrets, and of now; null where it is. */
export function faultOf(call: SignedCall, signature: string, secrets: readonly string[]): BadSignature | null {
  const [, seconds, text] = /^t=(\d{1,12}),s=([\w-]{43})$/.exec(signature) ?? [];
  if (seconds === undefined || text === undefined) {
    return 'malformed';
  }
  const [time, sent] = [Number(seconds), Buffer.from(text, 'base64url')];
  // All secrets are tried, so that it takes as long for every signature.
  const fits = secrets.map((secret) => timingSafeEqual(signatureOf(call, time, secret), sent));
  return !fits.includes(true) ? 'wrong' : Math.abs(Date.now() / 1000 - time) > tolerance ? 'late' : null;
}

/** The last part of the path of an address, with its search. */
export const targetOf = (url: string): string => {
  const [path = '', search] = url.split('?', 2);
  const name = path.replace(/\/+$/, '').replace(/^.*\//, '');
  return search === undefined ? name : `${name}?${search}`;
};

const signatureOf = ({ subgraph, target, body, audience }: SignedCall, time: number, secret: string): Buffer =>
  createHmac('sha256', secret)
    .update(
      JSON.stringify([
        audience.join(' '),
        time,
        subgraph,
        target,
        createHash('sha256').update(body).digest('base64url'),
      ]),
    )
    .digest();
