import type { DestinationStream } from 'pino';

import { createLog, type Log } from '../../platform/log.js';

/** A line of a log, as it was written. */
export type LogLine = Readonly<Record<string, unknown>>;

/** A log that keeps its lines. */
export function keptLog(): { readonly log: Log; readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const destination: DestinationStream = {
    write: (text) => {
      lines.push(JSON.parse(text) as LogLine);
    },
  };
  return { log: createLog('jiedui-test', 'info', destination), lines };
}
