import { say } from '../../../platform/import/message.js';
import type { RowProblem } from '../../../platform/import/table.js';
import type { PairingLevel, PairingRow } from '../../../vocabulary/pairing/pairing-table.js';
import type { RegionLevel, RegionRow } from '../../../vocabulary/party/region-table.js';
import { placesText, type Place, type PlaceOf } from '../../../vocabulary/warning/known-parties.js';

/** At which level of administration a region acts, and whether it is a unit of administration. */
export type RegionRank = Pick<RegionRow, 'kind' | 'level'>;

interface SideLevels {
  readonly donor: readonly RegionLevel[];
  readonly recipient: readonly RegionLevel[];
}

/** The levels of the regions on each side of pairings of a level; the other pairings are between bodies. */
const levelsOf: Partial<Record<PairingLevel, SideLevels>> = {
  PROVINCE: { donor: ['PROVINCE', 'PREFECTURE'], recipient: ['PROVINCE'] },
  PROVINCE_TO_PREFECTURE: { donor: ['PROVINCE'], recipient: ['PREFECTURE'] },
  PROVINCE_TO_COUNTY: { donor: ['PROVINCE'], recipient: ['COUNTY'] },
  PREFECTURE: { donor: ['PREFECTURE'], recipient: ['PREFECTURE'] },
  PREFECTURE_TO_COUNTY: { donor: ['PREFECTURE'], recipient: ['COUNTY'] },
  COUNTY: { donor: ['COUNTY'], recipient: ['COUNTY'] },
  TOWNSHIP: { donor: ['TOWNSHIP'], recipient: ['TOWNSHIP'] },
  VILLAGE: { donor: ['VILLAGE'], recipient: ['VILLAGE'] },
  STREET_TO_VILLAGE: { donor: ['TOWNSHIP'], recipient: ['VILLAGE'] },
};

/** Regions that are named on a side of a pairing and are not of the level that it has. */
export function levelProblems(
  row: PairingRow,
  rankOf: (region: string) => RegionRank | undefined,
  placeOf: PlaceOf,
): RowProblem[] {
  const levels = levelsOf[row.level];
  return (levels ? (['donor', 'recipient'] as const) : []).flatMap((side): RowProblem[] => {
    const expected = levels?.[side] ?? [];
    const odd = row[side].flatMap((id) => {
      const rank = rankOf(id);
      const place = placeOf(id);
      const isOdd = rank?.kind === 'ADMINISTRATIVE' && rank.level !== null && place?.id === id;
      return isOdd && !actsAt(rank.level, place).some((level) => expected.includes(level))
        ? [{ place, level: rank.level }]
        : [];
    });
    const [first] = odd;
    return first === undefined
      ? []
      : [
          {
            column: side,
            found: say(
              `${placesText(odd.map(({ place }) => place))} of the level ${first.level}, in a pairing of the level ${row.level}`,
              `${placesText(odd.map(({ place }) => place))}，级别 ${first.level}，而结对的级别是 ${row.level}`,
            ),
            expected: say(
              `regions of the level ${expected.join(' or ')}, or another level of the pairing`,
              `级别为 ${expected.join(' 或 ')} 的地区，或改结对的级别`,
            ),
          },
        ];
  });
}

/** A unit with no prefecture, or no county, above it acts as one: 仙桃市 as a prefecture, the towns of 东莞市 as counties. */
function actsAt(level: RegionLevel, { prefecture, county }: Place): readonly RegionLevel[] {
  if (level === 'COUNTY' && prefecture === null) {
    return [level, 'PREFECTURE'];
  }
  return level === 'TOWNSHIP' && county === null ? [level, 'COUNTY'] : [level];
}
