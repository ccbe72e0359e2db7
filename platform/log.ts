import { pino, type DestinationStream, type Logger } from 'pino';

import type { Config } from './config.js';
import { currentRequest } from './request-record.js';

/** Writes lines of JSON, each with the id of the request that it belongs to. */
export type Log = Logger;

/**
 * A log of a process: lines on stderr, which the process does not wait for, or where `destination` leads. Lines are
 * written many at once, a tenth of a second later at most; a process that is killed takes those with it.
 */
export function createLog(
  service: string,
  level: Config['logLevel'],
  destination: DestinationStream = pino.destination({ dest: 2, sync: false, minLength: 4096, periodicFlush: 100 }),
): Log {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: errorChain },
      mixin: () => {
        const request = currentRequest();
        return request ? { requestId: request.id } : {};
      },
    },
    destination,
  );
}

/** What libraries tell of their everyday life goes to the level of debugging. */
export function libraryLog(log: Log): Record<'debug' | 'info' | 'warn' | 'error', (message: unknown) => void> {
  return {
    debug: (message) => {
      log.trace(message);
    },
    info: (message) => {
      log.debug(message);
    },
    warn: (message) => {
      log.warn(message);
    },
    error: (message) => {
      log.error(message);
    },
  };
}

interface Link {
  readonly type: string;
  readonly message: string;
  readonly code?: unknown;
  readonly stack?: string;
}

const longestChain = 16;

/** An error and all that it was caused by, the outermost first. A stack that errors share is with the innermost. */
function errorChain(error: unknown): readonly Link[] {
  const links: Link[] = [];
  const seen = new Set<unknown>();
  const follow = (each: unknown): void => {
    if (each === undefined || each === null || seen.has(each) || seen.size === longestChain) {
      return;
    }
    seen.add(each);
    links.push(link(each));
    if (typeof each === 'object') {
      const { cause, originalError, thrownValue, errors } = each as Causes;
      [cause, originalError, thrownValue, ...(Array.isArray(errors) ? (errors as unknown[]) : [])].forEach(follow);
    }
  };
  follow(error);
  return links.map(({ stack, ...rest }, place) => {
    const isRepeated = links.slice(place + 1).some((other) => other.stack === stack);
    return stack === undefined || isRepeated ? rest : { ...rest, stack };
  });
}

/** Where Node.js, GraphQL and HTTP clients keep what an error was caused by. */
interface Causes {
  readonly cause?: unknown;
  readonly originalError?: unknown;
  readonly thrownValue?: unknown;
  readonly errors?: unknown;
}

function link(error: unknown): Link {
  if (typeof error !== 'object' || error === null) {
    return { type: typeof error, message: String(error) };
  }
  const { message, stack, code, extensions } = error as Partial<Error> & {
    readonly code?: unknown;
    readonly extensions?: { readonly code?: unknown };
  };
  const known = code ?? extensions?.code;
  return {
    type: error.constructor.name,
    message: message ?? JSON.stringify(error),
    ...(known === undefined ? {} : { code: known }),
    ...(stack === undefined ? {} : { stack }),
  };
}
