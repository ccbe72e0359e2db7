import '../../gateway/no-telemetry.js';

import { readFileSync } from 'node:fs';

import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import { expect, test } from '@jest/globals';

import { limits } from '../../gateway/limits/limits.js';
import { inRequestContext, type RequestContext } from '../../gateway/request/request-context.js';
import { readConfig } from '../../platform/config.js';

test('the costs of a new supergraph apply once it is in service', async () => {
  const config = readConfig({});
  const supergraph = readFileSync(config.supergraphPath, 'utf8');
  let swap: (supergraph: string) => void = () => undefined;
  const gateway = new ApolloGateway({
    supergraphSdl: ({ update }) => {
      swap = update;
      return Promise.resolve({ supergraphSdl: supergraph });
    },
    buildService: () => ({ process: () => Promise.resolve({ data: { region: null } }) }),
  });
  const server = new ApolloServer<RequestContext>({
    gateway: gateway as unknown as NonNullable<ApolloServerOptions<RequestContext>['gateway']>,
    plugins: [limits(config)],
    stopOnTerminationSignals: false,
  });
  await server.start();
  const cost = async (): Promise<string | undefined> => {
    const query = '{ region(id: "330106") { fundsReceivedTotal(kind: FISCAL) { value } } }';
    const { http } = await inRequestContext(
      { id: 'x', forwarded: {} },
      new AbortController().signal,
      10_000,
      (context) => server.executeOperation({ query }, { contextValue: context }),
    );
    return http.headers.get('x-cost-estimate');
  };
  expect(await cost()).toBe('22');
  swap(supergraph.replace('@cost(weight: 20)', '@cost(weight: 70)'));
  expect(await cost()).toBe('72');
  await server.stop();
});
