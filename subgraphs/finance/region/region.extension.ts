import { Args, Ctx, Directive, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/record/connection.js';
import { RegionFields } from '../../../vocabulary/party/party-ref.js';
import { ofParty } from '../../../vocabulary/record/repository.js';
import type { FinanceContext } from '../context.js';
import { FundConnection, type Fund } from '../fund/fund.entity.js';
import { FundListArguments } from '../fund/fund.inputs.js';
import { ProjectConnection, type Project } from '../project/project.entity.js';
import { ProjectListArguments } from '../project/project.inputs.js';
import { SaleConnection, type Sale } from '../sale/sale.entity.js';
import { SaleListArguments } from '../sale/sale.inputs.js';

@Directive('@key(fields: "id")')
@ObjectType('Region')
export class RegionExtension extends RegionFields {}

@Resolver(() => RegionExtension)
export class RegionExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => FundConnection, {
    nullable: true,
    description:
      'Money that this region itself receives; not that of the regions below it, which `funds(filter: {recipient: {within}})` has.',
  })
  fundsReceived(
    @Root() region: RegionExtension,
    @Args(() => FundListArguments) args: FundListArguments,
    @Ctx() { funds }: FinanceContext,
  ): List<Fund> {
    return funds.listOf(ofParty('RECIPIENT', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => FundConnection, {
    nullable: true,
    description: 'Money that this region itself gives or raises; not that of the regions below it.',
  })
  fundsGiven(
    @Root() region: RegionExtension,
    @Args(() => FundListArguments) args: FundListArguments,
    @Ctx() { funds }: FinanceContext,
  ): List<Fund> {
    return funds.listOf(ofParty('DONOR', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => ProjectConnection, {
    nullable: true,
    description:
      'Projects in this region itself; not in the regions below it, which `projects(filter: {place: {within}})` has.',
  })
  projects(
    @Root() region: RegionExtension,
    @Args(() => ProjectListArguments) args: ProjectListArguments,
    @Ctx() { projects }: FinanceContext,
  ): List<Project> {
    return projects.listOf(ofParty('PLACE', 'region'), region.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => SaleConnection, {
    nullable: true,
    description: 'What producers and hosts of this region itself sold; not those of the regions below it.',
  })
  sales(
    @Root() region: RegionExtension,
    @Args(() => SaleListArguments) args: SaleListArguments,
    @Ctx() { sales }: FinanceContext,
  ): List<Sale> {
    return sales.listOf(ofParty('ORIGIN', 'region'), region.id, args);
  }
}
