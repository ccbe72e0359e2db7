import { hash } from 'node:crypto';

import { OperationTypeNode, type GraphQLSchema } from 'graphql';

import { VersionsRead, type VersionOf } from '../request/data-versions.js';
import { withExecutor, type ExecutingGateway, type ExecutorContext } from '../request/executor.js';
import { InFlight } from '../request/in-flight.js';
import type { RequestContext } from '../request/request-context.js';
import type { CachedAnswer, Encoding } from './cached-answer.js';
import { executeConsistently } from './consistent-execution.js';
import { CurrentVersions } from './current-versions.js';
import { LocalAnswers, type CacheEntry } from './local-answers.js';
import type { SharedAnswers } from './shared-answers.js';

/** Where an answer came from: the cache (`kept`), an equal request in flight, or its own execution. */
export type AnswerOrigin = 'kept' | 'shared' | 'executed';

/** The result of executing a request. */
export interface Executed<Response> {
  /** Null where the answer may not be cached. */
  readonly entry: CacheEntry | null;
  readonly response: Response;
}

/**
 * The answer cache. It never gives an answer that is older than what was committed when the request came: for each
 * request, the subgraphs that a cached answer comes from are asked for their current data versions.
 */
export class AnswerCache<Response> {
  private readonly local: LocalAnswers;
  private readonly current: CurrentVersions;
  private readonly inFlight = new InFlight<Executed<Response>>();
  private readonly graphs = new WeakMap<GraphQLSchema, string>();
  private served = '';

  constructor(
    maxBytes: number,
    versionOf: VersionOf,
    private readonly shared: SharedAnswers | null,
  ) {
    this.local = new LocalAnswers(maxBytes);
    this.current = new CurrentVersions(versionOf);
  }

  /** The gateway, with an executor that looks in the cache first, and whose answers are of one data version. */
  wrap(gateway: ExecutingGateway): ExecutingGateway {
    gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
      this.served = hash('sha256', coreSupergraphSdl, 'base64url');
      this.graphs.set(apiSchema, this.served);
    });
    return withExecutor(gateway, (executor) => {
      const execute = executeConsistently(executor, this.current);
      return async (requestContext) => {
        const { state, forwarded } = requestContext.context as unknown as RequestContext;
        state.operationKey = this.operationKeyOf(requestContext, forwarded);
        const cached = state.operationKey === null ? null : await this.findOperation(state.operationKey);
        if (cached) {
          state.versions = VersionsRead.of(cached.versions);
          return { data: cached.data.asData() };
        }
        return execute(requestContext);
      };
    });
  }

  /** Identifies the supergraph that is served now. A request key contains it. */
  get graph(): string {
    return this.served;
  }

  /** How many answers this process has cached, and their bytes. */
  get size(): { readonly answers: number; readonly bytes: number } {
    return this.local.size;
  }

  /** The cached answer to a request, if it is still current; else null. */
  async find(requestKey: string): Promise<CacheEntry | null> {
    const entry = this.local.find(requestKey);
    return entry && (await this.current.are(entry.answer.versions)) ? entry : null;
  }

  /**
   * Executes a request, and caches its answer. Equal requests in flight are executed once. Rejects with the reason of
   * `signal` when that aborts.
   */
  async execute(
    requestKey: string,
    signal: AbortSignal,
    execute: (signal: AbortSignal) => Promise<Executed<Response>>,
  ): Promise<Executed<Response> & { readonly origin: AnswerOrigin }> {
    const executeAndStore = async (ending: AbortSignal): Promise<Executed<Response>> => {
      const executed = await execute(ending);
      if (executed.entry) {
        this.store(requestKey, executed.entry);
      }
      return executed;
    };
    const isShared = this.inFlight.has(requestKey);
    const executed = await this.inFlight.run(requestKey, signal, executeAndStore);
    if (!isShared) {
      return { origin: 'executed', ...executed };
    }
    if (executed.entry && (await this.current.are(executed.entry.answer.versions))) {
      return { origin: 'shared', ...executed };
    }
    // Its execution began before this request came, so it may be outdated.
    return { origin: 'executed', ...(await executeAndStore(signal)) };
  }

  /** The body of an answer in an encoding, which is cached with it. */
  encode(entry: CacheEntry, encoding: Encoding): Promise<Buffer> {
    return this.local.encode(entry, encoding);
  }

  private store(requestKey: string, entry: CacheEntry): void {
    this.local.store(requestKey, entry);
    this.shared?.store(entry.operationKey, entry.answer);
  }

  /** The cached answer to an operation, here or in the shared store, if it is still current. */
  private async findOperation(operationKey: string): Promise<CachedAnswer | null> {
    const local = this.local.findOperation(operationKey);
    if (local && (await this.current.are(local.versions))) {
      return local;
    }
    const shared = (await this.shared?.find(operationKey)) ?? null;
    return shared && (await this.current.are(shared.versions)) ? shared : null;
  }

  /** Null where the answer may not be cached: to what is not a query, or with a query plan in it. */
  private operationKeyOf({ schema, operation, queryHash, request }: ExecutorContext, forwarded: object): string | null {
    const graph = this.graphs.get(schema);
    return graph === undefined ||
      operation.operation !== OperationTypeNode.QUERY ||
      request.http?.headers.has('apollo-query-plan-experimental') === true
      ? null
      : hash('sha256', JSON.stringify([graph, queryHash, request.variables, forwarded], distinct), 'base64url');
  }
}

/** JSON writes a number that is not finite as null, which asks for something else. */
const distinct = (_key: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value;
