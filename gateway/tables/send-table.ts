import { hash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import accepts from 'accepts';
import fresh from 'fresh';

import { sendJson } from '../../platform/middleware.js';
import { currentRequest } from '../../platform/request-record.js';
import { callerOf } from '../request/caller.js';
import { versionText, type Versions } from '../request/data-versions.js';
import { OperationEnded } from '../request/failures.js';
import { IncompleteAnswer } from './execution.js';
import type { Executors } from './walk.js';
import { beginUnchanged, PinnedVersions, VersionChanged } from './table-versions.js';

/** A file made of tables. */
export interface TableFile {
  /** The beginning of its name. */
  readonly name: string;
  readonly suffix: string;
  readonly mediaType: string;
  /** Whether it is worth compressing on its way. */
  readonly isText: boolean;
  /** What its bytes depend on beside the data, as JSON. */
  readonly key: unknown;
  /** Its bytes. What is thrown before the first of them is answered with an error, later it breaks the connection. */
  readonly write: (reading: TableReading) => AsyncIterable<Uint8Array | string>;
}

/** How the rows of a file are read. */
export interface TableReading {
  readonly executors: Executors;
  readonly signal: AbortSignal;
  readonly versions: Versions;
  /** Those that all rows have to be of. */
  readonly pinned: PinnedVersions;
}

/** Where the rows come from. */
export interface TableSource extends Executors {
  readonly versions: () => Promise<Versions>;
}

/** Sends a file, whole or not at all: its status is known when its first rows are. */
export async function sendTable(
  request: IncomingMessage,
  response: ServerResponse,
  file: TableFile,
  { versions: current, ...executors }: TableSource,
): Promise<void> {
  const signal = closedSignal(response);
  try {
    const begun = await beginUnchanged(async () => {
      const versions = await current();
      setHeaders(request, response, file, versions);
      if (isUnchanged(request, response)) {
        return null;
      }
      const bytes = file.write({ executors, signal, versions, pinned: new PinnedVersions(versions) });
      const chunks = bytes[Symbol.asyncIterator]();
      return { first: await chunks.next(), chunks };
    });
    if (begun === null) {
      response.statusCode = 304;
      response.removeHeader('Content-Type');
      response.removeHeader('Content-Disposition');
      response.end();
    } else if (request.method === 'HEAD') {
      await begun.chunks.return?.();
      response.end();
    } else {
      await sendChunks(request, response, file, following(begun.first, begun.chunks));
    }
  } catch (error) {
    refuse(response, error, signal);
  }
}

/** Aborts when the client has the answer, or has left. */
export function closedSignal(response: ServerResponse): AbortSignal {
  const closed = new AbortController();
  response.once('close', () => {
    closed.abort(new OperationEnded('the client disconnected'));
  });
  return closed.signal;
}

function setHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  { name, suffix, mediaType, key }: TableFile,
  versions: Versions,
): void {
  const { headers } = request;
  const version = versionText(versions);
  const isPersonal = headers.authorization !== undefined || headers.cookie !== undefined;
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Content-Disposition', `attachment; filename="${name}-${version}.${suffix}"`);
  response.setHeader('X-Data-Version', version);
  response.setHeader('X-Complete', 'true');
  if (versions.size > 0) {
    const tag = hash(
      'sha256',
      JSON.stringify([suffix, key, version, callerOf(request)?.audience ?? []]),
      'base64url',
    ).slice(0, 27);
    response.setHeader('ETag', `W/"${tag}"`);
    response.setHeader('Cache-Control', isPersonal ? 'private, no-cache' : 'public, no-cache');
  }
}

function isUnchanged({ headers }: IncomingMessage, response: ServerResponse): boolean {
  const etag = response.getHeader('ETag');
  const tag = headers['if-none-match'];
  return typeof etag === 'string' && tag !== undefined && fresh({ 'if-none-match': tag }, { etag });
}

async function* following(
  first: IteratorResult<Uint8Array | string>,
  chunks: AsyncIterator<Uint8Array | string>,
): AsyncGenerator<Uint8Array | string> {
  try {
    for (let chunk = first; chunk.done !== true; chunk = await chunks.next()) {
      if (chunk.value.length > 0) {
        yield chunk.value;
      }
    }
  } finally {
    await chunks.return?.();
  }
}

/** Sends chunks as the client reads them. */
async function sendChunks(
  request: IncomingMessage,
  response: ServerResponse,
  { isText }: TableFile,
  chunks: AsyncIterable<Uint8Array | string>,
): Promise<void> {
  const isEncoded = request.headers['accept-encoding'] !== undefined && accepts(request).encodings('gzip') === 'gzip';
  const readable = Readable.from(chunks, { objectMode: true, highWaterMark: 1 });
  if (isText && isEncoded) {
    response.setHeader('Content-Encoding', 'gzip');
    await pipeline(readable, createGzip({ level: 4 }), response);
  } else {
    await pipeline(readable, response);
  }
}

/** Answers what went wrong; where bytes have been sent, the connection breaks, so that nobody takes them for all. */
function refuse(response: ServerResponse, error: unknown, signal: AbortSignal): void {
  if (response.headersSent || signal.aborted) {
    const codes =
      error instanceof IncompleteAnswer ? error.body.errors.map(({ extensions }) => extensions?.['code']) : [];
    for (const code of error instanceof VersionChanged ? ['DATA_CHANGING'] : codes) {
      currentRequest()?.codes.add(String(code));
    }
    response.destroy();
    return;
  }
  for (const name of ['Content-Type', 'Content-Disposition', 'ETag', 'Cache-Control', 'X-Complete']) {
    response.removeHeader(name);
  }
  if (!(error instanceof IncompleteAnswer)) {
    throw error;
  }
  response.setHeader('X-Complete', 'false');
  sendJson(response, error.status, error.body);
}
