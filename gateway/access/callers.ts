import type { IncomingMessage } from 'node:http';

import type { Config } from '../../platform/config.js';
import { requestError } from '../../platform/errors.js';
import { editorRole, KeyFile, keyOf, keyWithin, type Key } from '../../platform/keys/key-file.js';
import type { Log } from '../../platform/log.js';
import type { Middleware } from '../../platform/middleware.js';
import { observer } from '../../platform/observer.js';
import { audienceOf } from '../../platform/visibility/audience.js';
import { setCaller, type Caller } from '../request/caller.js';
import type { tokenRoles } from './tokens.js';

/** Who a key or token says that its sender is. */
type Identity = Pick<Caller, 'roles' | 'name'>;

/** The roles that data sets name now. */
export type NamedRoles = () => Promise<readonly string[]>;

/**
 * Tells who sends requests, by keys and tokens. Null where the server has neither: then nobody is asked. Throws a `UserError`
 * where its key file cannot be used.
 */
export async function openCallers(
  { keysFile, tokens }: Pick<Config, 'keysFile' | 'tokens'>,
  log: Pick<Log, 'error' | 'warn'>,
): Promise<Callers | null> {
  if (keysFile === null && tokens === null) {
    return null;
  }
  const keys = keysFile === null ? null : new KeyFile(keysFile);
  keys?.current();
  if (tokens === null) {
    return new Callers(keys, null, log);
  }
  const { tokenRoles: rolesBy } = await import('./tokens.js');
  return new Callers(keys, rolesBy(tokens), log);
}

class Callers {
  constructor(
    private readonly keys: KeyFile | null,
    private readonly rolesOf: ReturnType<typeof tokenRoles> | null,
    private readonly log: Pick<Log, 'error' | 'warn'>,
  ) {}

  /** Notes in each request who sent it, for whom the roles count that data sets name. Refuses keys that are not taken. */
  identify(named: NamedRoles): Middleware {
    return (request, response, next) => {
      response.appendHeader('Vary', 'Authorization');
      if (request.headers.authorization === undefined && !(request.url ?? '').includes('jd_')) {
        next();
        return;
      }
      this.callerOf(request, named).then(
        (caller) => {
          if (caller) {
            setCaller(request, caller);
          }
          next();
        },
        (error: unknown) => {
          response.setHeader('WWW-Authenticate', 'Bearer');
          next(error);
        },
      );
    };
  }

  /** Warns of roles that keys have and no data set names: they open nothing. */
  async warnOfRoles(named: NamedRoles): Promise<void> {
    const known = [editorRole, ...(await named())];
    for (const { name, roles } of this.keys?.current() ?? []) {
      const unknown = roles.filter((role) => !known.includes(role));
      if (unknown.length > 0) {
        this.log.warn({ key: name, roles: unknown }, 'A key has roles that no data set names: they open nothing.');
      }
    }
  }

  private async callerOf({ headers, url = '' }: IncomingMessage, named: NamedRoles): Promise<Caller | null> {
    if (keyWithin.test(url)) {
      throw requestError(
        'BAD_REQUEST',
        'There is a key in the address. Addresses are kept in logs and histories: revoke it, and send the new one in the header Authorization: Bearer.',
      );
    }
    if (headers.authorization === undefined) {
      return null;
    }
    const identity = await this.identityOf(headers.authorization);
    return { ...identity, audience: identity.roles.length === 0 ? [] : audienceOf(identity.roles, await named()) };
  }

  private async identityOf(authorization: string): Promise<Identity> {
    const [, secret = ''] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
    if (secret.startsWith('jd_') && this.keys) {
      const key = keyOf(secret, this.currentKeys(this.keys), Date.now());
      if (key) {
        return { roles: key.roles, name: key.name };
      }
    } else if (secret !== '' && this.rolesOf) {
      return { roles: await this.rolesOf(secret), name: null };
    }
    throw requestError('KEY_REFUSED');
  }

  /** Those of now. Where the file has become unusable, no key is taken. */
  private currentKeys(file: KeyFile): readonly Key[] {
    try {
      return file.current();
    } catch (error) {
      observer(this.log, () => {
        this.log.error({ err: error }, 'The key file is not usable. No key is taken.');
      })();
      throw requestError('KEYS_UNAVAILABLE', undefined, { originalError: error as Error });
    }
  }
}
