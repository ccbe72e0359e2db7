import { readFileSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import { checkServerIdentity, type ConnectionOptions } from 'node:tls';

/** The parameters of a connection URL about TLS, as libpq names them. */
export interface TlsParameters {
  readonly mode?: string;
  /** The file of the CA certificates, or `system`. */
  readonly rootCertificate?: string;
  readonly certificate?: string;
  readonly key?: string;
  readonly passphrase?: string;
}

/** Whether connections are encrypted: never, where the server can, or always; and how its certificate is checked. */
export interface Tls {
  readonly use: 'never' | 'if offered' | 'always';
  readonly options: ConnectionOptions;
}

const modes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full'];

/** TLS as libpq means the parameters; without `sslmode`, none. Throws an error that names a bad parameter. */
export function tlsOf(host: string, parameters: TlsParameters): Tls {
  const { mode } = parameters;
  if (mode === undefined || mode === 'disable') {
    const [unused] = Object.entries(parameters).filter(([name]) => name !== 'mode');
    if (unused && mode === undefined) {
      throw new Error('parameter sslmode: expected with the other parameters about TLS, such as sslmode=verify-full');
    }
    return { use: 'never', options: {} };
  }
  if (!modes.includes(mode)) {
    throw new Error(`parameter sslmode: expected ${modes.join(', ')}, found ${mode}`);
  }
  if (host.startsWith('/')) {
    // As with libpq: there is no TLS on a Unix socket.
    if (mode.startsWith('verify')) {
      throw new Error(`parameter sslmode: ${mode} needs a host, not the folder of a socket`);
    }
    return { use: 'never', options: {} };
  }
  return {
    use: mode === 'prefer' ? 'if offered' : 'always',
    options: { ...checkOf(host, mode, parameters.rootCertificate), ...clientCertificate(parameters) },
  };
}

function checkOf(host: string, mode: string, rootCertificate: string | undefined): ConnectionOptions {
  if (rootCertificate === 'system' && mode !== 'verify-full') {
    throw new Error(`parameter sslrootcert: system needs sslmode=verify-full, found ${mode}`);
  }
  if (rootCertificate === undefined) {
    if (mode.startsWith('verify')) {
      throw new Error(
        `parameter sslmode: ${mode} needs sslrootcert=<file of the CA>${mode === 'verify-full' ? ' or sslrootcert=system' : ''}`,
      );
    }
    return { rejectUnauthorized: false };
  }
  const ca = rootCertificate === 'system' ? {} : { ca: read('sslrootcert', rootCertificate) };
  return {
    ...ca,
    rejectUnauthorized: true,
    // With a CA, `require` means `verify-ca`: the certificate may be of any host.
    checkServerIdentity: (_name, certificate) =>
      mode === 'verify-full' ? checkServerIdentity(host, certificate) : undefined,
  };
}

function clientCertificate({ certificate, key, passphrase }: TlsParameters): ConnectionOptions {
  if ((certificate === undefined) !== (key === undefined)) {
    throw new Error(`parameter ${certificate === undefined ? 'sslkey' : 'sslcert'}: sslcert and sslkey go together`);
  }
  return certificate === undefined || key === undefined
    ? {}
    : {
        cert: read('sslcert', certificate),
        key: read('sslkey', key),
        ...(passphrase === undefined ? {} : { passphrase }),
      };
}

function read(parameter: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(`parameter ${parameter}: the file ${file} cannot be read (${code})`, { cause });
  }
}

/** Asks a server whether it offers TLS, within `timeout` milliseconds. */
export async function offersTls(host: string, port: number, timeout: number): Promise<boolean> {
  const socket = connectSocket({ host, port });
  try {
    return await new Promise<boolean>((resolve, reject) => {
      socket.setTimeout(timeout, () => {
        reject(Object.assign(new Error('the connection timed out'), { code: 'ETIMEDOUT' }));
      });
      socket.once('error', reject);
      socket.once('close', () => {
        reject(Object.assign(new Error('the connection was closed'), { code: 'ECONNRESET' }));
      });
      socket.once('data', (answer) => {
        resolve(answer.toString('latin1', 0, 1) === 'S');
      });
      socket.write(sslRequest);
    });
  } finally {
    socket.destroy();
  }
}

/** The message SSLRequest of PostgreSQL's protocol: its length, and its code. */
const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
