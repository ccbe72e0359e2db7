import {
  context,
  diag,
  DiagLogLevel,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { NodeTracerConfig } from '@opentelemetry/sdk-trace-node';

import { libraryLog, type Log } from './log.js';
import type { Middleware } from './middleware.js';

/**
 * Sends traces of this process, under the name of a service, to an OTLP receiver such as http://collector:4318. The
 * function that comes back sends what is left and ends it. Without an endpoint nothing is loaded and nothing is sent.
 */
export async function startTracing(service: string, endpoint: string | null, log: Log): Promise<() => Promise<void>> {
  if (endpoint === null) {
    return () => Promise.resolve();
  }
  const { BatchSpanProcessor, NodeTracerProvider } = await import('@opentelemetry/sdk-trace-node');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const told = libraryLog(log);
  diag.setLogger({ ...told, verbose: told.debug }, { logLevel: DiagLogLevel.WARN });
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

/** The headers that carry a trace. Baggage, which would carry what clients like, goes no further. */
const carried = ['traceparent', 'tracestate'] as const;

/** One span for each request, part of the trace that its headers name. */
export function traceRequests(name: string): Middleware {
  const tracer = trace.getTracer('jiedui');
  return (request, response, next) => {
    const headers = Object.fromEntries(carried.map((header) => [header, request.headers[header]]));
    const parent = propagation.extract(ROOT_CONTEXT, headers);
    const attributes = { 'http.request.method': request.method, 'url.path': request.url?.split('?', 1)[0] };
    const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent);
    response.once('close', () => {
      span.setAttribute('http.response.status_code', response.statusCode);
      if (response.statusCode >= 500 || !response.writableFinished) {
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    });
    context.with(trace.setSpan(parent, span), next);
  };
}

/** The headers by which a fetch that is made now belongs to the trace of what makes it; none when traces are off. */
export function traceHeaders(): Record<string, string> {
  const headers: Record<string, string> = {};
  propagation.inject(context.active(), headers);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => (carried as readonly string[]).includes(name)));
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
