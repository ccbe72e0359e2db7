import { hash } from 'node:crypto';

import { OperationTypeNode, type GraphQLSchema } from 'graphql';

import { InFlight } from '../fetch/in-flight.js';
import { withExecutor, type ExecutingGateway, type ExecutorContext } from '../executor.js';
import type { RequestContext } from '../request-context.js';
import { CurrentVersions, VersionsRead, type VersionOf } from './data-versions.js';
import { KeptAnswers, type KeptAnswer, type SentAnswer } from './kept-answers.js';
import { ofOneVersion } from './one-version.js';
import type { SharedAnswers } from './shared-answers.js';

/** How a request got its answer: from what was kept, with others that asked the same, or by executing it. */
export type Outcome = 'kept' | 'shared' | 'executed';

/** What executing a request gave: an answer that may be kept under its question, or something else that is sent. */
export interface Executed<Other> {
  readonly keep: { readonly question: string; readonly answer: KeptAnswer } | null;
  readonly other: Other;
}

/** An answer that is or could be kept, or what else came of the request. */
export type Answered<Other> =
  | { readonly outcome: Outcome; readonly answer: SentAnswer }
  | { readonly outcome: 'executed'; readonly answer: null; readonly other: Other };

/**
 * Gives kept answers in place of executing operations, but never one that is older than what was committed when it was
 * asked for: each time, the subgraphs that it is made of are asked for their data versions.
 */
export class Answers<Other> {
  readonly kept: KeptAnswers;
  private readonly current: CurrentVersions;
  private readonly inFlight = new InFlight<Executed<Other> & { readonly sent: SentAnswer | null }>();
  private readonly graphs = new WeakMap<GraphQLSchema, string>();

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
      this.graphs.set(apiSchema, hash('sha256', coreSupergraphSdl, 'base64url'));
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

  /**
   * Answers a request that `key` names byte by byte; equal ones at the same time execute once. Throws the reason of
   * `signal` when that aborts.
   */
  async answer(
    key: string,
    signal: AbortSignal,
    execute: (signal: AbortSignal) => Promise<Executed<Other>>,
  ): Promise<Answered<Other>> {
    const kept = this.kept.find(key);
    if (kept && (await this.current.are(kept.versions))) {
      return { outcome: 'kept', answer: kept };
    }
    const begin = async (ending: AbortSignal): Promise<Executed<Other> & { readonly sent: SentAnswer | null }> => {
      const executed = await execute(ending);
      return { ...executed, sent: executed.keep && this.keep(executed.keep, key) };
    };
    const isShared = this.inFlight.has(key);
    let { sent, other } = await this.inFlight.run(key, signal, begin);
    if (isShared) {
      if (sent && (await this.current.are(sent.versions))) {
        return { outcome: 'shared', answer: sent };
      }
      // It was asked for earlier, and may be older than this request.
      ({ sent, other } = await begin(signal));
    }
    return sent ? { outcome: 'executed', answer: sent } : { outcome: 'executed', answer: null, other };
  }

  private keep({ question, answer }: NonNullable<Executed<Other>['keep']>, key: string): SentAnswer {
    const sent = this.kept.keep(question, answer, key);
    this.shared?.keep(question, answer);
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
