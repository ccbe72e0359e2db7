import type { TlsParameters } from './tls.js';

/** Settings of connections that parameters of the URL give. Times are in milliseconds. */
export interface UrlSettings {
  readonly applicationName?: string;
  /** Command-line options of the server, such as `-c search_path=x`. */
  readonly options?: string;
  readonly connectTimeout?: number;
  readonly statementTimeout?: number;
  readonly lockTimeout?: number;
  readonly idleInTransactionTimeout?: number;
  readonly keepAlive?: boolean;
  readonly keepAliveDelay?: number;
}

/** The parameters of a connection URL. */
interface Parameters {
  readonly host: string | undefined;
  readonly hostaddr: string | undefined;
  readonly port: number | undefined;
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly dbname: string | undefined;
  readonly settings: UrlSettings;
  readonly tls: TlsParameters;
}

const known = [
  'host',
  'hostaddr',
  'port',
  'user',
  'password',
  'dbname',
  'application_name',
  'fallback_application_name',
  'options',
  'connect_timeout',
  'statement_timeout',
  'lock_timeout',
  'idle_in_transaction_session_timeout',
  'keepalives',
  'keepalives_idle',
  'client_encoding',
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'sslpassword',
] as const;
type Name = (typeof known)[number];

/** Why a parameter that libpq knows is refused. */
const refused: Readonly<Record<string, string>> = {
  target_session_attrs: 'it is not supported: name one address, such as that of a proxy, which leads to the primary',
  load_balance_hosts: 'it is not supported: name one address',
};

/** Reads the parameters of a connection URL. Throws an error that names those that are unknown or have a bad value. */
export function parameters(query: string): Parameters {
  const given = pairsOf(query);
  const text = (name: Name): string | undefined => (given.get(name) === '' ? undefined : given.get(name));
  const number = (
    name: Name,
    least: number,
    unit: number,
    most = Math.floor((2 ** 31 - 1) / unit),
  ): number | undefined => {
    const value = text(name);
    if (value !== undefined && !(/^\d+$/.test(value) && Number(value) >= least && Number(value) <= most)) {
      throw new Error(`parameter ${name}: expected a whole number from ${least}, found ${value}`);
    }
    return value === undefined ? undefined : Number(value) * unit;
  };
  const encoding = text('client_encoding');
  if (encoding !== undefined && !/^(utf-?8|auto)$/i.test(encoding)) {
    throw new Error(`parameter client_encoding: expected UTF8, found ${encoding}`);
  }
  const keepalives = number('keepalives', 0, 1, 1);
  return {
    host: text('host'),
    hostaddr: text('hostaddr'),
    port: number('port', 1, 1, 65_535),
    user: text('user'),
    password: text('password'),
    dbname: text('dbname'),
    settings: defined({
      applicationName: text('application_name') ?? text('fallback_application_name'),
      options: text('options'),
      connectTimeout: number('connect_timeout', 1, 1000),
      statementTimeout: number('statement_timeout', 1, 1),
      lockTimeout: number('lock_timeout', 1, 1),
      idleInTransactionTimeout: number('idle_in_transaction_session_timeout', 1, 1),
      keepAlive: keepalives === undefined ? undefined : keepalives === 1,
      keepAliveDelay: number('keepalives_idle', 1, 1000),
    }),
    tls: defined({
      mode: text('sslmode'),
      rootCertificate: text('sslrootcert'),
      certificate: text('sslcert'),
      key: text('sslkey'),
      passphrase: text('sslpassword'),
    }),
  };
}

function pairsOf(query: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const pair of query.split('&').filter((each) => each !== '')) {
    const [rawName = '', rawValue = ''] = pair.split(/=(.*)/s, 2);
    const name = decoded('a name', rawName);
    const value = decoded(name, rawValue);
    if (!(known as readonly string[]).includes(name)) {
      throw new Error(
        `parameter ${name}: ${refused[name] ?? `it is not supported; take it out. Supported are ${known.join(', ')}`}`,
      );
    }
    if (pairs.has(name)) {
      throw new Error(`parameter ${name}: it is given twice`);
    }
    pairs.set(name, value);
  }
  return pairs;
}

function decoded(name: string, text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Error(`parameter ${name}: it has a % that begins no escape of UTF-8: write % itself as %25`);
  }
}

/** An object without the properties that are undefined. */
function defined<Value extends object>(value: Value): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never;
}
