import type { IncomingMessage } from 'node:http';

import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { json, type Response } from 'express';
import { execute } from 'graphql';

import { executedBy } from './apollo-executor.js';
import type { Config } from './config.js';
import type { Database } from './database.js';
import { codedError, errorCodes } from './errors.js';
import { createApplication, listen, readyUnless, type Health, type RunningServer } from './http-server.js';
import { createLog, libraryLog, type Log } from './log.js';
import { observer } from './observer.js';
import { ReadSession } from './read-session.js';
import { identifyRequests } from './request-id.js';
import { logRequest, recordOperations } from './request-log.js';
import { recordRequests } from './request-record.js';
import { serveDataVersion } from './serve-data-version.js';
import { buildSubgraph, createSubgraphContext, type Subgraph } from './subgraph.js';
import { tableSizes } from './table-sizes.js';
import { traceRequests } from './tracing.js';
import { withoutRoles } from './visibility/audience.js';
import { callerOf, verifyCalls, type CallSettings } from './visibility/verify-calls.js';

/** The database as the statements of one request have it. */
interface RequestContext {
  readonly database: Database;
  /** Whether a gateway asks: others are not told what roles there are. */
  readonly isSigned: boolean;
}

/** Serves one subgraph over HTTP: GraphQL at /graphql, its data version at /version, its numbers of rows at /table-sizes. */
export async function startSubgraph(
  subgraph: Subgraph,
  database: Database,
  config: Pick<Config, 'host' | 'port' | 'logLevel' | 'subgraphTimeout'> &
    Partial<Pick<Config, 'writeTimeout'> & CallSettings>,
  log: Log = createLog(`jiedui-${subgraph.name}`, config.logLevel),
): Promise<RunningServer> {
  const { subgraphSecrets = [], requireSigned = false } = config;
  const verified = verifyCalls(subgraph.name, { subgraphSecrets, requireSigned });
  const isReady = async (): Promise<Health> => {
    const { replicas } = database;
    return { ...readyUnless(await database.problems()), ...(replicas ? { replicas } : {}) };
  };
  const application = createApplication(isReady, serveDataVersion(database, verified));
  const { schema } = buildSubgraph(subgraph);
  const server = new ApolloServer<RequestContext>({
    gateway: executedBy<RequestContext>(
      schema,
      async ({ context, document, request: { variables, operationName } }) => {
        const session = new ReadSession(context.database, (read) => createSubgraphContext(subgraph, read));
        const { result, dataVersion } = await session.answer((contextValue) =>
          execute({
            schema,
            document,
            variableValues: variables ?? {},
            operationName: operationName ?? null,
            contextValue,
          }),
        );
        const shown = dataVersion === null || context.isSigned ? dataVersion : withoutRoles(dataVersion);
        return { ...result, extensions: { ...result.extensions, dataVersion: shown } };
      },
    ),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: libraryLog(log),
    plugins: [
      statusOfFailures,
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      recordOperations(
        log,
        ({ extensions }) => (extensions['code'] ?? 'INTERNAL_SERVER_ERROR') !== 'INTERNAL_SERVER_ERROR',
      ),
    ],
  });
  await server.start();
  const logged = observer(log, logRequest);
  application.app.use(
    identifyRequests,
    traceRequests('subgraph request', log),
    recordRequests((record, end) => {
      logged(log, record, end);
    }),
  );
  application.app.get('/table-sizes', verified, async (_request, response) => {
    response.json(await tableSizes(database));
  });
  application.app.use(
    '/graphql',
    json({ limit: '10mb', verify: keepBody }),
    verified,
    expressMiddleware(server, {
      context: ({ req, res }) => {
        const caller = callerOf(req);
        const signal = requestSignal(res, config.subgraphTimeout);
        return Promise.resolve({
          database: database.until(signal, null, caller?.audience),
          isSigned: caller !== null,
        });
      },
    }),
  );
  return listen(application, config, () => server.stop());
}

/** Keeps the bytes of a body, of which a signature has the digest. */
const keepBody = (request: IncomingMessage, _response: unknown, rawBody: Buffer): void => {
  Object.assign(request, { rawBody });
};

/**
 * A response with an error of the database that is not of the request has its status, 503 or 504. The gateway then knows
 * that the subgraph is not to be asked, and why.
 */
const statusOfFailures: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body, http } }) => {
        const codes =
          body.kind === 'single' ? body.singleResult.errors?.map(({ extensions }) => extensions?.['code']) : [];
        const failure = (['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT'] as const).find((code) => codes?.includes(code));
        if (failure) {
          http.status = errorCodes[failure].status;
        }
        return Promise.resolve();
      },
    }),
};

/** Aborts when the client has disconnected or has the answer, and after a timeout in milliseconds. */
function requestSignal(response: Response, timeout: number): AbortSignal {
  const ending = new AbortController();
  const timer = setTimeout(() => {
    ending.abort(codedError('SUBGRAPH_TIMEOUT', `The request was not answered within ${timeout} milliseconds.`));
  }, timeout);
  response.once('close', () => {
    clearTimeout(timer);
    ending.abort(codedError('SUBGRAPH_TIMEOUT', 'The client has disconnected.'));
  });
  return ending.signal;
}
