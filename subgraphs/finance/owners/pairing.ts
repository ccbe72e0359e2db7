import { Ctx, Directive, FieldResolver, Float, Resolver, Root } from 'type-graphql';

import type { VocabularyContext } from '../../../vocabulary/context.js';
import { defaultTotal, fieldsOf, list, toPairing, total } from '../../../vocabulary/fields.js';
import { enterprise } from '../enterprise/enterprise.record.js';
import { facility } from '../facility/facility.record.js';
import { fund } from '../fund/fund.record.js';
import { project } from '../project/project.record.js';
import { sale } from '../sale/sale.record.js';
import { owners } from './types.js';

export const pairingFields = fieldsOf(owners.Pairing, {
  funds: list(fund, toPairing, 'Money of this pairing; not that of the pairings it is made of.'),
  fundTotal: total(fund, toPairing, 'Money of one kind in this pairing, added up, in yuan.'),
  projects: list(
    project,
    toPairing,
    'Projects of this pairing, and counts of them; not those of the pairings it is made of.',
  ),
  projectTotal: total(
    project,
    toPairing,
    'Projects that sources count in this pairing, added up. Projects that they describe one by one have other units, and are left out.',
  ),
  sales: list(
    sale,
    toPairing,
    'What the donor side buys or helps to sell in this pairing; not in those it is made of.',
  ),
  saleTotal: total(
    sale,
    toPairing,
    'Goods sold with the help of this pairing, added up, in yuan; what guests spend is left out.',
  ),
  enterprises: list(enterprise, toPairing, 'Firms in this pairing; not those of the pairings it is made of.'),
  enterpriseTotal: total(
    enterprise,
    toPairing,
    'Firms that this pairing brought, or the people who work in them, added up.',
  ),
  facilities: list(
    facility,
    toPairing,
    'Parks, workshops and bases of this pairing; not those of the pairings it is made of.',
  ),
  facilityTotal: total(facility, toPairing, 'Facilities of one kind in this pairing, or what is in them, added up.'),
});

@Resolver(() => owners.Pairing)
export class PairingRatios {
  @Directive('@requires(fields: "peoplePlaced")')
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Fiscal money of all time for each person whom this pairing brought into stable work, in yuan to the fen: the value of `fundTotal` by that of `placementTotal`, both as they stand by default. Null where one of them is unknown, an interval or zero: a ratio of bounds would be no number that a source supports.',
  })
  async fiscalYuanPerPlacement(
    @Root() { id, peoplePlaced }: InstanceType<typeof owners.Pairing>,
    @Ctx() context: VocabularyContext,
  ): Promise<number | null> {
    const { value } = await defaultTotal(context, fund, toPairing, id);
    return value === null || peoplePlaced == null || peoplePlaced === 0
      ? null
      : Math.round((value / peoplePlaced) * 100) / 100;
  }
}
