import { pino, type DestinationStream, type Logger } from 'pino';

import type { Config } from './config.js';
import { observer } from './observer.js';
import { currentRequest } from './request-record.js';

/** Logs lines of JSON, each with the id of its request. */
export type Log = Logger;

/**
 * The log of a process, on stderr or another `destination`. Lines are buffered for a tenth of a second at most and
 * written asynchronously; a killed process loses them.
 */
export function createLog(
  service: string,
  level: Config['logLevel'],
  destination: DestinationStream = standardError(),
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

/** What cannot be written, as on a full disk, is lost: a log does not end the process. */
function standardError(): DestinationStream {
  return pino.destination({ dest: 2, sync: false, minLength: 4096, periodicFlush: 100 }).on('error', () => undefined);
}

/** A log for libraries: their level info becomes debug here, their debug becomes trace. */
export function libraryLog(log: Log): Record<'debug' | 'info' | 'warn' | 'error', (message: unknown) => void> {
  const at = (level: 'trace' | 'debug' | 'warn' | 'error'): ((message: unknown) => void) =>
    observer(log, (message: unknown) => {
      log[level](message);
    });
  return { debug: at('trace'), info: at('debug'), warn: at('warn'), error: at('error') };
}

interface Link {
  readonly type: string;
  readonly message: string;
  readonly code?: unknown;
  readonly stack?: string;
}

const maxChainLength = 16;

/** An error and its causes, the outermost first. A stack that several share is only in the innermost. */
function errorChain(error: unknown): readonly Link[] {
  const links: Link[] = [];
  const seen = new Set<unknown>();
  const follow = (each: unknown): void => {
    if (each === undefined || each === null || seen.has(each) || seen.size === maxChainLength) {
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

/** The properties in which Node.js, GraphQL and HTTP clients keep causes. */
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
