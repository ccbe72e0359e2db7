import { pino, type DestinationStream, type Logger } from 'pino';

import type { Config } from './config.js';
import { errorChain } from './error-chain.js';
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
