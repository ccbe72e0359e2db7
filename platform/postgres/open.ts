import type { PoolConfig } from 'pg';

import { UserError } from '../errors.js';
import { clientOptions } from './client-options.js';
import { parseConnectionUrl, type ConnectionSettings } from './connection-url.js';
import { codeOf, isLostConnection } from './failures.js';

/** The options of connections to the database of a URL, and its name. Throws a `UserError` where it cannot connect. */
export async function connectTo(url: string): Promise<{ readonly options: PoolConfig; readonly database: string }> {
  const settings = settingsOf(url);
  try {
    const options = await clientOptions(settings);
    const { default: pg } = await import('pg');
    const client = new pg.Client(options);
    client.on('error', () => undefined);
    try {
      await client.connect();
    } finally {
      // The socket of a failed connection stays open, and the process with it, until the server gives up.
      await client.end();
    }
    return { options, database: client.database ?? '' };
  } catch (error) {
    throw new UserError(`DATABASE_URL: ${problemOf(error as Error, settings)}`, { cause: error });
  }
}

function settingsOf(url: string): ConnectionSettings {
  try {
    return parseConnectionUrl(url);
  } catch (error) {
    throw new UserError(`DATABASE_URL: ${(error as Error).message}`);
  }
}

function problemOf(error: Error, { host, port, user, database, password }: ConnectionSettings): string {
  const place = host.startsWith('/') ? `the socket of port ${port} in ${host}` : `${host}:${port}`;
  const who = user === undefined ? 'the user' : `the user "${user}"`;
  // The server may quote what it was sent.
  const message = password ? error.message.replaceAll(password, '…') : error.message;
  const code = codeOf(error) ?? '';
  if (code === '3D000') {
    return `the database "${database ?? user ?? ''}" does not exist on ${place}. Create it, or name another one: it is never created here.`;
  }
  if (/no pg_hba\.conf entry.*no encryption/.test(message)) {
    return `${place} does not accept ${who} (${message}). Add sslmode=require, or allow the user in pg_hba.conf.`;
  }
  if (code.startsWith('28')) {
    return `${place} does not accept ${who} (${message}). Check the user and the password.`;
  }
  if (/^SASL|password must be a string/.test(message)) {
    return `${place} asks for a password of ${who}, and there is none, or it is not usable (${message}). Write it after the user: user:password@host.`;
  }
  if (message.includes('does not support SSL')) {
    return `${place} does not offer TLS, which sslmode asks for. Turn it on there, or set sslmode=disable where the network is trusted.`;
  }
  if (/CERT|SELF_SIGNED|UNABLE_TO|^ERR_(TLS|SSL|OSSL)|^EPROTO/.test(code) || /certificate/i.test(message)) {
    return `TLS with ${place} failed (${message}). Check sslrootcert, the name of the host, and sslcert and sslkey.`;
  }
  if (code === '57P03') {
    return `${place} does not take connections yet (${message}). Start again when it does.`;
  }
  if (code === '53300') {
    return `${place} has no connection left (${message}). Raise max_connections, or run fewer processes.`;
  }
  return isLostConnection(error)
    ? `${place} was not reached (${message || code}). Check the host and the port, and that PostgreSQL runs there.`
    : `${place} refused the connection (${message}).`;
}
