import { context, SpanStatusCode, trace, type Attributes, type Span } from '@opentelemetry/api';

import { observer, type FailureLog } from '../../platform/observer.js';

const tracer = trace.getTracer('jiedui');

/** Spans of traces around parts of an operation. A failure of the tracer is logged, and costs no answer. */
export class Spans {
  constructor(private readonly log: FailureLog) {}

  /** Does work within a span, whose status tells whether it threw. */
  async within<Value>(name: string, attributes: Attributes, work: () => Promise<Value>): Promise<Value> {
    const span = this.begin(name, attributes);
    if (!span) {
      return work();
    }
    try {
      return await context.with(trace.setSpan(context.active(), span), work);
    } catch (error) {
      this.observe(() => span.setStatus({ code: SpanStatusCode.ERROR }));
      throw error;
    } finally {
      this.observe(() => {
        span.end();
      });
    }
  }

  /** The same for work that is done at once. */
  during<Value>(name: string, work: () => Value): Value {
    const span = this.begin(name, {});
    try {
      return work();
    } catch (error) {
      this.observe(() => span?.setStatus({ code: SpanStatusCode.ERROR }));
      throw error;
    } finally {
      this.observe(() => {
        span?.end();
      });
    }
  }

  /** Undefined where nothing is recorded: without a receiver of traces, or in a trace that is not sampled. */
  private begin(name: string, attributes: Attributes): Span | undefined {
    let span: Span | undefined;
    this.observe(() => {
      const begun = tracer.startSpan(name, { attributes });
      span = begun.isRecording() ? begun : undefined;
    });
    return span;
  }

  private observe(listener: () => void): void {
    observer(this.log, listener)();
  }
}
