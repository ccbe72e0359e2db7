import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Identified } from '../../../platform/page.js';
import { fieldsOf, one, sources, toOwnerIn, toPairing } from '../../../vocabulary/fields.js';
import type { ListBelonging } from '../../../vocabulary/record/belonging.js';
import type { FieldSpec } from '../../../vocabulary/record/field-spec.js';
import { rootFields } from '../../../vocabulary/record/listed-type.js';
import { Reported } from '../../../vocabulary/record/reported.js';
import type { PairingsContext } from '../context.js';
import { Pairing } from '../pairing/pairing.entity.js';
import { pairingType } from '../pairing/pairing.type.js';
import { records } from '../records.js';
import { Region } from '../region/region.entity.js';
import { regionType } from '../region/region.type.js';
import { Discrepancy, type DiscrepancyRecord } from './discrepancy.entity.js';
import { toRecordOf } from './discrepancy.repository.js';
import { discrepancyType } from './discrepancy.type.js';
import { recordStubs } from './record-stubs.js';

export const discrepancyRootFields = rootFields(discrepancyType, 'discrepancy', {
  field: 'discrepancies',
  description: 'Discrepancies, by id.',
});

export const discrepancyFields = fieldsOf(Discrepancy, {
  region: one(regionType, 'regionId', 'The region it concerns; null where it concerns several, or a text.'),
  sources: sources('Where the reports are printed: at least one place.'),
});

@Resolver(() => Discrepancy)
export class DiscrepancySides {
  @FieldResolver(() => [Reported], {
    nullable: true,
    description:
      'The records that do not fit together, in the order printed; empty where it is about a text as a whole.',
  })
  async between(@Root() discrepancy: Discrepancy, @Ctx() context: PairingsContext): Promise<readonly object[]> {
    const sides = await context.discrepancies.between(discrepancy.id);
    return Promise.all(sides.map((side) => recordOf(side, context)));
  }

  @FieldResolver(() => [Pairing], { description: 'The pairings it concerns; empty where it concerns none.' })
  async pairings(
    @Root() discrepancy: Discrepancy,
    @Ctx() { recordPairings }: PairingsContext,
  ): Promise<readonly Identified[]> {
    return recordPairings.of(discrepancy.id);
  }
}

/** A record as its row where this subgraph owns it, else as a reference. */
async function recordOf({ type, record: id }: DiscrepancyRecord, { rows }: PairingsContext): Promise<object> {
  const own = [pairingType, ...records].find(({ name }) => name === type);
  const row = own ? await rows.of(own).byId(id) : null;
  return { ...row, id, __typename: type };
}

/** All discrepancies that belong to the owner. */
const discrepancies = (belonging: ListBelonging, description: string): FieldSpec => ({
  type: () => [Discrepancy],
  nullable: true,
  description,
  resolve: ({ id }, context) => (context as PairingsContext).discrepancies.allOf(belonging, id),
});

const recordTypes = { ...Object.fromEntries(records.map(({ name, type }) => [name, type])), ...recordStubs };

/** The field `discrepancies` of every type of record, of Region and of Pairing. */
export const discrepanciesFields = [
  ...Object.entries(recordTypes).map(([name, type]) =>
    fieldsOf(type, {
      discrepancies: discrepancies(
        toRecordOf(name),
        'Discrepancies that this record is a side of; empty where none is known.',
      ),
    }),
  ),
  fieldsOf(Region, {
    discrepancies: discrepancies(
      toOwnerIn('discrepancy', 'regionId'),
      'Discrepancies that concern this region itself; empty where none is known. Those of several regions, and of its pairings, are found there.',
    ),
  }),
  fieldsOf(Pairing, {
    discrepancies: discrepancies(
      toPairing,
      'Discrepancies that concern this pairing, or that it is a side of; empty where none is known.',
    ),
  }),
];
