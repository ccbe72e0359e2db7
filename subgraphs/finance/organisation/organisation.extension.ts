import { Args, Ctx, Directive, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/record/connection.js';
import { OrganisationFields } from '../../../vocabulary/party/party-ref.js';
import { ofParty } from '../../../vocabulary/record/repository.js';
import type { FinanceContext } from '../context.js';
import { FundConnection, type Fund } from '../fund/fund.entity.js';
import { FundListArguments } from '../fund/fund.inputs.js';
import { ProjectConnection, type Project } from '../project/project.entity.js';
import { ProjectListArguments } from '../project/project.inputs.js';
import { SaleConnection, type Sale } from '../sale/sale.entity.js';
import { SaleListArguments } from '../sale/sale.inputs.js';

@Directive('@key(fields: "id")')
@ObjectType('Organisation')
export class OrganisationExtension extends OrganisationFields {}

@Resolver(() => OrganisationExtension)
export class OrganisationExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => FundConnection, { nullable: true, description: 'Money that this body gives or raises.' })
  fundsGiven(
    @Root() organisation: OrganisationExtension,
    @Args(() => FundListArguments) args: FundListArguments,
    @Ctx() { funds }: FinanceContext,
  ): List<Fund> {
    return funds.listOf(ofParty('DONOR', 'organisation'), organisation.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => ProjectConnection, {
    nullable: true,
    description: 'Projects that are for this body, such as the sports ground of a school.',
  })
  projectsBenefiting(
    @Root() organisation: OrganisationExtension,
    @Args(() => ProjectListArguments) args: ProjectListArguments,
    @Ctx() { projects }: FinanceContext,
  ): List<Project> {
    return projects.listOf(ofParty('BENEFICIARY', 'organisation'), organisation.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => SaleConnection, {
    nullable: true,
    description: 'Sales that run over this body, as a platform.',
  })
  salesVia(
    @Root() organisation: OrganisationExtension,
    @Args(() => SaleListArguments) args: SaleListArguments,
    @Ctx() { sales }: FinanceContext,
  ): List<Sale> {
    return sales.listOf(ofParty('PROVIDER', 'organisation'), organisation.id, args);
  }
}
