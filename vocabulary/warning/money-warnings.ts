import { say } from '../../platform/import/message.js';
import type { CheckedRow, RowWarning, WarningContext } from '../../platform/import/table.js';
import { anyOf, type AnyTables } from '../../platform/sql.js';
import { intervalOf, type RecordRow } from '../record/record-columns.js';
import type { Reported } from '../record/reported.js';

/** A sum of money; `warned` is null for those of other data sets. */
interface Sum {
  readonly fen: number;
  readonly warned: CheckedRow<RecordRow> | null;
}

/** The fewest sums that are compared: of one pairing, of a whole table. */
const fewest = { pairing: 4, table: 6 };
/** What separates sums of one order of magnitude from others. */
const gap = 100;
/** Sums that differ by more are not of one kind. */
const widest = 1000;
/** 万元 and 千元 for yuan, and yuan for 万元. */
const factors = [1e4, 1e3, 1e-4, 1e-3];

/**
 * Sums of money some thousand or ten thousand times off those they can be compared with: of one pairing and kind, else of
 * the table, one kind and level. `kindOf` gives what tells kinds and levels apart. One statement.
 */
export async function moneyWarnings(
  rows: readonly CheckedRow<RecordRow>[],
  table: string,
  kindOf: (values: object) => string,
  levelOf: (values: RecordRow) => string,
  context: WarningContext,
): Promise<RowWarning[]> {
  const byPairing = new Map<string, Sum[]>();
  const byKind = new Map<string, Sum[]>();
  const add = (groups: Map<string, Sum[]>, key: string, sum: Sum): void => {
    const group = groups.get(key);
    if (group) {
      group.push(sum);
    } else {
      groups.set(key, [sum]);
    }
  };
  for (const row of rows) {
    const fen = sumOf(row.values);
    if (fen !== null) {
      const kind = `${kindOf(row.values)} ${isNarrowed(row.values)}`;
      const sum = { fen, warned: row };
      add(byKind, `${kind} ${levelOf(row.values)}`, sum);
      if (row.values.pairings.length > 0) {
        add(byPairing, `${kind} ${row.values.pairings.join()}`, sum);
      }
    }
  }
  const pairings = new Set([...byPairing.values()].flatMap(([first]) => first?.warned?.values.pairings ?? []));
  for (const stored of await storedSums(table, [...pairings], context)) {
    byPairing
      .get(`${kindOf(stored)} ${isNarrowed(stored)} ${stored.pairing}`)
      ?.push({ fen: Number(stored.low), warned: null });
  }
  const warnings = new Map<number, RowWarning>();
  for (const [groups, least] of [
    [byKind, fewest.table],
    [byPairing, fewest.pairing],
  ] as const) {
    for (const group of groups.values()) {
      for (const warning of group.length < least ? [] : oddSums(group)) {
        warnings.set(warning.line, warning);
      }
    }
  }
  return [...warnings.values()];
}

/** Zero is no order of magnitude; a part may be as small as it likes. */
function sumOf(values: RecordRow): number | null {
  const { low, high } = intervalOf(values);
  const fen = low ?? high;
  return values.unit === 'YUAN' && values.includedIn === null && fen !== null && fen > 0 ? fen : null;
}

const isNarrowed = (values: object): boolean => ((values as { purpose?: unknown }).purpose ?? null) !== null;

/** The sums off the order of magnitude that two thirds of a group have, by a factor of units. */
function oddSums(group: readonly Sum[]): RowWarning[] {
  const sorted = Float64Array.from(group, ({ fen }) => fen).sort();
  let start = 0;
  let main: readonly [number, number] | null = null;
  for (let end = 1; end <= sorted.length; end += 1) {
    if (end === sorted.length || (sorted[end] ?? 0) >= (sorted[end - 1] ?? 0) * gap) {
      if ((end - start) * 3 >= sorted.length * 2) {
        main = [sorted[start] ?? 0, sorted[end - 1] ?? 0];
      }
      start = end;
    }
  }
  if (main === null || (main[0] === sorted[0] && main[1] === sorted.at(-1)) || main[1] > main[0] * widest) {
    return [];
  }
  const [least, greatest] = main;
  const isUsual = (fen: number): boolean => fen >= least / 3 && fen <= greatest * 3;
  return group.flatMap(({ fen, warned }) => {
    const factor = fen >= least && fen <= greatest ? undefined : factors.find((each) => isUsual(fen * each));
    return factor === undefined || warned === null ? [] : [oddSum(warned.line, fen, factor, least, greatest)];
  });
}

function oddSum(line: number, fen: number, factor: number, least: number, greatest: number): RowWarning {
  const [times, multiple] =
    factor > 1
      ? [`${factor} times less`, `约为同类的 1/${factor}`]
      : [`${Math.round(1 / factor)} times more`, `约为同类的 ${Math.round(1 / factor)} 倍`];
  return {
    line,
    column: 'value',
    found: say(
      `${fen / 100}, some ${times} than sums like it, which are from ${least / 100} to ${greatest / 100}`,
      `${fen / 100}，${multiple}；同类在 ${least / 100} 到 ${greatest / 100} 之间`,
    ),
    expected: say(
      `yuan: ${Math.round(fen * factor) / 100} if it is in another unit, such as ten thousand yuan (万元)`,
      `以元计：若原为万元等单位，应为 ${Math.round(fen * factor) / 100}`,
    ),
  };
}

/** The sums of other data sets that belong to one of the pairings. */
async function storedSums(
  table: string,
  pairings: readonly string[],
  { database, dataset }: WarningContext,
): Promise<readonly (Reported & { readonly pairing: string })[]> {
  return pairings.length === 0
    ? []
    : ((await database
        .read<AnyTables>()
        .selectFrom(`${table} as row`)
        .innerJoin('recordPairing as link', 'link.record', 'row.id')
        .selectAll('row')
        .select('link.pairing')
        .where('row.dataset', '!=', dataset)
        .where('row.unit', '=', 'YUAN')
        .where('row.includedInId', 'is', null)
        .where('row.low', '>', 0)
        .where(anyOf(database, 'link.pairing', pairings))
        .execute()) as (Reported & { pairing: string })[]);
}
