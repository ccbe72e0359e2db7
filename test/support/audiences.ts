import { rmSync } from 'node:fs';

import { afterAll, beforeAll } from '@jest/globals';

import type { Engine } from '../../platform/database.js';
import type { RunningServer } from '../../platform/http-server.js';
import { importFolder } from '../../platform/import/import-folder.js';
import { gatewayInProcess } from './gateway.js';
import { shippedGraph, type TestGraph } from './graph.js';
import { clonedArticles } from './hidden-data.js';
import { makeKeys, withKey, type TestKeys } from './keys.js';

/** The data sets that are for some only. Their markers are in all of their texts, and nowhere else. */
const hidden = [
  { id: 'alpha', visibility: 'prov-a', marker: 'zqalphaqz', factor: 1.07 },
  { id: 'beta', visibility: 'prov-b;prov-c', marker: 'zqbetaqz', factor: 0.83 },
] as const;

/** Who asks: the data sets that they see beside the public ones, and the roles of their key. */
export const audiences = [
  { name: 'the public', sees: [], roles: null },
  { name: 'who sees one data set', sees: ['alpha'], roles: ['prov-a', 'no-data-set-names-this'] },
  { name: 'who sees all data sets', sees: ['alpha', 'beta'], roles: ['prov-b', 'prov-a', 'prov-c'] },
  { name: 'who sees another data set', sees: ['beta'], roles: ['prov-c'] },
] as const;
export type AudienceName = (typeof audiences)[number]['name'];

/** What an audience must not see: ids and texts of rows. */
export const markersHiddenFrom = (sees: readonly string[]): readonly string[] =>
  hidden.filter(({ id }) => !sees.includes(id)).flatMap(({ id, marker }) => [marker, `${id}-`, `"${id}"`]);

/** A server with data sets for some only, and servers that never loaded those that an audience may not see. */
export interface AudienceServers {
  readonly url: string;
  readonly keys: TestKeys;
  readonly graph: TestGraph;
  /** The headers of a request of an audience. */
  readonly headersOf: (audience: AudienceName) => Readonly<Record<string, string>>;
  /** The server where the public sees what an audience sees here. */
  readonly oracleOf: (audience: AudienceName) => string;
}

/** Starts them before the tests of a `describe`, of some audiences, and stops them after it. */
export function audienceServers(
  engine: Engine,
  options: { readonly environment?: NodeJS.ProcessEnv; readonly of?: readonly AudienceName[] } = {},
): AudienceServers {
  const { of = audiences.map(({ name }) => name) } = options;
  const folders: string[] = [];
  const servers: { readonly gateway: RunningServer; readonly graph: TestGraph }[] = [];
  const urls = new Map<AudienceName | null, string>();
  const open = async (load: readonly string[], isOracle: boolean, environment: NodeJS.ProcessEnv): Promise<string> => {
    const graph = await shippedGraph(engine);
    for (const each of hidden.filter(({ id }) => load.includes(id))) {
      const folder = clonedArticles({ ...each, visibility: isOracle ? 'public' : each.visibility });
      folders.push(folder);
      await importFolder(graph.graph, folder);
    }
    const gateway = await gatewayInProcess(graph.graph, environment);
    servers.push({ gateway, graph });
    return gateway.url;
  };
  let keys: TestKeys;
  beforeAll(async () => {
    const { environment = {} } = options;
    keys = makeKeys(audiences.map(({ roles }) => roles ?? []));
    urls.set(
      null,
      await open(
        hidden.map(({ id }) => id),
        false,
        { KEYS_FILE: keys.path, ...environment },
      ),
    );
    for (const { name, sees } of audiences.filter((each) => of.includes(each.name))) {
      urls.set(name, await open(sees, true, environment));
    }
  });
  afterAll(async () => {
    for (const { gateway, graph } of servers) {
      await gateway.stop();
      await graph.close();
    }
    for (const folder of folders) {
      rmSync(folder, { recursive: true });
    }
    keys.remove();
  });
  return {
    get url() {
      return urls.get(null) ?? '';
    },
    get keys() {
      return keys;
    },
    get graph() {
      const [first] = servers;
      if (!first) {
        throw new TypeError('The servers are there in tests and hooks alone.');
      }
      return first.graph;
    },
    headersOf: (audience) => {
      const place = audiences.findIndex(({ name }) => name === audience);
      return withKey(audiences[place]?.roles ? (keys.secrets[place] ?? null) : null);
    },
    oracleOf: (audience) => urls.get(audience) ?? '',
  };
}
