import { readFileSync } from 'node:fs';

import { shippedSupergraph, type Config } from '../platform/config.js';
import { lockFolder } from '../platform/folder-lock.js';
import { readyUnless, type RunningServer } from '../platform/http-server.js';
import { createLog, type Log } from '../platform/log.js';
import { EndedSessions } from './fetch/workers/ended-sessions.js';
import { Lane } from './fetch/workers/lane.js';
import { versionsInFolder } from './fetch/workers/versions-in-folder.js';
import { inWorkers } from './fetch/workers/worker-data-source.js';
import type { GatewayOptions } from './server.js';

/** The subgraphs of the graph, in this process. */
interface Embedded extends Pick<GatewayOptions, 'dataSource' | 'versionOf' | 'tableSizes' | 'isReady'> {
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
  const { opened, stop, ...parts } = config.databaseUrl === null ? inThreads(config, log) : await inThisThread(config);
  const start = async (): Promise<RunningServer> => {
    const { startGateway } = await import('./server.js');
    const supergraph = readFileSync(shippedSupergraph, 'utf8');
    return startGateway({ config, log, supergraph, isChecked: true, opened, ...parts });
  };
  try {
    const [server] = await Promise.all([start(), opened.then(print)]);
    return {
      url: server.url,
      stop: async (notice) => {
        await server.stop(notice);
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

/** Over SQLite, whose statements block their thread, they are executed in worker threads. */
function inThreads({ dataDir, subgraphTimeout }: Config, log: Log): Embedded {
  // This thread has the lock: SQLite's locks belong to the process, and the end of a thread that has one releases it.
  const { release } = lockFolder(dataDir);
  const options = {
    file: new URL('./embedded-worker.js', import.meta.url),
    folder: dataDir,
    ended: new EndedSessions(),
    log,
  };
  const fast = new Lane({ ...options, statementTime: fastTime });
  const slow = new Lane({ ...options, statementTime: null });
  const versions = versionsInFolder(dataDir);
  return {
    opened: fast.prepare(),
    dataSource: inWorkers({ fast, slow }, subgraphTimeout),
    versionOf: versions.versionOf,
    tableSizes: () => fast.tableSizes(),
    isReady: async () => readyUnless(await fast.problems()),
    stop: async () => {
      await Promise.all([fast.stop(), slow.stop()]);
      versions.close();
      release();
    },
  };
}

/** Over PostgreSQL, whose statements block nothing, they are executed in this thread. */
async function inThisThread(config: Config): Promise<Embedded> {
  const { prepareGraph } = await import('./embedded-graph.js');
  const { inProcess, tableSizesInProcess, versionsInProcess } = await import('./fetch/in-process-data-source.js');
  const { closeGraph, targetOf } = await import('../platform/graph.js');
  const { readinessOf } = await import('../platform/import/readiness.js');
  const { graph, ...opened } = await prepareGraph(targetOf(config));
  return {
    opened: Promise.resolve(opened),
    dataSource: inProcess(graph, config.subgraphTimeout),
    versionOf: versionsInProcess(graph),
    tableSizes: () => tableSizesInProcess(graph),
    isReady: readinessOf(graph.map(({ database }) => database)),
    stop: () => closeGraph(graph),
  };
}
