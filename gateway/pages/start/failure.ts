import { NoReply, type GraphReply } from '../post-to-graph.js';

/** Why a page has no data at all. */
export type FailureKind =
  'offline' | 'unreachable' | 'foreign' | 'limited' | 'refused' | 'slow' | 'changing' | 'serverFailed';

/** A query without data, with what a person needs who asks for support. */
export class GraphFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    readonly details: {
      /** HTTP status; null without a response. */
      readonly status: number | null;
      /** Seconds to wait before the next request; null where the server names none. */
      readonly retryAfter: number | null;
      /** Code and message of the server's error; empty without one. */
      readonly report: string;
      readonly requestId: string | null;
    },
  ) {
    super(kind);
  }
}

/** The failure when no reply of the graph came. */
export function failureOf(error: unknown): GraphFailure {
  if (error instanceof GraphFailure) {
    return error;
  }
  if (!(error instanceof NoReply)) {
    return new GraphFailure('serverFailed', { ...nothing, report: String(error) });
  }
  const { kind, response } = error;
  const isLimited = response?.status === 429;
  return new GraphFailure(isLimited ? 'limited' : kind, response ? fromResponse(response) : nothing);
}

/** The failure of a reply without data. */
export function refusal(reply: GraphReply, code: string | undefined, message: string | undefined): GraphFailure {
  const report = [code, message].filter(Boolean).join(': ');
  return new GraphFailure(kindOf(reply.status, code), { ...fromResponse(reply), report });
}

/** By the codes of docs/errors.md; for others the status decides. */
const kinds: ReadonlyMap<string, FailureKind> = new Map([
  ['RATE_LIMITED', 'limited'],
  ['SUBGRAPH_TIMEOUT', 'slow'],
  ['DATA_CHANGING', 'changing'],
  ['SUBGRAPH_UNAVAILABLE', 'serverFailed'],
  ['SUBGRAPH_INVALID_ANSWER', 'serverFailed'],
  ['SUBGRAPH_ERROR', 'serverFailed'],
  ['INTERNAL_SERVER_ERROR', 'serverFailed'],
]);

function kindOf(status: number, code = ''): FailureKind {
  return kinds.get(code) ?? (status === 429 ? 'limited' : status >= 500 ? 'serverFailed' : 'refused');
}

const nothing = { status: null, retryAfter: null, report: '', requestId: null };

function fromResponse({ status, headers }: Pick<GraphReply, 'status' | 'headers'>): GraphFailure['details'] {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  const retryAfter = Number.isFinite(seconds) ? seconds : null;
  return { status, retryAfter, report: '', requestId: headers.get('x-request-id') };
}
