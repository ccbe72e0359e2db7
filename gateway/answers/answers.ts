import { hash } from 'node:crypto';

import { OperationTypeNode, type GraphQLSchema } from 'graphql';

import { InFlight } from '../request/in-flight.js';
import { withExecutor, type ExecutingGateway, type ExecutorContext } from '../request/executor.js';
import type { RequestContext } from '../request/request-context.js';
import { CurrentVersions, VersionsRead, type VersionOf } from './data-versions.js';
import { KeptAnswers, type Asked, type Kept, type KeptAnswer, type SentAnswer } from './kept-answers.js';
import { ofOneVersion } from './one-version.js';
import type { SharedAnswers } from './shared-answers.js';

/** How a request got its answer: from what was kept, with others that asked the same, or by executing it. */
export type Outcome = 'kept' | 'shared' | 'executed';

/** What executing a request gave: an answer that may be kept under its question, or something else that is sent. */
export interface Executed<Other> {
  readonly keep: { readonly asked: Asked; readonly answer: KeptAnswer } | null;
  readonly other: Other;
}

/** What executing a request gave: an answer as it is kept, or what else came of it. */
export type Answered<Other> =
  | ({ readonly outcome: Outcome } & Kept)
  | { readonly outcome: 'executed'; readonly answer: null; readonly other: Other };

/** What executing a request gave, once it is kept. */
interface Begun<Other> {
  readonly sent: Kept | null;
  readonly other: Other;
}

/**
 * Gives kept answers in place of executing operations, but never one that is older than what was committed when it was
 * asked for: each time, the subgraphs that it is made of are asked for their data versions.
 */
export class Answers<Other> {
  readonly kept: KeptAnswers;
  private readonly current: CurrentVersions;
  private readonly inFlight = new InFlight<Begun<Other>>();
  private readonly graphs = new WeakMap<GraphQLSchema, string>();
  private served = '';

  constructor(
    maxBytes: number,
    versionOf: VersionOf,
    private readonly shared: SharedAnswers | null,
  ) {
    this.kept = new KeptAnswers(maxBytes);
    this.current = new CurrentVersions(versionOf);
  }

  /** The gateway, with an executor that has each answer of one data version, and looks first for one that is kept. */
  around(gateway: ExecutingGateway): ExecutingGateway {
    gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
      this.served = hash('sha256', coreSupergraphSdl, 'base64url');
      this.graphs.set(apiSchema, this.served);
    });
    return withExecutor(gateway, (executor) => {
      const execute = ofOneVersion(executor, this.current);
      return async (requestContext) => {
        const { found, forwarded } = requestContext.context as unknown as RequestContext;
        found.question = this.questionOf(requestContext, forwarded);
        const kept = found.question === null ? null : await this.normalised(found.question);
        if (kept) {
          found.versions = VersionsRead.of(kept.versions);
          const { data } = JSON.parse(kept.body.toString()) as { data: Record<string, unknown> };
          return { data };
        }
        return execute(requestContext);
      };
    });
  }

  /** Names the graph that is served now: what is asked of another is another question. */
  get graph(): string {
    return this.served;
  }

  /** What is kept for a request that `key` names byte by byte, if nothing has changed since; null where nothing is. */
  async find(key: string): Promise<Kept | null> {
    const kept = this.kept.find(key);
    return kept && (await this.current.are(kept.answer.versions)) ? kept : null;
  }

  /**
   * Executes a request that `key` names byte by byte, and keeps its answer; equal ones at the same time are executed
   * once. Throws the reason of `signal` when that aborts.
   */
  async execute(
    key: string,
    signal: AbortSignal,
    execute: (signal: AbortSignal) => Promise<Executed<Other>>,
  ): Promise<Answered<Other>> {
    const begin = async (ending: AbortSignal): Promise<Begun<Other>> => {
      const { keep, other } = await execute(ending);
      const operationName = keep?.asked.operationName ?? null;
      return { sent: keep && { answer: this.keep(key, keep), operationName }, other };
    };
    const isShared = this.inFlight.has(key);
    let { sent, other } = await this.inFlight.run(key, signal, begin);
    if (isShared) {
      if (sent && (await this.current.are(sent.answer.versions))) {
        return { outcome: 'shared', ...sent };
      }
      // It was asked for earlier, and may be older than this request.
      ({ sent, other } = await begin(signal));
    }
    return sent ? { outcome: 'executed', ...sent } : { outcome: 'executed', answer: null, other };
  }

  private keep(key: string, { asked, answer }: NonNullable<Executed<Other>['keep']>): SentAnswer {
    const sent = this.kept.keep(key, asked, answer);
    this.shared?.keep(asked.question, answer);
    return sent;
  }

  /** What is kept for a normalised question, here or where all gateways keep it, if nothing has changed since. */
  private async normalised(question: string): Promise<KeptAnswer | null> {
    const here = this.kept.findNormalised(question);
    if (here && (await this.current.are(here.versions))) {
      return here;
    }
    const there = (await this.shared?.find(question)) ?? null;
    return there && (await this.current.are(there.versions)) ? there : null;
  }

  /** Null for what is not kept: what is no query, and answers with a plan. */
  private questionOf({ schema, operation, queryHash, request }: ExecutorContext, forwarded: object): string | null {
    const graph = this.graphs.get(schema);
    return graph === undefined ||
      operation.operation !== OperationTypeNode.QUERY ||
      request.http?.headers.has('apollo-query-plan-experimental') === true
      ? null
      : hash('sha256', JSON.stringify([graph, queryHash, request.variables, forwarded]), 'base64url');
  }
}
