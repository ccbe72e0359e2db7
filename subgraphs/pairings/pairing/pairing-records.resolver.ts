import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/record/connection.js';
import { Figure } from '../../../vocabulary/figure/figure.js';
import { ofPairing } from '../../../vocabulary/record/repository.js';
import type { PairingsContext } from '../context.js';
import { Discrepancy } from '../discrepancy/discrepancy.entity.js';
import { ExchangeConnection, type Exchange } from '../exchange/exchange.entity.js';
import { ExchangeListArguments } from '../exchange/exchange.inputs.js';
import { OutcomeConnection, type Outcome } from '../outcome/outcome.entity.js';
import { OutcomeListArguments } from '../outcome/outcome.inputs.js';
import { ProvisionConnection, type Provision } from '../provision/provision.entity.js';
import { ProvisionListArguments } from '../provision/provision.inputs.js';
import { Pairing } from './pairing.entity.js';

/** What is recorded of a pairing. */
@Resolver(() => Pairing)
export class PairingRecordsResolver {
  @FieldResolver(() => Figure, {
    nullable: true,
    description: 'Always null: what a pairing counts, its parties, stands on its sides.',
  })
  figure(): Figure | null {
    return null;
  }

  @Directive(listSize)
  @FieldResolver(() => ProvisionConnection, {
    nullable: true,
    description: 'What was agreed or set up for this pairing; not for the pairings it is made of.',
  })
  provisions(
    @Root() pairing: Pairing,
    @Args(() => ProvisionListArguments) args: ProvisionListArguments,
    @Ctx() { provisions }: PairingsContext,
  ): List<Provision> {
    return provisions.listOf(ofPairing, pairing.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => ExchangeConnection, {
    nullable: true,
    description: 'Visits, meetings and events of this pairing; not of those it is made of.',
  })
  exchanges(
    @Root() pairing: Pairing,
    @Args(() => ExchangeListArguments) args: ExchangeListArguments,
    @Ctx() { exchanges }: PairingsContext,
  ): List<Exchange> {
    return exchanges.listOf(ofPairing, pairing.id, args);
  }

  @Directive(listSize)
  @FieldResolver(() => OutcomeConnection, {
    nullable: true,
    description: 'What a source ascribes to this pairing, or sets as its target.',
  })
  outcomes(
    @Root() pairing: Pairing,
    @Args(() => OutcomeListArguments) args: OutcomeListArguments,
    @Ctx() { outcomes }: PairingsContext,
  ): List<Outcome> {
    return outcomes.listOf(ofPairing, pairing.id, args);
  }

  @FieldResolver(() => [Discrepancy], {
    nullable: true,
    description: 'Discrepancies that concern this pairing, or that it is a side of; empty where none is known.',
  })
  async discrepancies(
    @Root() pairing: Pairing,
    @Ctx() { discrepancies }: PairingsContext,
  ): Promise<readonly Discrepancy[]> {
    return discrepancies.concerning(pairing.id);
  }
}
