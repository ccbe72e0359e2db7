import { readFileSync } from 'node:fs';

import { shippedSupergraph, type Config } from '../platform/config.js';
import { lockTarget, targetOf } from '../platform/database-target.js';
import { readyUnless, type RunningServer } from '../platform/http-server.js';
import { createLog, type Log } from '../platform/log.js';
import { replicaProblems } from '../platform/postgres/check-replicas.js';
import { EndedSessions } from './fetch/workers/ended-sessions.js';
import { Lane } from './fetch/workers/lane.js';
import { storedVersions } from './fetch/workers/stored-versions.js';
import { inWorkers } from './fetch/workers/worker-data-source.js';
import { ImportQueue } from './imports/import-queue.js';
import type { GatewayOptions } from './server.js';

/** The subgraphs of the graph, in this process. */
interface Embedded extends Pick<GatewayOptions, 'dataSource' | 'versionOf' | 'tableSizes' | 'isReady'> {
  readonly imports: NonNullable<GatewayOptions['imports']>;
  /** Resolves when they can be asked. */
  readonly opened: Promise<Opened>;
  readonly stop: () => Promise<void>;
}

/** Lines for people: what was loaded at the start, and imports that could not be resumed. */
interface Opened {
  readonly loaded: readonly string[];
  readonly problems: readonly string[];
}

/** Serves the whole graph in this process, after it has migrated, loaded the shipped data and finished interrupted imports. */
export async function startEmbedded(
  config: Config,
  log: Log = createLog('jiedui-gateway', config.logLevel),
): Promise<RunningServer> {
  // They open while the gateway's modules and the supergraph are loaded, which takes as long.
  const { opened, stop, ...parts } = inThreads(config, log);
  const start = async (): Promise<RunningServer> => {
    const { startGateway } = await import('./server.js');
    const supergraph = readFileSync(shippedSupergraph, 'utf8');
    return startGateway({ config, log, supergraph, isChecked: true, opened, ...parts });
  };
  try {
    const [server, , problems] = await Promise.all([start(), opened.then(print), replicaProblems(targetOf(config))]);
    for (const problem of problems) {
      log.warn(problem);
    }
    return {
      url: server.url,
      stop: async (notice) => {
        await Promise.all([server.stop(notice), parts.imports.queue.stop()]);
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function print({ loaded, problems }: Opened): void {
  for (const line of loaded) {
    console.log(line);
  }
  for (const problem of problems) {
    console.error(problem);
  }
}

/** Milliseconds of SQL that one fetch may take in the fast lane. */
const fastTime = 50;

/** The subgraphs are executed in worker threads. This thread only reads the data versions. */
function inThreads(config: Config, log: Log): Embedded {
  // This thread has the lock: SQLite's locks belong to the process, and the end of a thread that has one releases it.
  const { target, release } = lockTarget(config);
  const file = new URL('./embedded-worker.js', import.meta.url);
  const options = { file, target, ended: new EndedSessions(), log };
  // SQLite's statements block their thread. PostgreSQL's do not, and one lane is enough.
  const fast = new Lane({ ...options, statementTime: target.engine === 'sqlite' ? fastTime : null });
  const slow = target.engine === 'sqlite' ? new Lane({ ...options, statementTime: null }) : fast;
  const opened = fast.prepare();
  const versions = storedVersions(target);
  return {
    opened,
    imports: {
      queue: new ImportQueue({ file: new URL('./import-worker.js', import.meta.url), target, log }),
      folder: target.engine === 'sqlite' ? target.folder : null,
    },
    dataSource: inWorkers({ fast, slow }, config.subgraphTimeout),
    versionOf: versions.versionOf,
    // Before they are open there are none; why they do not open is told by `opened`.
    tableSizes: () =>
      opened.then(
        () => fast.tableSizes(),
        () => new Map(),
      ),
    isReady: async () => readyUnless(await fast.problems()),
    stop: async () => {
      await Promise.all(Array.from(new Set([fast, slow]), (lane) => lane.stop()));
      await versions.close();
      release();
    },
  };
}
