import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';

import type { TokenSettings } from '../../platform/config.js';
import { requestError } from '../../platform/errors.js';

/** The algorithms that tokens may be signed with: all with a public key, so that no secret is shared with the issuer. */
const algorithms = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];

/** Seconds that the clocks of the issuer and this machine may differ. */
const clockTolerance = 30;

/** Milliseconds that the issuer has to send its public keys, and between two times of asking for a key that it has not. */
const [fetchTimeout, cooldown] = [3_000, 5_000];

/** The roles that a token gives. Throws KEY_REFUSED, or KEYS_UNAVAILABLE where the issuer's public keys cannot be had. */
export function tokenRoles({
  keysUrl,
  issuer,
  audience,
  rolesClaim,
  keysAge,
}: TokenSettings): (token: string) => Promise<readonly string[]> {
  const publicKeys = createRemoteJWKSet(new URL(keysUrl), {
    cacheMaxAge: keysAge * 1_000,
    timeoutDuration: fetchTimeout,
    cooldownDuration: cooldown,
  });
  return async (token) => {
    try {
      const options = { algorithms, issuer, audience, clockTolerance, requiredClaims: ['exp'] };
      const { payload } = await jwtVerify(token, publicKeys, options);
      return rolesIn(payload, rolesClaim);
    } catch (error) {
      throw requestError(isOfToken(error) ? 'KEY_REFUSED' : 'KEYS_UNAVAILABLE', undefined, {
        originalError: error as Error,
      });
    }
  };
}

/** Whether an error is of the token, and not of the issuer's public keys. */
const isOfToken = (error: unknown): boolean =>
  error instanceof errors.JOSEError &&
  !(error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC');

/** The roles in a claim: a list, or a text with spaces between; none where it is neither. */
function rolesIn(payload: JWTPayload, path: string): readonly string[] {
  const claim = path
    .split('.')
    .reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[name], payload);
  const roles: unknown[] = Array.isArray(claim) ? claim : typeof claim === 'string' ? claim.split(' ') : [];
  return roles.filter((role) => typeof role === 'string' && role !== '') as readonly string[];
}
