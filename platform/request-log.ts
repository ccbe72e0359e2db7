import type { ApolloServerPlugin } from '@apollo/server';
import { trace } from '@opentelemetry/api';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';

import type { Log } from './log.js';
import { currentRequest, type RequestEnd, type RequestRecord } from './request-record.js';

const longestName = 128;

/** Errors of one answer that are logged in full; the others have the same cause as a rule. */
const mostErrors = 10;

/** Logs a request that has ended, without its query and its variables. */
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
 * Notes in the record of a request what Apollo Server finds out about it, and logs the errors that nobody expected.
 * It stands behind the plugins that add to the answer.
 */
export function noteRequests(log: Log, isExpected: (error: GraphQLError) => boolean): ApolloServerPlugin {
  const fail = ({ error }: { error: Error }): Promise<void> => {
    log.error({ err: error }, 'unexpected error');
    return Promise.resolve();
  };
  return {
    invalidRequestWasReceived: ({ error }) => {
      note([error]);
      return Promise.resolve();
    },
    contextCreationDidFail: fail,
    unexpectedErrorProcessingRequest: fail,
    requestDidStart: () =>
      Promise.resolve({
        didEncounterErrors: ({ errors }) => {
          logUnexpected(
            log,
            errors.filter((error) => !isExpected(error)),
          );
          return Promise.resolve();
        },
        willSendResponse: ({ operationName, response }) => {
          const result = response.body.kind === 'single' ? response.body.singleResult : response.body.initialResult;
          const record = currentRequest();
          if (record) {
            record.operationName = operationName?.slice(0, longestName) ?? null;
            const { completeness } = (result.extensions ?? {}) as { completeness?: { complete?: boolean } };
            record.complete ??= completeness?.complete ?? null;
          }
          if (operationName) {
            trace.getActiveSpan()?.setAttribute('graphql.operation.name', operationName.slice(0, longestName));
          }
          note(result.errors ?? []);
          return Promise.resolve();
        },
      }),
  };
}

function note(errors: readonly (GraphQLFormattedError | GraphQLError)[]): void {
  for (const { extensions } of errors) {
    if (typeof extensions?.['code'] === 'string') {
      currentRequest()?.codes.add(extensions['code']);
    }
  }
}

function logUnexpected(log: Log, errors: readonly GraphQLError[]): void {
  for (const error of errors.slice(0, mostErrors)) {
    log.error({ err: error, subgraph: error.extensions['serviceName'], path: error.path }, 'unexpected error');
  }
  if (errors.length > mostErrors) {
    log.error({ more: errors.length - mostErrors }, 'unexpected errors besides');
  }
}
