import type { ApolloServerPlugin } from '@apollo/server';
import { trace } from '@opentelemetry/api';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';

import type { Log } from './log.js';
import { observer } from './observer.js';
import { currentRequest, type RequestEnd, type RequestRecord } from './request-record.js';

const maxNameLength = 128;

/** How many errors of one answer are logged; further ones usually have the same cause. */
const maxLoggedErrors = 10;

/** Logs a request at its end, without query and variables. */
export function logRequest(log: Log, record: RequestRecord, { status, seconds, response }: RequestEnd): void {
  const cost = response.getHeader('x-cost-estimate');
  log.info(
    {
      requestId: record.id,
      operationName: record.operationName,
      status,
      ms: Math.round(seconds * 10_000) / 10,
      codes: [...record.codes],
      complete: record.complete,
      ...(cost === undefined ? {} : { cost: Number(cost) }),
    },
    'request',
  );
}

/**
 * Completes the record of a request from its operation and answer, and logs unexpected errors. It must come after the
 * plugins that add extensions to the answer.
 */
export function recordOperations(log: Log, isExpected: (error: GraphQLError) => boolean): ApolloServerPlugin {
  const hook = <Given>(listener: (given: Given) => void): ((given: Given) => Promise<void>) => {
    const observe = observer(log, listener);
    return (given) => {
      observe(given);
      return Promise.resolve();
    };
  };
  const logError = hook(({ error }: { readonly error: Error }) => {
    log.error({ err: error }, 'unexpected error');
  });
  return {
    invalidRequestWasReceived: hook(({ error }) => {
      recordCodes([error]);
    }),
    contextCreationDidFail: logError,
    unexpectedErrorProcessingRequest: logError,
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: hook(({ errors }) => {
          logUnexpected(
            log,
            errors.filter((error) => !isExpected(error)),
          );
        }),
        willSendResponse: hook(({ operationName, response }) => {
          const result = response.body.kind === 'single' ? response.body.singleResult : response.body.initialResult;
          const record = currentRequest();
          if (record) {
            record.operationName = operationName?.slice(0, maxNameLength) ?? null;
            const { completeness } = (result.extensions ?? {}) as { completeness?: { complete?: boolean } };
            record.complete ??= completeness?.complete ?? null;
          }
          if (operationName) {
            trace.getActiveSpan()?.setAttribute('graphql.operation.name', operationName.slice(0, maxNameLength));
          }
          recordCodes(result.errors ?? []);
        }),
      }),
  };
}

function recordCodes(errors: readonly (GraphQLFormattedError | GraphQLError)[]): void {
  for (const { extensions } of errors) {
    if (typeof extensions?.['code'] === 'string') {
      currentRequest()?.codes.add(extensions['code']);
    }
  }
}

function logUnexpected(log: Log, errors: readonly GraphQLError[]): void {
  for (const error of errors.slice(0, maxLoggedErrors)) {
    log.error({ err: error, subgraph: error.extensions['serviceName'], path: error.path }, 'unexpected error');
  }
  if (errors.length > maxLoggedErrors) {
    log.error({ more: errors.length - maxLoggedErrors }, 'unexpected errors besides');
  }
}
