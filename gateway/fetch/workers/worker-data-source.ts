import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import { withDeadline } from '../../../platform/deadline.js';
import { OperationEnded } from '../../request/failures.js';
import { audienceIn, type OperationState, type RequestContext } from '../../request/request-context.js';
import { fetchDeadline } from '../fetch-deadline.js';
import type { SubgraphAnswer } from '../subgraph-answer.js';
import type { SubgraphQuery } from '../subgraph-execution.js';
import { errorOf } from './error-links.js';
import type { Lane } from './lane.js';
import type { FetchRequest, Reply } from './messages.js';

/** A lane for fetches whose statements are short, and one for the others. */
export interface Lanes {
  readonly fast: Pick<Lane, 'fetch' | 'forget'>;
  readonly slow: Pick<Lane, 'fetch' | 'forget'>;
}

/** A query, and for whom it is. */
type AskedQuery = SubgraphQuery & Pick<FetchRequest, 'audience'>;

interface Session {
  readonly id: number;
  readonly lane: Lanes['fast'];
}

let lastSession = 0;

/**
 * Executes a subgraph's part of an operation in worker threads. All fetches of an operation share a session, as in
 * `inProcess`. One whose statements take too long for the fast lane is executed again in the slow one, where the
 * session stays. At the deadline of a fetch its session ends.
 */
class WorkerDataSource implements GraphQLDataSource {
  private readonly sessions = new WeakMap<OperationState, Session>();

  constructor(
    private readonly subgraph: string,
    private readonly lanes: Lanes,
    private readonly timeout: number,
  ) {}

  async process({ request, context }: GraphQLDataSourceProcessOptions): Promise<SubgraphAnswer> {
    const { state, signal: outer, forwarded } = context as RequestContext;
    const audience = audienceIn(forwarded);
    const { query = '', variables = {} } = request;
    return withDeadline(fetchDeadline(this.timeout), outer, (signal) =>
      this.answer({ query, variables, audience }, state, signal),
    );
  }

  private async answer(query: AskedQuery, state: OperationState, signal: AbortSignal): Promise<SubgraphAnswer> {
    const session = this.sessions.get(state) ?? this.begin(state, this.lanes.fast);
    const reply = await this.fetch(session, query, state, signal);
    if (reply.kind !== 'slow') {
      return answerOf(reply);
    }
    signal.throwIfAborted();
    const next = this.sessions.get(state);
    const slow = next && next !== session ? next : this.begin(state, this.lanes.slow);
    return answerOf(await this.fetch(slow, query, state, signal));
  }

  private async fetch(
    { id, lane }: Session,
    query: AskedQuery,
    state: OperationState,
    signal: AbortSignal,
  ): Promise<Reply> {
    const leave = (): void => {
      if (this.sessions.get(state)?.id === id) {
        this.sessions.delete(state);
      }
    };
    signal.addEventListener('abort', leave, { once: true });
    try {
      return await lane.fetch({ ...query, subgraph: this.subgraph, session: id }, signal);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  private begin(state: OperationState, lane: Lanes['fast']): Session {
    lastSession += 1;
    const session: Session = { id: lastSession, lane };
    this.sessions.set(state, session);
    state.atEnd.push(() => {
      lane.forget(session.id);
    });
    return session;
  }
}

function answerOf(reply: Reply): SubgraphAnswer {
  switch (reply.kind) {
    case 'answer': {
      const answer = JSON.parse(reply.text) as SubgraphAnswer;
      return answer.errors ? { ...answer, errors: withCauses(answer.errors, reply.causes) } : answer;
    }
    case 'failed':
      throw errorOf(reply.error);
    default:
      // The session ends with the fetch or the operation, so that nobody waits for it.
      throw new OperationEnded('its session ended');
  }
}

/** Errors with the causes that the log shows. */
function withCauses(
  errors: readonly GraphQLFormattedError[],
  causes: Extract<Reply, { kind: 'answer' }>['causes'],
): GraphQLFormattedError[] {
  return errors.map((error, place) => {
    const links = causes[place];
    const { message, ...options } = error;
    return links
      ? (new GraphQLError(message, { ...options, originalError: errorOf(links) }) as GraphQLFormattedError)
      : error;
  });
}

/** The subgraphs as data sources in worker threads, with a timeout for each fetch in milliseconds. */
export function inWorkers(lanes: Lanes, timeout: number): (subgraph: { readonly name: string }) => GraphQLDataSource {
  return ({ name }) => new WorkerDataSource(name, lanes, timeout);
}
