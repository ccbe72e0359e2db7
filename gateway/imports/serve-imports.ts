import type { Express, RequestHandler } from 'express';

import type { Config } from '../../platform/config.js';
import type { Log } from '../../platform/log.js';
import type { Middleware } from '../../platform/middleware.js';
import { limitRate } from '../access/rate-limit.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import { importApi } from './import-api.js';
import { editorsOnly } from './import-guard.js';
import type { ImportQueue } from './import-queue.js';

/** Requests to the importer per minute and address. */
const rateLimit = 60;

/** Bytes that the files of one import may have. */
const bodyLimit = 32 * 2 ** 20;

/** Serves the importer below /import to editors, and its page; nothing where the server knows nobody. */
export function serveImports(
  app: Express,
  { trustedProxies }: Pick<Config, 'trustedProxies'>,
  identify: Middleware | null,
  options: { readonly queue: ImportQueue; readonly log: Log; readonly metrics: GatewayMetrics },
  page: RequestHandler,
): void {
  if (identify === null) {
    return;
  }
  app.get('/import', page);
  app.use(
    '/import',
    limitRate({ rateLimit, trustedProxies }, 'requests to /import') as RequestHandler,
    identify as RequestHandler,
    editorsOnly,
    importApi({ ...options, limit: bodyLimit, isLocal: false }),
  );
}
