import { readFileSync } from 'node:fs';

import { RemoteGraphQLDataSource } from '@apollo/gateway';

import { readConfig } from '../../platform/config.js';
import type { Engine } from '../../platform/database.js';
import type { Graph } from '../../platform/graph.js';
import type { RunningServer } from '../../platform/http-server.js';
import { startSubgraph } from '../../platform/subgraph-server.js';
import { inProcess } from '../../gateway/in-process-data-source.js';
import { startGateway, type GatewayOptions } from '../../gateway/server.js';
import { shippedGraph } from './graph.js';

const config = readConfig({ PORT: '0', LOG_LEVEL: 'silent', RATE_LIMIT: '0' });
const isReady = (): Promise<readonly string[]> => Promise.resolve([]);
const supergraph = readFileSync(config.supergraphPath, 'utf8');

/** A gateway over a graph in this process, which may differ in some things from the usual one. */
export async function gatewayInProcess(graph: Graph, more: Partial<GatewayOptions> = {}): Promise<RunningServer> {
  return startGateway({ config, supergraph, dataSource: inProcess(graph), isReady, ...more });
}

/** A gateway over subgraphs that are servers of their own, each of which can be stopped. */
export interface GatewayOverHttp {
  readonly url: string;
  readonly subgraphs: ReadonlyMap<string, RunningServer>;
  readonly stop: () => Promise<void>;
}

/** A gateway over subgraph servers, with the data set that ships. */
export async function gatewayOverHttp(engine: Engine): Promise<GatewayOverHttp> {
  const { graph, close } = await shippedGraph(engine);
  const subgraphs = new Map<string, RunningServer>();
  for (const { subgraph, database } of graph) {
    subgraphs.set(subgraph.name, await startSubgraph(subgraph, database, config));
  }
  const gateway = await startGateway({
    config,
    supergraph,
    dataSource: ({ name }) => new RemoteGraphQLDataSource({ url: `${subgraphs.get(name)?.url}/graphql` }),
    isReady,
  });
  return {
    url: gateway.url,
    subgraphs,
    stop: async () => {
      await gateway.stop();
      await Promise.all(Array.from(subgraphs.values(), (subgraph) => subgraph.stop()));
      await close();
    },
  };
}
