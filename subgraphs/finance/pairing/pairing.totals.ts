import { Args, Ctx, Directive, FieldResolver, Float, Resolver, Root } from 'type-graphql';

import { ofPairings } from '../../../vocabulary/total/members.js';
import { totalFor } from '../../../vocabulary/total/total.repository.js';
import { Total } from '../../../vocabulary/total/total.js';
import type { FinanceContext } from '../context.js';
import { fundAddition, FundTotalWithParts } from '../fund/fund.totals.js';
import { projectAddition, ProjectTotalWithParts } from '../project/project.totals.js';
import { saleAddition, SaleTotalWithParts } from '../sale/sale.totals.js';
import { PairingExtension } from './pairing.extension.js';

@Resolver(() => PairingExtension)
export class PairingTotalsResolver {
  @FieldResolver(() => Total, { nullable: true, description: 'Money of one kind in this pairing, added up, in yuan.' })
  async fundTotal(
    @Root() pairing: PairingExtension,
    @Args(() => FundTotalWithParts) args: FundTotalWithParts,
    @Ctx() context: FinanceContext,
  ): Promise<Total> {
    return totalFor(context, 'Fund of pairing', args, pairing.id, ofPairings(args.includeParts), fundAddition(args));
  }

  @FieldResolver(() => Total, {
    nullable: true,
    description:
      'Projects that sources count in this pairing, added up. Projects that they describe one by one have other units, and are left out.',
  })
  async projectTotal(
    @Root() pairing: PairingExtension,
    @Args(() => ProjectTotalWithParts) args: ProjectTotalWithParts,
    @Ctx() context: FinanceContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'Project of pairing',
      args,
      pairing.id,
      ofPairings(args.includeParts),
      projectAddition(args),
    );
  }

  @FieldResolver(() => Total, {
    nullable: true,
    description: 'Goods sold with the help of this pairing, added up, in yuan; what guests spend is left out.',
  })
  async saleTotal(
    @Root() pairing: PairingExtension,
    @Args(() => SaleTotalWithParts) args: SaleTotalWithParts,
    @Ctx() context: FinanceContext,
  ): Promise<Total> {
    return totalFor(context, 'Sale of pairing', args, pairing.id, ofPairings(args.includeParts), saleAddition(args));
  }

  @Directive('@requires(fields: "peoplePlaced")')
  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'Fiscal money of all time for each person whom this pairing brought into stable work, in yuan to the fen: the value of `fundTotal` by that of `placementTotal`, both as they stand by default. Null where one of them is unknown, an interval or zero: a ratio of bounds would be no number that a source supports.',
  })
  async fiscalYuanPerPlacement(
    @Root() { id, peoplePlaced }: PairingExtension,
    @Ctx() context: FinanceContext,
  ): Promise<number | null> {
    const args = new FundTotalWithParts();
    const { value } = await totalFor(context, 'Fund of pairing', args, id, ofPairings(false), fundAddition(args));
    return value === null || peoplePlaced == null || peoplePlaced === 0
      ? null
      : Math.round((value / peoplePlaced) * 100) / 100;
  }
}
