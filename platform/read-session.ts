import { GraphQLError, type ExecutionResult } from 'graphql';

import type { Database, ReplicaRead } from './database.js';
import { VersionedRead } from './versioned-read.js';

/** The result of an operation, with the data version of all rows that its session has read; null as in `VersionedRead`. */
export interface VersionedResult {
  readonly result: ExecutionResult;
  readonly dataVersion: string | null;
}

/** Executes an operation whose statements are those of a scope. */
type Execute<Scope> = (scope: Scope) => Promise<ExecutionResult> | ExecutionResult;

interface Reading<Scope> {
  readonly scope: Scope;
  readonly rows: VersionedRead;
  /** Null on the primary. */
  readonly replica: ReplicaRead | null;
}

/**
 * The reads of one request. They are of one replica while its rows are those of the primary, and else of the primary.
 */
export class ReadSession<Scope> {
  private reading: Promise<Reading<Scope>>;

  constructor(
    private readonly database: Database,
    private readonly createScope: (database: Database) => Scope,
  ) {
    this.reading = this.begin(database.onReplica());
  }

  /** Executes an operation, and on the primary again where the replica failed or its rows may not be current. */
  async answer(execute: Execute<Scope>): Promise<VersionedResult> {
    const begun = this.reading;
    const { scope, rows, replica } = await begun;
    if (replica) {
      const answer = await replica.answer(() => this.onReplica(execute, scope, rows));
      if (answer) {
        return answer;
      }
      if (this.reading === begun) {
        this.reading = this.begin(null);
      }
      return this.answer(execute);
    }
    const result = await execute(scope);
    try {
      return { result, dataVersion: await rows.dataVersion() };
    } catch (error) {
      return { result: unshown(error), dataVersion: null };
    }
  }

  /**
   * Null unless the replica had one data version before and after, and the primary has it after: then it had it all the
   * time, since none is used twice. What the replica had after counts too, since a standby may show a commit sooner than
   * the primary does.
   */
  private async onReplica(execute: Execute<Scope>, scope: Scope, rows: VersionedRead): Promise<VersionedResult | null> {
    const result = await execute(scope);
    if (result.errors?.some(({ extensions }) => extensions['code'] !== 'BAD_USER_INPUT')) {
      return null;
    }
    const primary = this.database.version().catch(() => null);
    // What may not be shown is read again.
    const dataVersion = await rows.dataVersion().catch(() => null);
    return dataVersion !== null && dataVersion === (await primary) ? { result, dataVersion } : null;
  }

  private async begin(replica: ReplicaRead | null): Promise<Reading<Scope>> {
    const database = replica?.database ?? this.database;
    const rows = await VersionedRead.begin(database);
    return { scope: this.createScope(database), rows, replica };
  }
}

/** A result that has nothing of the rows that were read, since they may not be shown. */
function unshown(error: unknown): ExecutionResult {
  if (!(error instanceof GraphQLError)) {
    throw error;
  }
  return { data: null, errors: [error] };
}
