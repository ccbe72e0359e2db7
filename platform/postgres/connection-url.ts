import { parameters, type UrlSettings } from './url-parameters.js';
import { tlsOf, type Tls } from './tls.js';

/** A PostgreSQL server and how to connect to it, as DATABASE_URL says. */
export interface ConnectionSettings extends UrlSettings {
  /** Name or address, or the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  /** Undefined: that of the environment (PGUSER), or of the process. */
  readonly user: string | undefined;
  /** Undefined: that of the environment (PGPASSWORD) or of ~/.pgpass, if any. */
  readonly password: string | undefined;
  /** Undefined: named like the user. */
  readonly database: string | undefined;
  readonly tls: Tls;
}

const form = /^postgres(?:ql)?:\/\/(?:([^/?#]*)@)?([^/?#@]*)(?:\/([^?#]*))?(?:\?([^#]*))?$/;

const expected = 'postgres://user:password@host:port/database';
const escapes = '; in names and passwords write @ / ? # % as %40 %2F %3F %23 %25';

/** Parses a connection URL. Throws an error whose message names what is not usable and never has the password. */
export function parseConnectionUrl(url: string): ConnectionSettings {
  const match = form.exec(url);
  if (!match) {
    throw new Error(`expected ${expected}${/^postgres(ql)?:/.test(url) ? escapes : ''}`);
  }
  const [, login, address = '', path, query = ''] = match;
  const [user, password] = login === undefined ? [] : splitOnce(login, ':');
  const { host, port } = hostAndPort(address);
  const given = parameters(query);
  const settings = {
    host: given.host ?? host ?? 'localhost',
    port: given.port ?? port ?? 5432,
    user: given.user ?? decoded('the user', user),
    password: given.password ?? decoded('the password', password),
    database: given.dbname ?? decoded('the database', path),
  };
  if (settings.host.includes(',')) {
    throw new Error(
      'it names several hosts, which is not supported: name one address, such as that of a proxy, which leads to the primary',
    );
  }
  return { ...given.settings, ...settings, ...addressAndTls(settings.host, given) };
}

/** The host and the port of a connection URL. */
export function addressOf(url: string): string {
  const { host, port } = parseConnectionUrl(url);
  return `${host}:${port}`;
}

function addressAndTls(host: string, given: ReturnType<typeof parameters>): { host: string; tls: Tls } {
  return { host: given.hostaddr ?? host, tls: tlsOf(host, given.tls) };
}

function hostAndPort(address: string): { readonly host?: string; readonly port?: number } {
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(address) ?? [];
  if (address !== '' && host === '' && port === undefined) {
    throw new Error(`expected ${expected}, with a port of digits${escapes}`);
  }
  const name = decoded('the host', host.replace(/^\[(.*)\]$/, '$1'));
  return { ...(name ? { host: name } : {}), ...(port ? { port: portOf(port) } : {}) };
}

function portOf(text: string): number {
  const port = Number(text);
  if (port < 1 || port > 65_535) {
    throw new Error(`expected a port from 1 to 65535, found ${text}`);
  }
  return port;
}

/** A part of the URL without percent-escapes; undefined for an absent or empty one. */
function decoded(part: string, text: string | undefined): string | undefined {
  if (!text) {
    return undefined;
  }
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error(`${part} has a % that begins no escape of UTF-8: write % itself as %25`);
  }
}

function splitOnce(text: string, separator: string): readonly [string, string | undefined] {
  const place = text.indexOf(separator);
  return place < 0 ? [text, undefined] : [text.slice(0, place), text.slice(place + 1)];
}
