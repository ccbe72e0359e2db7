import { readFileSync } from 'node:fs';

import { readConfig, shippedSupergraph } from '../../platform/config.js';
import type { Engine } from '../../platform/database.js';
import type { Graph } from '../../platform/graph.js';
import { readyUnless, type Health, type RunningServer } from '../../platform/http-server.js';
import { startSubgraph } from '../../platform/subgraph-server.js';
import { overHttp } from '../../gateway/fetch/http-data-source.js';
import { inProcess, tableSizesInProcess, versionsInProcess } from '../../gateway/fetch/in-process-data-source.js';
import { startGateway, type GatewayOptions } from '../../gateway/server.js';
import { shippedGraph } from './graph.js';

const quiet = { PORT: '0', LOG_LEVEL: 'silent', RATE_LIMIT: '0' };
const isReady = (): Promise<Health> => Promise.resolve(readyUnless([]));
const supergraph = readFileSync(shippedSupergraph, 'utf8');

/** A gateway over a graph in this process, configured by `environment`, which may differ in `more` from the usual one. */
export async function gatewayInProcess(
  graph: Graph,
  environment: NodeJS.ProcessEnv = {},
  more: Partial<GatewayOptions> = {},
): Promise<RunningServer> {
  const config = readConfig({ ...quiet, ...environment });
  const dataSource = inProcess(graph, config.subgraphTimeout);
  const versionOf = versionsInProcess(graph);
  const tableSizes = (): Promise<ReadonlyMap<string, number>> => tableSizesInProcess(graph);
  return startGateway({ config, supergraph, dataSource, versionOf, tableSizes, isReady, ...more });
}

/** A gateway over subgraphs that are servers of their own, each of which can be stopped. */
export interface GatewayOverHttp {
  readonly url: string;
  /** What its subgraphs serve. */
  readonly graph: Graph;
  readonly subgraphs: ReadonlyMap<string, RunningServer>;
  readonly stop: () => Promise<void>;
}

/**
 * A gateway over subgraph servers, with the data set that ships, configured by `environment`. `through` may put
 * something in front of a subgraph: it gives the URL to ask in its place.
 */
export async function gatewayOverHttp(
  engine: Engine,
  {
    environment = {},
    through = (_name, url) => Promise.resolve(url),
    more = {},
  }: {
    readonly environment?: NodeJS.ProcessEnv;
    readonly through?: (name: string, url: string) => Promise<string>;
    readonly more?: Partial<GatewayOptions>;
  } = {},
): Promise<GatewayOverHttp> {
  const config = readConfig({ ...quiet, ...environment });
  const { graph, close } = await shippedGraph(engine);
  const subgraphs = new Map<string, RunningServer>();
  for (const { subgraph, database } of graph) {
    subgraphs.set(subgraph.name, await startSubgraph(subgraph, database, config));
  }
  const subgraphUrls = new Map<string, string>();
  for (const [name, { url }] of subgraphs) {
    subgraphUrls.set(name, await through(name, `${url}/graphql`));
  }
  const { dataSource, versionOf, tableSizes, close: closeConnections } = overHttp({ ...config, subgraphUrls });
  const gateway = await startGateway({
    config,
    supergraph,
    dataSource,
    versionOf,
    tableSizes,
    isReady,
    ...more,
  });
  return {
    url: gateway.url,
    graph,
    subgraphs,
    stop: async () => {
      await gateway.stop();
      await closeConnections();
      await Promise.all(Array.from(subgraphs.values(), (subgraph) => subgraph.stop()));
      await close();
    },
  };
}
