import type { QueryId } from 'kysely';

/** Ends the statements of a request. On SQLite, failures of statements with a limit have codes. */
export interface StatementLimit {
  /** Throws where no further statement may begin. */
  begin(): void;
  /** Called often while a statement runs on SQLite. What it throws ends the statement. */
  check(): void;
  /** Called after each statement on SQLite, however it ended. */
  end(): void;
}

/** The limit of a request whose statements may take as long as they do. */
export const unlimited: StatementLimit = {
  begin: () => undefined,
  check: () => undefined,
  end: () => undefined,
};

const limits = new WeakMap<QueryId, StatementLimit>();

/** Sets the limit of a query's statement. */
export function limitStatement(query: QueryId, limit: StatementLimit): void {
  limits.set(query, limit);
}

/** The limit of a query's statement; undefined where it has none. */
export function limitOf(query: QueryId): StatementLimit | undefined {
  return limits.get(query);
}
