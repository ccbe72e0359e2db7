import { Args, Ctx, Directive, Field, FieldResolver, Float, ID, ObjectType, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/record/connection.js';
import { ofPairing } from '../../../vocabulary/record/repository.js';
import type { FinanceContext } from '../context.js';
import { FundConnection, type Fund } from '../fund/fund.entity.js';
import { FundListArguments } from '../fund/fund.inputs.js';
import { ProjectConnection, type Project } from '../project/project.entity.js';
import { ProjectListArguments } from '../project/project.inputs.js';
import { SaleConnection, type Sale } from '../sale/sale.entity.js';
import { SaleListArguments } from '../sale/sale.inputs.js';

@Directive('@key(fields: "id")')
@ObjectType('Pairing')
export class PairingExtension {
  @Field(() => ID)
  id!: string;

  @Directive('@external')
  @Field(() => Float, { nullable: true })
  readonly peoplePlaced?: number | null;
}

@Resolver(() => PairingExtension)
export class PairingExtensionResolver {
  @Directive(listSize)
  @FieldResolver(() => FundConnection, {
    nullable: true,
    description: 'Money of this pairing; not that of the pairings it is made of.',
  })
  funds(
    @Root() pairing: PairingExtension,
    @Args(() => FundListArguments) args: FundListArguments,
    @Ctx() { funds }: FinanceContext,
  ): List<Fund> {
    return funds.listOf(ofPairing, pairing.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => ProjectConnection, {
    nullable: true,
    description: 'Projects of this pairing, and counts of them; not those of the pairings it is made of.',
  })
  projects(
    @Root() pairing: PairingExtension,
    @Args(() => ProjectListArguments) args: ProjectListArguments,
    @Ctx() { projects }: FinanceContext,
  ): List<Project> {
    return projects.listOf(ofPairing, pairing.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => SaleConnection, {
    nullable: true,
    description: 'What the donor side buys or helps to sell in this pairing; not in those it is made of.',
  })
  sales(
    @Root() pairing: PairingExtension,
    @Args(() => SaleListArguments) args: SaleListArguments,
    @Ctx() { sales }: FinanceContext,
  ): List<Sale> {
    return sales.listOf(ofPairing, pairing.id, args);
  }
}
