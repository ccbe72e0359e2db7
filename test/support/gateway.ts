import { readFileSync } from 'node:fs';

import { afterAll, beforeAll } from '@jest/globals';

import { readConfig, shippedSupergraph } from '../../platform/config.js';
import type { Database, Engine } from '../../platform/database.js';
import type { Graph } from '../../platform/graph.js';
import { readyUnless, type Health, type RunningServer } from '../../platform/http-server.js';
import { startSubgraph } from '../../platform/subgraph-server.js';
import { overHttp } from '../../gateway/fetch/http-data-source.js';
import { inProcess, tableSizesInProcess, versionsInProcess } from '../../gateway/fetch/in-process-data-source.js';
import { startGateway, type GatewayOptions } from '../../gateway/server.js';
import type { Shipped } from './built-databases.js';
import { ask, type GraphQLAnswer } from './client.js';
import { startFaultyProxy, type FaultyProxy } from './faulty-proxy.js';
import { shippedGraph, type TestGraph } from './graph.js';

/** Deadlines are no part of what most tests are about: a machine that is busy must not reach them. */
const defaults = {
  PORT: '0',
  LOG_LEVEL: 'silent',
  RATE_LIMIT: '0',
  SUBGRAPH_TIMEOUT_MS: '40000',
  OPERATION_TIMEOUT_MS: '50000',
};
const isReady = (): Promise<Health> => Promise.resolve(readyUnless([]));
const supergraph = readFileSync(shippedSupergraph, 'utf8');

/** A gateway over a graph in this process, configured by `environment`, which may differ in `more` from the usual one. */
export async function gatewayInProcess(
  graph: Graph,
  environment: NodeJS.ProcessEnv = {},
  more: Partial<GatewayOptions> = {},
): Promise<RunningServer> {
  const config = readConfig({ ...defaults, ...environment });
  const dataSource = inProcess(graph, config.subgraphTimeout);
  const versionOf = versionsInProcess(graph);
  const tableSizes = (): Promise<ReadonlyMap<string, number>> => tableSizesInProcess(graph);
  return startGateway({ config, supergraph, dataSource, versionOf, tableSizes, isReady, ...more });
}

/** A gateway in this process over data sets that ship. Its parts are there in tests and hooks alone. */
export interface ServedGraph {
  readonly graph: Graph;
  readonly databases: readonly Database[];
  /** The address of the gateway, without a path. */
  readonly url: string;
  /** Asks a query. What the gateway says of its answer as a whole (`extensions`) is left out. */
  readonly ask: (query: string, variables?: object) => Promise<GraphQLAnswer>;
}

/**
 * Starts a gateway before the tests of a file or a `describe` and stops it after them, configured by `environment`.
 * `load` may add to the data.
 */
export function servedGraph(
  engine: Engine,
  {
    environment = {},
    shipped = 'articles',
    load,
  }: {
    readonly environment?: NodeJS.ProcessEnv;
    readonly shipped?: Shipped;
    readonly load?: (graph: Graph) => Promise<unknown>;
  } = {},
): ServedGraph {
  let opened: TestGraph;
  let gateway: RunningServer;
  beforeAll(async () => {
    opened = await shippedGraph(engine, shipped);
    await load?.(opened.graph);
    gateway = await gatewayInProcess(opened.graph, environment);
  });
  afterAll(async () => {
    await gateway.stop();
    await opened.close();
  });
  return {
    get graph() {
      return opened.graph;
    },
    get databases() {
      return opened.graph.map(({ database }) => database);
    },
    get url() {
      return gateway.url;
    },
    ask: (query, variables) => ask(gateway.url, query, variables),
  };
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
  const config = readConfig({ ...defaults, ...environment });
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

/** A gateway over subgraph servers, with a proxy in front of each that can be told to misbehave. */
export interface GatewayOverProxies extends GatewayOverHttp {
  /** The proxy in front of a subgraph. */
  readonly proxy: (name: string) => FaultyProxy;
}

/** A gateway over subgraph servers behind proxies, configured by `environment`. */
export async function gatewayOverProxies(
  options: { readonly environment?: NodeJS.ProcessEnv; readonly more?: Partial<GatewayOptions> } = {},
): Promise<GatewayOverProxies> {
  const proxies = new Map<string, FaultyProxy>();
  const gateway = await gatewayOverHttp('sqlite', {
    ...options,
    through: async (name, url) => {
      const proxy = await startFaultyProxy(url);
      proxies.set(name, proxy);
      return proxy.url;
    },
  });
  return {
    ...gateway,
    proxy: (name) => {
      const proxy = proxies.get(name);
      if (!proxy) {
        throw new Error(`There is no proxy in front of ${name}.`);
      }
      return proxy;
    },
    stop: async () => {
      await gateway.stop();
      await Promise.all(Array.from(proxies.values(), (proxy) => proxy.stop()));
    },
  };
}
