import { readFileSync } from 'node:fs';

import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import responseCache from '@apollo/server-plugin-response-cache';
import { startStandaloneServer } from '@apollo/server/standalone';

/** Apollo's gateway with Apollo's response cache, which keeps each answer for a minute, whether data change or not. */
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(process.argv[2] ?? '', 'utf8'),
  buildService: ({ url }) =>
    new RemoteGraphQLDataSource({ ...(url === undefined ? {} : { url }), honorSubgraphCacheControlHeader: false }),
});
const server = new ApolloServer({
  gateway: gateway as unknown as NonNullable<ApolloServerOptions<object>['gateway']>,
  plugins: [
    {
      requestDidStart: () =>
        Promise.resolve({
          didResolveOperation: ({ overallCachePolicy }) => {
            overallCachePolicy.restrict({ maxAge: 60 });
            return Promise.resolve();
          },
        }),
    },
    responseCache(),
  ],
});
const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
console.log(`The gateway with a response cache is at ${url}graphql`);
