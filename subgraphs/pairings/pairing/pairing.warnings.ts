import { say } from '../../../platform/import/message.js';
import type { CheckedRow, RowProblem, RowWarning, WarningContext } from '../../../platform/import/table.js';
import { rowsWhere } from '../../../platform/sql.js';
import type { PairingRow } from '../../../vocabulary/pairing/pairing-table.js';
import { regionTable, type RegionRow } from '../../../vocabulary/party/region-table.js';
import { isPlaced, placesOf, placesText, rowsIn, type PlaceOf } from '../../../vocabulary/warning/known-parties.js';
import { selfHelp } from '../../../vocabulary/warning/side-warnings.js';
import { levelProblems, type RegionRank } from './pairing-levels.js';
import { twins } from './pairing-twins.js';

/** What is odd in the pairings of a folder. Eight statements, however many there are. */
export async function pairingWarnings(
  rows: readonly CheckedRow<PairingRow>[],
  context: WarningContext,
): Promise<readonly RowWarning[]> {
  const named = new Set(rows.flatMap(({ values }) => [...homes(values, 'donor'), ...homes(values, 'recipient')]));
  const placeOf = await placesOf(named, context);
  const rankOf = await ranksOf(named, context);
  const warnings = rows.flatMap(({ line, values }) =>
    [
      ...missingSides(values),
      ...selfHelp(
        {
          DONOR: { column: 'donor', parties: values.donor },
          RECIPIENT: { column: 'recipient', parties: values.recipient },
        },
        placeOf,
      ),
      ...scopeProblems(values, placeOf),
      ...levelProblems(values, rankOf, placeOf),
    ].map((problem) => ({ line, ...problem })),
  );
  return [...warnings, ...(await twins(rows, context))];
}

type Side = 'donor' | 'recipient';

/** The parties of a side, and the regions that those who are only counted are in; null where there is none. */
const standing = (row: PairingRow, side: Side): readonly (string | null)[] => [
  ...row[side],
  ...row[`${side}Counted`].map(({ region }) => region),
];

const homes = (row: PairingRow, side: Side): readonly string[] => standing(row, side).filter((each) => each !== null);

function missingSides(row: PairingRow): RowProblem[] {
  return (['donor', 'recipient'] as const)
    .filter((side) => standing(row, side).length === 0)
    .map((side) => ({
      column: side,
      found: say(`nobody, in \`${side}Counted\` neither`, `没有人，${side}Counted 里也没有`),
      expected: side === 'donor' ? say('who helps', '援助的一方') : say('who is helped', '受援的一方'),
    }));
}

/** A scope that the provinces of the two sides contradict; nothing where one of them is not known. */
function scopeProblems(row: PairingRow, placeOf: PlaceOf): RowProblem[] {
  const [donors, recipients] = (['donor', 'recipient'] as const).map((side) => standing(row, side).map(placeOf));
  const places = [...(donors ?? []), ...(recipients ?? [])];
  if (!donors?.length || !recipients?.length || !places.every(isPlaced)) {
    return [];
  }
  const isInside = new Set(places.map(({ province }) => province)).size === 1;
  return isInside === (row.scope === 'INTRA_PROVINCE')
    ? []
    : [
        {
          column: 'scope',
          found: say(
            `${row.scope}, between parties ${isInside ? 'of one province' : 'of several provinces'}: ${placesText(places)}`,
            `${row.scope}，而双方${isInside ? '同属一省' : '分属不同的省'}：${placesText(places)}`,
          ),
          expected: isInside ? 'INTRA_PROVINCE' : 'INTER_PROVINCIAL',
        },
      ];
}

/** The kinds and levels of regions, in one statement. */
async function ranksOf(
  ids: ReadonlySet<string>,
  { database, tables }: WarningContext,
): Promise<(region: string) => RegionRank | undefined> {
  const ranks = [
    ...(await rowsWhere<RegionRow>(database, 'region', 'id', [...ids])),
    ...rowsIn<RegionRow>(tables, regionTable.file),
  ];
  const byId = new Map(ranks.map((rank) => [rank.id, rank]));
  return (region) => byId.get(region);
}
