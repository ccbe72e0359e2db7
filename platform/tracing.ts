import type { IncomingMessage, ServerResponse } from 'node:http';

import {
  context,
  diag,
  DiagLogLevel,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
} from '@opentelemetry/api';
import type { NodeTracerConfig } from '@opentelemetry/sdk-trace-node';

import { libraryLog, type Log } from './log.js';
import type { Middleware } from './middleware.js';
import { observer, type FailureLog } from './observer.js';

/**
 * Sends traces of this process to an OTLP receiver such as http://collector:4318. Returns a function that flushes the
 * remaining spans and stops. Without an endpoint nothing is loaded and nothing is sent.
 */
export async function startTracing(service: string, endpoint: string | null, log: Log): Promise<() => Promise<void>> {
  if (endpoint === null) {
    return () => Promise.resolve();
  }
  const { BatchSpanProcessor, NodeTracerProvider } = await import('@opentelemetry/sdk-trace-node');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const logger = libraryLog(log);
  diag.setLogger({ ...logger, verbose: logger.debug }, { logLevel: DiagLogLevel.WARN });
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, timeoutMillis: 5000 });
  const provider = new NodeTracerProvider({
    resource: resourceOf(service),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  return () =>
    provider.shutdown().catch((error: unknown) => {
      log.warn({ err: error }, 'the last traces were not sent');
    });
}

/** The headers of W3C Trace Context. Baggage is not forwarded, since clients could put anything into it. */
const traceHeaderNames = ['traceparent', 'tracestate'] as const;

/** Creates a span for each request, within the trace of its headers. Failures of the tracer are logged. */
export function traceRequests(name: string, log: FailureLog): Middleware {
  const tracer = trace.getTracer('jiedui');
  const begin = (request: IncomingMessage, response: ServerResponse): Context => {
    const headers = Object.fromEntries(traceHeaderNames.map((header) => [header, request.headers[header]]));
    const parent = propagation.extract(ROOT_CONTEXT, headers);
    const attributes = { 'http.request.method': request.method, 'url.path': request.url?.split('?', 1)[0] };
    const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent);
    const end = observer(log, () => {
      span.setAttribute('http.response.status_code', response.statusCode);
      if (response.statusCode >= 500 || !response.writableFinished) {
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    });
    response.once('close', end);
    return trace.setSpan(parent, span);
  };
  return (request, response, next) => {
    let traced: Context | undefined;
    observer(log, () => {
      traced = begin(request, response);
    })();
    if (traced) {
      context.with(traced, next);
    } else {
      next();
    }
  };
}

/** The headers that make a fetch part of the current trace; none without tracing. */
export function traceHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => (traceHeaderNames as readonly string[]).includes(name)),
  );
}

type Resource = NonNullable<NodeTracerConfig['resource']>;

function resourceOf(service: string): Resource {
  const attributes = { 'service.name': service };
  const resource: Resource = {
    attributes,
    getRawAttributes: () => Object.entries(attributes),
    merge: () => resource,
  };
  return resource;
}
