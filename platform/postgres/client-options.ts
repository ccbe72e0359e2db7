import type { PoolConfig } from 'pg';

import type { ConnectionSettings } from './connection-url.js';
import { offersTls } from './tls.js';

/** Milliseconds that a new connection may take. */
const defaultConnectTimeout = 3_000;

/** Milliseconds after which an idle connection is probed, so that one to a lost machine is noticed. */
const keepAliveDelay = 10_000;

/** The options of `pg` for connections as the URL says. Asks the server whether it offers TLS, where that decides. */
export async function clientOptions(settings: ConnectionSettings): Promise<PoolConfig> {
  const { tls, host, port } = settings;
  const connectionTimeoutMillis = settings.connectTimeout ?? defaultConnectTimeout;
  const isEncrypted =
    tls.use === 'always' || (tls.use === 'if offered' && (await offersTls(host, port, connectionTimeoutMillis)));
  return {
    host,
    port,
    ssl: isEncrypted ? { ...tls.options } : false,
    connectionTimeoutMillis,
    keepAlive: settings.keepAlive ?? true,
    keepAliveInitialDelayMillis: settings.keepAliveDelay ?? keepAliveDelay,
    application_name: settings.applicationName ?? 'jiedui',
    ...given('user', settings.user),
    ...given('password', settings.password),
    ...given('database', settings.database),
    ...given('options', settings.options),
    ...given('statement_timeout', settings.statementTimeout),
    ...given('lock_timeout', settings.lockTimeout),
    ...given('idle_in_transaction_session_timeout', settings.idleInTransactionTimeout),
  };
}

function given<Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}
