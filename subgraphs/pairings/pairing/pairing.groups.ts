import { sql } from 'kysely';
import { ArgsType, Field } from 'type-graphql';

import { describedEnum } from '../../../platform/described-enum.js';
import { filterConditions } from '../../../platform/filter.js';
import { checkDay } from '../../../platform/scalars.js';
import { eb } from '../../../platform/sql.js';
import { PairingEvidence, PairingScope } from '../../../vocabulary/pairing/pairing-table.js';
import {
  columnsOfKeys,
  countArguments,
  countMeasure,
  groupedQuery,
  groupKeysType,
  nestedKeys,
  ownColumn,
  readCounts,
  withSide,
  type OwnKey,
} from '../../../vocabulary/totals.js';
import { pairingYears } from '../pairing-year/pairing-years.js';
import { holdingOn } from './holding.js';
import { pairingFilter } from './pairing.type.js';

const plural = 'pairings';

@ArgsType()
class PairingGroupArguments extends countArguments(pairingFilter, plural) {
  @Field(() => Date, {
    nullable: true,
    description: 'Only pairings that hold on this day, as in `pairings`; all of any time when left out.',
  })
  asOf?: string;
}

/** The columns of a pairing that are keys of its own. */
const own: Readonly<Record<string, OwnKey>> = {
  SCOPE: { column: 'scope', enumeration: PairingScope },
  EVIDENCE: { column: 'evidence', enumeration: PairingEvidence },
};

const PairingGroupKey = describedEnum('PairingGroupKey', 'What pairings are grouped by.', {
  PROGRAMME: ['by programme', '按帮扶项目', 'Their programme.'],
  LEVEL: ['by level', '按结对层级', 'Between which kinds of parties they are.'],
  DONOR: [
    'by region that helps',
    '按帮扶地区',
    'A region that helps; a pairing is in the group of each. A body counts for the region it belongs to.',
  ],
  RECIPIENT: [
    'by region that is helped',
    '按受帮扶地区',
    'A region that is helped; a pairing is in the group of each. A body counts for the region it belongs to.',
  ],
  DONOR_PREFECTURE: [
    'by prefecture that helps',
    '按帮扶地市',
    'The prefecture of the region that helps; none for a province, and for a district of a municipality.',
  ],
  RECIPIENT_PREFECTURE: [
    'by prefecture that is helped',
    '按受帮扶地市',
    'The prefecture of the region that is helped; none for a province, and for a district of a municipality.',
  ],
  DONOR_PROVINCE: ['by province that helps', '按帮扶省份', 'The province of the region that helps.'],
  RECIPIENT_PROVINCE: ['by province that is helped', '按受帮扶省份', 'The province of the region that is helped.'],
  SCOPE: ['by scope', '按是否跨省', 'Whether they cross a provincial border.'],
  EVIDENCE: ['by evidence', '按依据程度', 'Whether their source states or only implies them.'],
  YEAR: [
    'by year',
    '按年份',
    'The years in which they held, as `pairingYears` has them; a pairing is in the group of each.',
  ],
});

/** The pairings with the keys that they are grouped by: each combination once. */
function keyedPairings(groupBy: readonly string[]): Parameters<typeof readCounts>[2]['keyed'] {
  const rows = eb.selectFrom('pairing as row') as Parameters<typeof withSide>[0];
  if (groupBy.length === 0) {
    return { records: rows.select(sql.lit(1).as('everything')), keys: ['everything'] };
  }
  const has = (key: string): boolean => groupBy.includes(key);
  const withDonor = withSide(rows, 'donor', { role: null, side: 'DONOR' }, groupBy);
  const withSides = withSide(withDonor, 'recipient', { role: null, side: 'RECIPIENT' }, groupBy);
  return {
    records: withSides
      .$if(has('PROGRAMME'), (query) => query.select('row.programmeId as programme'))
      .$if(has('LEVEL'), (query) => query.select('row.level as pairingLevel'))
      .select(
        Object.entries(own).flatMap(([key, { column }]) => (has(key) ? [`row.${column} as ${ownColumn(key)}`] : [])),
      )
      .$if(has('YEAR'), (query) =>
        query
          .leftJoin(pairingYears.as('held'), 'held.pairing', 'row.id')
          .select(['held.year as year', sql<string | null>`cast(null as text)`.as('years')]),
      ) as typeof rows,
    keys: columnsOfKeys(groupBy),
  };
}

/** The root fields that count pairings by keys: `pairingGroups`, and `pairingGroupPage` with the number of groups. */
export const pairingGroups = groupedQuery<PairingGroupArguments>({
  name: 'Pairing',
  table: 'pairing',
  plural,
  description: 'Pairings counted by keys: how many of each programme, level, donor, recipient, province or year.',
  keys: PairingGroupKey,
  keysType: groupKeysType('Pairing', plural, null, own),
  args: PairingGroupArguments,
  measure: countMeasure(plural),
  read: (args, context) =>
    readCounts(context, args, {
      keyed: keyedPairings(args.groupBy),
      where: [
        ...filterConditions(pairingFilter.fields, args.filter),
        ...(args.asOf == null ? [] : [holdingOn(checkDay('asOf', args.asOf))]),
      ],
      own,
      nestedBy: nestedKeys,
    }),
});
