import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Directive, Info, Query, Resolver } from 'type-graphql';

import { anyOf, type AnyTables } from '../../../platform/sql.js';
import { selectedNames } from '../../../platform/selected-names.js';
import { fieldsOf, yearMeasures } from '../../../vocabulary/fields.js';
import { pairingYearKey, type PairingYearKey } from '../../../vocabulary/pairing/pairing-year.js';
import { rowListSize } from '../../../vocabulary/record/connection.js';
import { ofRow, own, type RowFields } from '../../../vocabulary/rows/row-field.js';
import { rowList, rowNodes } from '../../../vocabulary/rows/row-query.js';
import { rowConnection, rowType } from '../../../vocabulary/rows/row-type.js';
import type { PairingsContext } from '../context.js';
import { coverage } from '../coverage/coverage.record.js';
import { exchange } from '../exchange/exchange.record.js';
import { kindFields } from '../pairing/pairing.rows.js';
import { PairingYearArguments, pairingYearType } from './pairing-year.type.js';
import { pairingYears, type PairingYearRow } from './pairing-years.js';

const fields: RowFields<PairingYearRow> = {
  pairing: own('pairing', 'The id of the pairing (结对).', 'ID'),
  year: ofRow('Int', 'The year (年份).', ({ year }) => year),
  confirmed: ofRow(
    'Boolean',
    'Whether the pairing is known to have held in the year (已确认): false after the latest source of a period whose end is not reported, or only planned; of one without a dated source, of all its years.',
    ({ confirmed }) => confirmed === 1,
  ),
  periods: ofRow('Int', 'In how many of its periods the year lies (轮次).', ({ periods }) => Number(periods)),
  ...kindFields<PairingYearRow>(({ pairing }) => pairing),
};

const PairingYear = rowType(
  'PairingYear',
  'A year of a pairing (结对年度): scalars alone, a panel for spreadsheets and statistics. What is added up is what sources report of the year itself, done, as `Total` adds it with the basis ANNUAL.',
  fields,
);
Directive(pairingYearKey)(PairingYear);

const connection = rowConnection('PairingYear', 'PairingYear', PairingYear);

/** What each row has, asked for or not: other fields are found by it. */
const key: readonly (keyof PairingYearKey)[] = ['pairing', 'year'];

@Resolver()
export class PairingYearResolver {
  @Directive(rowListSize)
  @Query(() => connection, {
    nullable: true,
    description:
      'The panel: a row for each year of each period of each pairing, with what it reports of the year. A period whose end is not known runs to the year in which it is last confirmed.',
  })
  pairingYears(
    @Args(() => PairingYearArguments) args: PairingYearArguments,
    @Ctx() context: PairingsContext,
    @Info() info: GraphQLResolveInfo,
  ): object {
    const list = context.rows.of<PairingYearRow>(pairingYearType).list(args);
    return rowList(list, fields, context, selectedNames(info, ['edges', 'node']), key);
  }
}

/** The row of a year of a pairing; null where it did not hold. Those of many are read at once. */
export async function pairingYearOf(
  { pairing, year }: PairingYearKey,
  context: PairingsContext,
): Promise<object | null> {
  const { database, loaders } = context;
  return loaders.one([pairingYearType, 'key'], null, `${pairing}#${year}`, async (ids) => {
    const rows = (await database
      .read<AnyTables>()
      .selectFrom(pairingYears.as('row'))
      .selectAll('row')
      .where(anyOf(database, 'row.id', ids))
      .execute()) as PairingYearRow[];
    const nodes = await rowNodes(rows, Object.entries(fields), context);
    return new Map(rows.map(({ id }, place) => [id, nodes[place] ?? {}]));
  });
}

export const pairingYearFields = fieldsOf(PairingYear, {
  ...yearMeasures(exchange, {
    meetings: { description: 'Meetings of the two sides (联席会议)', args: { unit: 'MEETING' } },
    visits: { description: 'Visits between the two sides (互访)', args: { unit: 'VISIT' } },
  }),
  ...yearMeasures(coverage, {
    countyPairs: { description: 'Pairs of counties below it (县级结对)', args: { level: 'COUNTY' } },
    villagePairs: { description: 'Pairs of villages below it (村村结对)', args: { level: 'VILLAGE' } },
    schoolPairs: { description: 'Pairs of schools below it (学校结对)', args: { level: 'SCHOOL' } },
    hospitalPairs: { description: 'Pairs of hospitals below it (医院结对)', args: { level: 'HOSPITAL' } },
  }),
});
