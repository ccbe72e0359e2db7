import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root, type ClassType } from 'type-graphql';

import type { Identified } from '../../../platform/page.js';
import { listSize, type List } from '../../../vocabulary/record/connection.js';
import { Reported } from '../../../vocabulary/record/reported.js';
import { SourceRef } from '../../../vocabulary/figure/source-ref.js';
import type { PairingsContext } from '../context.js';
import { Exchange } from '../exchange/exchange.entity.js';
import { Outcome } from '../outcome/outcome.entity.js';
import { Pairing } from '../pairing/pairing.entity.js';
import { Provision } from '../provision/provision.entity.js';
import { Region } from '../region/region.entity.js';
import { Discrepancy, DiscrepancyConnection, type DiscrepancyRecord } from './discrepancy.entity.js';
import { DiscrepancyListArguments } from './discrepancy.inputs.js';
import { ownRecords, recordStubs, type OwnRecord } from './record-types.js';

@Resolver(() => Discrepancy)
export class DiscrepancyResolver {
  @Query(() => Discrepancy, { nullable: true, description: 'The discrepancy with this id; null when there is none.' })
  async discrepancy(
    @Arg('id', () => ID, { description: 'Id of the discrepancy.' }) id: string,
    @Ctx() { discrepancies }: PairingsContext,
  ): Promise<Discrepancy | null> {
    return discrepancies.byId(id);
  }

  @Directive(listSize)
  @Query(() => DiscrepancyConnection, { nullable: true, description: 'Discrepancies, by id.' })
  discrepancies(
    @Args(() => DiscrepancyListArguments) args: DiscrepancyListArguments,
    @Ctx() { discrepancies }: PairingsContext,
  ): List<Discrepancy> {
    return discrepancies.list(args);
  }

  @FieldResolver(() => [Reported], {
    nullable: true,
    description:
      'The records that do not fit together, in the order printed; empty where it is about a text as a whole.',
  })
  async between(@Root() discrepancy: Discrepancy, @Ctx() context: PairingsContext): Promise<readonly object[]> {
    const sides = await context.discrepancies.between(discrepancy.id);
    return Promise.all(sides.map((side) => recordOf(side, context)));
  }

  @FieldResolver(() => Region, {
    nullable: true,
    description: 'The region it concerns; null where it concerns several, or a text.',
  })
  async region(@Root() discrepancy: Discrepancy, @Ctx() { regions }: PairingsContext): Promise<Region | null> {
    return discrepancy.regionId === null ? null : regions.byId(discrepancy.regionId);
  }

  @FieldResolver(() => [Pairing], { description: 'The pairings it concerns; empty where it concerns none.' })
  async pairings(
    @Root() discrepancy: Discrepancy,
    @Ctx() { recordPairings }: PairingsContext,
  ): Promise<readonly Identified[]> {
    return recordPairings.of(discrepancy.id);
  }

  @FieldResolver(() => [SourceRef], { description: 'Where the reports are printed: at least one place.' })
  async sources(@Root() discrepancy: Discrepancy, @Ctx() { sources }: PairingsContext): Promise<readonly SourceRef[]> {
    return sources.of(discrepancy.id);
  }
}

/** A record as its row where this subgraph owns it, else as a reference. */
async function recordOf({ type, record }: DiscrepancyRecord, context: PairingsContext): Promise<object> {
  const rows: Readonly<Record<OwnRecord, { byId(id: string): Promise<object | null> }>> = {
    Pairing: context.pairings,
    Provision: context.provisions,
    Exchange: context.exchanges,
    Outcome: context.outcomes,
  };
  const row = type in ownRecords ? await rows[type as OwnRecord].byId(record) : null;
  return { ...row, id: record, __typename: type };
}

/** The field that leads from a record to the discrepancies it is a side of. */
function discrepanciesOf(type: string, record: ClassType): ClassType {
  @Resolver(() => record)
  class RecordDiscrepanciesResolver {
    @FieldResolver(() => [Discrepancy], {
      nullable: true,
      description: 'Discrepancies that this record is a side of; empty where none is known.',
    })
    async discrepancies(
      @Root() { id }: { readonly id: string },
      @Ctx() { discrepancies }: PairingsContext,
    ): Promise<readonly Discrepancy[]> {
      return discrepancies.ofRecord(type, id);
    }
  }
  return RecordDiscrepanciesResolver;
}

/** The field `discrepancies` of every type of record but Pairing. */
export const recordDiscrepanciesResolvers = Object.entries({ Provision, Exchange, Outcome, ...recordStubs }).map(
  ([type, record]) => discrepanciesOf(type, record),
);
