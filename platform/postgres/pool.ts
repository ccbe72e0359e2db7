import type { Pool, PoolClient, PoolConfig } from 'pg';

/** Milliseconds that the connections of a pool have to end when it is closed; then they are cut. */
const closeTimeout = 2_000;

/** A pool of connections that can be closed whatever they are doing. */
export type OpenPool = Pick<Pool, 'connect' | 'options'> & { readonly close: () => Promise<void> };

/** Makes a pool. Its connections are made when they are needed. */
export async function openPool(options: PoolConfig): Promise<OpenPool> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool(options);
  const clients = new Set<PoolClient>();
  // A connection that is lost fails its statement and leaves the pool. Without a listener it would end the process.
  const ignore = (): void => undefined;
  pool.on('error', ignore);
  pool.on('connect', (client) => {
    client.on('error', ignore);
    clients.add(client);
  });
  pool.on('remove', (client) => clients.delete(client));
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(() => {
        for (const client of clients) {
          (client as unknown as { readonly connection: { stream: { destroy(): void } } }).connection.stream.destroy();
        }
        resolve();
      }, closeTimeout);
    });
    await Promise.race([pool.end(), late]);
    clearTimeout(timer);
  };
  return {
    connect: () => pool.connect(),
    options: pool.options,
    close: () => (closing ??= close()),
  };
}
