import type { Config } from './config.js';
import type { DatabaseTarget } from './database.js';
import { lockFolder } from './folder-lock.js';

/** What says where the databases are. */
export type DatabaseConfig = Pick<Config, 'databaseUrl' | 'dataDir'> &
  Partial<Pick<Config, 'subgraphTimeout' | 'replicaUrls'>>;

/** The configured databases. */
export function targetOf({ databaseUrl, dataDir, subgraphTimeout, replicaUrls }: DatabaseConfig): DatabaseTarget {
  return databaseUrl === null
    ? { engine: 'sqlite', folder: dataDir }
    : {
        engine: 'postgresql',
        url: databaseUrl,
        ...(replicaUrls?.length ? { replicas: replicaUrls } : {}),
        ...(subgraphTimeout ? { timeout: subgraphTimeout } : {}),
      };
}

/** The configured databases; a data folder is locked for this process until `release`. */
export function lockTarget(config: DatabaseConfig): { readonly target: DatabaseTarget; readonly release: () => void } {
  const { release } = config.databaseUrl === null ? lockFolder(config.dataDir) : { release: () => undefined };
  return { target: targetOf(config), release };
}
