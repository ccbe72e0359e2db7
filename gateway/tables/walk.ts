import type { Cell } from './columns.js';
import { directPage, type DirectRows } from './direct-rows.js';
import {
  IncompleteAnswer,
  type CompleteAnswer,
  type Execute,
  type ExecuteAt,
  type TableOperation,
} from './execution.js';
import { valueAt } from './shape.js';
import type { TablePart } from './table.js';
import type { PinnedVersions } from './table-versions.js';

/** Rows of a page: as many as a list gives. Larger ones take more memory and no less time. */
const pageSize = 500;

/** A part of a table with the operation that gives its rows. */
export interface AskedPart extends TablePart {
  readonly operation: TableOperation;
  /** How its subgraph gives the rows after the first page; null where the graph has to. */
  readonly direct: DirectRows | null;
}

/** What executes the operations of a walk. */
export interface Executors {
  readonly execute: Execute;
  readonly executeAt: ExecuteAt;
}

/** Rows of a table, as they came together. */
export type Batch = readonly (readonly Cell[])[];

/**
 * The rows of a table, a page at a time, of one version of the data: a page is asked for when the one before has been
 * taken, or is written. Throws `IncompleteAnswer` where a page cannot be had as a whole, and `VersionChanged`.
 */
export async function* walk(
  parts: readonly AskedPart[],
  { execute, executeAt }: Executors,
  versions: PinnedVersions,
  signal: AbortSignal,
): AsyncGenerator<Batch, void, undefined> {
  const checked = async (answering: Promise<CompleteAnswer>): Promise<CompleteAnswer> => {
    const answer = await answering;
    versions.check(answer.versions);
    return answer;
  };
  for (const part of parts) {
    yield* walkPart(part, {
      graph: (operation) => checked(execute(operation, signal)),
      subgraph: (name, operation) => checked(executeAt(name, operation, signal)),
    });
  }
}

interface Asking {
  readonly graph: (operation: TableOperation) => Promise<CompleteAnswer>;
  readonly subgraph: (name: string, operation: TableOperation) => Promise<CompleteAnswer>;
}

async function* walkPart(
  { rows, paging, read, operation, direct }: AskedPart,
  asking: Asking,
): AsyncGenerator<Batch, void, undefined> {
  const ask = (more: TableOperation['variables']): Promise<CompleteAnswer> =>
    asking.graph({ ...operation, variables: { ...operation.variables, ...more } });
  if (paging === null) {
    yield [...read((await ask({})).data)];
    return;
  }
  const { first, after, pageInfo, hasNextPage, endCursor } = paging;
  const given = first === null ? undefined : operation.variables[first];
  let left = typeof given === 'number' ? given : Infinity;
  let size = pageSize;
  let cursor: unknown = operation.variables[after] ?? null;
  const page = async (): Promise<CompleteAnswer> => {
    for (;;) {
      const asked = Math.min(left, size);
      try {
        return await ask({ [after]: cursor, ...(first === null ? {} : { [first]: asked }) });
      } catch (error) {
        const smaller = first === null ? null : affordableSize(error, asked);
        if (smaller === null) {
          throw error;
        }
        size = smaller;
      }
    }
  };
  for (;;) {
    const { data } = await page();
    const batch = [...read(data)];
    yield batch;
    const info = valueAt(rows.reduce(valueAt, data), pageInfo);
    left -= Math.min(left, size);
    cursor = valueAt(info, endCursor);
    if (left <= 0 || valueAt(info, hasNextPage) !== true || cursor === null) {
      return;
    }
    if (direct && typeof cursor === 'string') {
      yield* walkDirect(direct, operation.variables, cursor, left, asking);
      return;
    }
  }
}

/**
 * The rows after a cursor, as their subgraph itself gives them: the first page has passed all limits. A page is read while
 * the one before is written.
 */
async function* walkDirect(
  { subgraph, query }: DirectRows,
  variables: TableOperation['variables'],
  cursor: string,
  left: number,
  asking: Asking,
): AsyncGenerator<Batch, void, undefined> {
  let wanted = left;
  const ask = async (after: string | null): Promise<CompleteAnswer | null> => {
    if (after === null || wanted <= 0) {
      return null;
    }
    const more: object = { tableFirst: Math.min(wanted, pageSize), tableAfter: after };
    wanted -= pageSize;
    return asking.subgraph(subgraph, { query, variables: { ...variables, ...more } });
  };
  for (let answer = await ask(cursor); answer !== null;) {
    const { rows, after } = directPage(answer.data);
    const next = ask(after);
    // It may fail while nobody waits for it yet.
    next.catch(() => undefined);
    yield rows;
    answer = await next;
  }
}

/** How many rows may be asked for at once, where a page was refused because of its cost; null where not even one. */
function affordableSize(error: unknown, size: number): number | null {
  const extensions = error instanceof IncompleteAnswer ? error.body.errors[0]?.extensions : undefined;
  const { code, estimate, limit } = extensions ?? {};
  if (code !== 'COST_LIMIT' || typeof estimate !== 'number' || typeof limit !== 'number') {
    return null;
  }
  // A part of the cost may be the same for every size.
  const smaller = Math.min(Math.floor((size * limit) / estimate), Math.floor(size / 2));
  return smaller >= 1 ? smaller : null;
}
