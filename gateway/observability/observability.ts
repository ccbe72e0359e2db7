import type { Express } from 'express';

import type { Config } from '../../platform/config.js';
import type { Log } from '../../platform/log.js';
import type { Middleware } from '../../platform/middleware.js';
import { observer } from '../../platform/observer.js';
import { logRequest } from '../../platform/request-log.js';
import { recordRequests, type RequestEnd, type RequestRecord } from '../../platform/request-record.js';
import { setPagePolicy } from '../../platform/security-headers.js';
import { traceRequests } from '../../platform/tracing.js';
import { languageOf } from '../request/html-page.js';
import type { GatewayMetrics } from './metrics.js';
import { statusPage } from './status-page.js';
import { statusOf, type GatewayState } from './status.js';

/** Middleware that traces, measures and logs requests. */
export function observeRequests(
  { tracesEndpoint }: Pick<Config, 'tracesEndpoint'>,
  log: Log,
  metrics: GatewayMetrics,
): readonly Middleware[] {
  const started = observer(log, () => {
    metrics.requestStarted();
  });
  const measured = observer(log, (record: RequestRecord, end: RequestEnd) => {
    metrics.requestEnded(record, end);
  });
  const logged = observer(log, logRequest);
  return [
    ...(tracesEndpoint === null ? [] : [traceRequests('graph request', log)]),
    (_request, _response, next) => {
      started();
      next();
    },
    recordRequests((record, end) => {
      measured(record, end);
      logged(log, record, end);
    }),
  ];
}

/** Serves /metrics and /status. */
export function serveObservability(app: Express, metrics: GatewayMetrics, state: () => GatewayState): void {
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
  app.get('/status', async (request, response) => {
    const report = await statusOf(metrics, state());
    response.set('Cache-Control', 'no-store').vary('Accept, Accept-Language');
    if (request.accepts(['json', 'html']) === 'html') {
      setPagePolicy(response, 'selfContained');
      response.type('html').send(statusPage(report, languageOf(request), request.originalUrl));
    } else {
      response.json(report);
    }
  });
}
