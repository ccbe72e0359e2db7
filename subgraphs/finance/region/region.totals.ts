import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { ofRegions } from '../../../vocabulary/total/members.js';
import { totalFor } from '../../../vocabulary/total/total.repository.js';
import { Total } from '../../../vocabulary/total/total.js';
import type { FinanceContext } from '../context.js';
import { fundAddition, FundTotalWithParts } from '../fund/fund.totals.js';
import { projectAddition, ProjectTotalWithParts } from '../project/project.totals.js';
import { saleAddition, SaleTotalWithParts } from '../sale/sale.totals.js';
import { RegionExtension } from './region.extension.js';

@Resolver(() => RegionExtension)
export class RegionTotalsResolver {
  @FieldResolver(() => Total, {
    nullable: true,
    description: 'Money of one kind that this region receives, added up, in yuan.',
  })
  async fundsReceivedTotal(
    @Root() region: RegionExtension,
    @Args(() => FundTotalWithParts) args: FundTotalWithParts,
    @Ctx() context: FinanceContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'Fund received by region',
      args,
      region.id,
      ofRegions('RECIPIENT', args.includeParts),
      fundAddition(args),
    );
  }

  @FieldResolver(() => Total, {
    nullable: true,
    description: 'Money of one kind that this region gives, added up, in yuan.',
  })
  async fundsGivenTotal(
    @Root() region: RegionExtension,
    @Args(() => FundTotalWithParts) args: FundTotalWithParts,
    @Ctx() context: FinanceContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'Fund given by region',
      args,
      region.id,
      ofRegions('DONOR', args.includeParts),
      fundAddition(args),
    );
  }

  @FieldResolver(() => Total, {
    nullable: true,
    description:
      'Projects that sources count in this region, added up. Projects that they describe one by one have other units, and are left out.',
  })
  async projectTotal(
    @Root() region: RegionExtension,
    @Args(() => ProjectTotalWithParts) args: ProjectTotalWithParts,
    @Ctx() context: FinanceContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'Project in region',
      args,
      region.id,
      ofRegions('PLACE', args.includeParts),
      projectAddition(args),
    );
  }

  @FieldResolver(() => Total, {
    nullable: true,
    description: 'Goods that producers of this region sold, added up, in yuan; what guests spend is left out.',
  })
  async saleTotal(
    @Root() region: RegionExtension,
    @Args(() => SaleTotalWithParts) args: SaleTotalWithParts,
    @Ctx() context: FinanceContext,
  ): Promise<Total> {
    return totalFor(
      context,
      'Sale of region',
      args,
      region.id,
      ofRegions('ORIGIN', args.includeParts),
      saleAddition(args),
    );
  }
}
