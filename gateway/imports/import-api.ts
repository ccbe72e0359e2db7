import { raw, Router, type Request, type Response } from 'express';

import type { Log } from '../../platform/log.js';
import { observer } from '../../platform/observer.js';
import { requestIdOf } from '../../platform/request-id.js';
import type { GatewayMetrics } from '../observability/metrics.js';
import { callerOf } from '../request/caller.js';
import { sendError } from '../request/send-error.js';
import type { ImportQueue } from './import-queue.js';
import type { ImportEvent, SentJob } from './messages.js';

/** How the importer is served. */
interface ImportApiOptions {
  readonly queue: ImportQueue;
  /** Bytes that files may have, all together. */
  readonly limit: number;
  /** Whether it is served to this machine alone. */
  readonly isLocal: boolean;
  readonly log: Log;
  readonly metrics: Pick<GatewayMetrics, 'imports'>;
}

/**
 * Serves the importer: POST /check and /load with packed files, /undo, /remove, /check-removal with ?dataset, GET
 * /history and /template with ?tables. ?strict and ?language are those of the command. The answer has an `ImportEvent` in each line.
 */
export function importApi({ queue, limit, isLocal, log, metrics }: ImportApiOptions): Router {
  const router = Router();
  const counted = observer(log, (job: SentJob, outcome: string, milliseconds: number, requestId: string) => {
    metrics.imports.inc({ kind: job.kind, outcome });
    log.info({ requestId, job: job.kind, outcome, ms: Math.round(milliseconds) }, 'import');
  });
  const execute = async (request: Request, response: Response, job: JobToSend): Promise<void> => {
    const begun = performance.now();
    const { language, strict } = request.query;
    const sent = {
      ...job,
      settings: {
        strict: strict === 'true',
        language: language === 'zh' ? 'ZH' : 'EN',
        by: callerOf(request)?.name ?? null,
      },
    } as SentJob;
    response.writeHead(200, {
      'Content-Type': 'application/x-ndjson; charset=utf-8',
      'Cache-Control': 'no-store',
      // A proxy that collects the answer would hide its progress.
      'X-Accel-Buffering': 'no',
    });
    const tell = (event: ImportEvent): void => {
      response.write(`${JSON.stringify(event)}\n`);
    };
    response.flushHeaders();
    const end = await queue.run(sent, tell, () => !response.closed);
    tell(end);
    response.end();
    counted(sent, end.kind, performance.now() - begun, requestIdOf(response));
  };
  const readFiles = raw({ limit, type: () => true, inflate: false });
  for (const kind of ['check', 'load'] as const) {
    router.post(`/${kind}`, (request, response, next) => {
      readFiles(request, response, (error?: unknown) => {
        const body: unknown = request.body;
        if ((error as { type?: unknown } | undefined)?.type === 'entity.too.large') {
          sendError(response, 'BODY_TOO_LARGE', tooLarge(limit), { limit: limit / 2 ** 20 });
        } else if (error === undefined && body instanceof Buffer && body.length > 0) {
          // A buffer of its own, which can be given to another thread.
          execute(request, response, { kind, packed: new Uint8Array(body), isLocal }).catch(next);
        } else if (error === undefined) {
          sendError(response, 'BODY_NOT_READABLE', 'The body is empty. Send the files.', { status: 400 });
        } else {
          next(error);
        }
      });
    });
  }
  router.post('/undo', (request, response) =>
    execute(request, response, { kind: 'undo', dataset: datasetOf(request) }),
  );
  for (const kind of ['remove', 'checkRemoval'] as const) {
    router.post(`/${kind}`, (request, response) =>
      execute(request, response, { kind, dataset: datasetOf(request) ?? '' }),
    );
  }
  router.get('/history', (request, response) => execute(request, response, { kind: 'history' }));
  router.get('/template', (request, response) => {
    return execute(request, response, { kind: 'template', tables: named(request.query['tables']) });
  });
  return router;
}

type JobToSend = SentJob extends infer Job ? (Job extends SentJob ? Omit<Job, 'settings'> : never) : never;

const tooLarge = (limit: number): string =>
  `The files have more than the ${limit / 2 ** 20} MB that are taken here. Split them into several data sets.`;

const datasetOf = ({ query }: Request): string | null => named(query['dataset']) ?? null;

/** What a parameter names; undefined where it names nothing. */
const named = (given: unknown): string | undefined => (typeof given === 'string' && given !== '' ? given : undefined);
