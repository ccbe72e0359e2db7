import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { Party, type PartyReference } from '../../../vocabulary/party.js';
import { partsIn } from '../../../vocabulary/repository.js';
import { listKey, Term } from '../../../vocabulary/term.js';
import type { FinanceContext } from '../context.js';
import { OrganisationExtension } from '../organisation/organisation.extension.js';
import { PairingExtension } from '../pairing/pairing.extension.js';
import { Sale, SaleConnection } from './sale.entity.js';
import { SaleListArguments } from './sale.inputs.js';

@Resolver(() => Sale)
export class SaleResolver {
  @Query(() => Sale, { nullable: true, description: 'The sale with this id; null when there is none.' })
  async sale(
    @Arg('id', () => ID, { description: 'Id of the sale.' }) id: string,
    @Ctx() { sales }: FinanceContext,
  ): Promise<Sale | null> {
    return sales.byId(id);
  }

  @Directive(listSize)
  @Query(() => SaleConnection, { nullable: true, description: 'Sales, by id.' })
  sales(@Args(() => SaleListArguments) args: SaleListArguments, @Ctx() { sales }: FinanceContext): List<Sale> {
    return sales.list(args);
  }

  @FieldResolver(() => Party, {
    nullable: true,
    description: 'Whose producers or hosts earn by it; null where the source names nobody, or several.',
  })
  async seller(@Root() sale: Sale, @Ctx() { parties }: FinanceContext): Promise<PartyReference | null> {
    return parties.onlyOne(sale.id, 'ORIGIN');
  }

  @FieldResolver(() => [Party], {
    nullable: true,
    description: 'Who buys or helps to sell; empty where the source does not say.',
  })
  async buyers(@Root() sale: Sale, @Ctx() { parties }: FinanceContext): Promise<readonly PartyReference[]> {
    return parties.of(sale.id, 'DESTINATION');
  }

  @FieldResolver(() => [OrganisationExtension], {
    nullable: true,
    description: 'The platforms that it runs over; empty where the source names none.',
  })
  async platforms(@Root() sale: Sale, @Ctx() { parties }: FinanceContext): Promise<readonly PartyReference[]> {
    return parties.of(sale.id, 'PROVIDER');
  }

  @FieldResolver(() => [Term], { description: 'The ways of selling; empty where the source names none.' })
  async channels(@Root() sale: Sale, @Ctx() { terms }: FinanceContext): Promise<readonly Term[]> {
    return terms.of(listKey(sale.id, 'channels'));
  }

  @FieldResolver(() => [Term], { description: 'The goods that the source names; empty where it names none.' })
  async products(@Root() sale: Sale, @Ctx() { terms }: FinanceContext): Promise<readonly Term[]> {
    return terms.of(listKey(sale.id, 'products'));
  }

  @FieldResolver(() => [Term], {
    description: 'The links of the chain from grower to buyer, in order; empty where the source names none.',
  })
  async supplyChain(@Root() sale: Sale, @Ctx() { terms }: FinanceContext): Promise<readonly Term[]> {
    return terms.of(listKey(sale.id, 'supplyChain'));
  }

  @FieldResolver(() => [PairingExtension], {
    nullable: true,
    description: 'The pairings it belongs to; several where the source reports one number for them.',
  })
  async pairings(@Root() sale: Sale, @Ctx() { recordPairings }: FinanceContext): Promise<readonly { id: string }[]> {
    return recordPairings.of(sale.id);
  }

  @FieldResolver(() => Sale, {
    nullable: true,
    description: 'The sale that this one is a part of, so that it is not added twice; null where it stands alone.',
  })
  async includedIn(@Root() sale: Sale, @Ctx() { sales }: FinanceContext): Promise<Sale | null> {
    return sale.includedInId === null ? null : sales.byId(sale.includedInId);
  }

  @Directive(listSize)
  @FieldResolver(() => SaleConnection, {
    nullable: true,
    description: 'Sales that are a part of this one: those of one product, or by one channel.',
  })
  parts(
    @Root() sale: Sale,
    @Args(() => SaleListArguments) args: SaleListArguments,
    @Ctx() { sales }: FinanceContext,
  ): List<Sale> {
    return sales.listOf(partsIn('sale'), sale.id, args);
  }
}
