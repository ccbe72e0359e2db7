import type { Connection, PoolClient, PoolConfig } from 'pg';

/** Milliseconds that a request to cancel may take. */
const cancelTimeout = 1_000;

/** What `pg` knows of a connection beyond its types. */
interface Session {
  readonly processID: number | null;
  readonly secretKey: number | null;
}

/** The methods of a connection of `pg` that its types leave out. */
type RawConnection = Connection & {
  readonly stream: { destroy(): void };
  connect(portOrPath: number | string, host?: string): void;
  cancel(processId: number, secretKey: number): void;
  requestSsl(): void;
};

/**
 * Asks the server, over a connection of its own, to cancel the statement of a client. Needs no rights and no free
 * connection. Resolves when the server has been asked, or cannot be.
 */
export async function cancelStatement(client: PoolClient, options: PoolConfig): Promise<void> {
  const { processID, secretKey } = client as unknown as Session;
  if (processID === null || secretKey === null) {
    return;
  }
  const { default: pg } = await import('pg');
  const connection = new pg.Connection({ ssl: options.ssl }) as unknown as RawConnection;
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((resolve) => {
    timer = setTimeout(resolve, cancelTimeout);
    const send = (): void => {
      connection.cancel(processID, secretKey);
    };
    connection.on('error', () => {
      resolve();
    });
    // The server closes the connection when it has passed the request on.
    connection.on('end', () => {
      resolve();
    });
    connection.on('connect', () => {
      if (options.ssl) {
        connection.requestSsl();
      } else {
        send();
      }
    });
    connection.on('sslconnect', send);
    const { host = 'localhost', port = 5432 } = options;
    if (host.startsWith('/')) {
      connection.connect(`${host}/.s.PGSQL.${port}`);
    } else {
      connection.connect(port, host);
    }
  });
  clearTimeout(timer);
  connection.stream.destroy();
}
