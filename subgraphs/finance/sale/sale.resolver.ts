import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Party, type PartyReference } from '../../../vocabulary/party/party.js';
import { recordResolver } from '../../../vocabulary/record/record-resolver.js';
import { listKey, Term } from '../../../vocabulary/record/term.js';
import type { FinanceContext } from '../context.js';
import { OrganisationExtension } from '../organisation/organisation.extension.js';
import { Sale, SaleConnection } from './sale.entity.js';
import { SaleListArguments } from './sale.inputs.js';

/** The root fields of sales, and which is a part of which. */
export const SaleRecordResolver = recordResolver<Sale, FinanceContext>({
  type: Sale,
  connection: SaleConnection,
  listArguments: SaleListArguments,
  table: 'sale',
  one: 'sale',
  many: 'sales',
  words: ['sale', 'sales'],
  repository: ({ sales }) => sales,
});

@Resolver(() => Sale)
export class SaleResolver {
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
}
