import type { Cell } from './columns.js';
import { IncompleteAnswer, type CompleteAnswer, type Execute, type TableOperation } from './execution.js';
import { valueAt } from './shape.js';
import type { TablePart } from './table.js';
import type { PinnedVersions } from './table-versions.js';

/** Rows of a page: as many as a list gives. */
const pageSize = 500;

/** A part of a table with the operation that gives its rows. */
export interface AskedPart extends TablePart {
  readonly operation: TableOperation;
}

/** Rows of a table, as they came together. */
export type Batch = readonly (readonly Cell[])[];

/**
 * The rows of a table, a page at a time, of one version of the data: each page is asked for when the one before has been
 * taken. Throws `IncompleteAnswer` where a page cannot be had as a whole, and `VersionChanged`.
 */
export async function* walk(
  parts: readonly AskedPart[],
  execute: Execute,
  versions: PinnedVersions,
  signal: AbortSignal,
): AsyncGenerator<Batch, void, undefined> {
  const asked = async (operation: TableOperation): Promise<CompleteAnswer> => {
    const answer = await execute(operation, signal);
    versions.check(answer.versions);
    return answer;
  };
  for (const part of parts) {
    yield* walkPart(part, asked);
  }
}

async function* walkPart(
  { rows, paging, read, operation }: AskedPart,
  execute: (operation: TableOperation) => Promise<CompleteAnswer>,
): AsyncGenerator<Batch, void, undefined> {
  const ask = (more: TableOperation['variables']): Promise<CompleteAnswer> =>
    execute({ ...operation, variables: { ...operation.variables, ...more } });
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
