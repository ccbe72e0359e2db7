import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { checkDay } from '../../../platform/scalars.js';
import { listSize, type List } from '../../../vocabulary/record/connection.js';
import { PartialDate, partialDate } from '../../../vocabulary/figure/partial-date.js';
import { SourceRef } from '../../../vocabulary/figure/source-ref.js';
import type { PairingsContext } from '../context.js';
import { Programme } from '../programme/programme.entity.js';
import { holdsOn } from '../span.js';
import { PairingPeriod } from './pairing-period.entity.js';
import { Pairing, PairingConnection } from './pairing.entity.js';
import { PairingListArguments } from './pairing.inputs.js';
import { Side } from './side.js';

@Resolver(() => Pairing)
export class PairingResolver {
  @Query(() => Pairing, { nullable: true, description: 'The pairing with this id; null when there is none.' })
  async pairing(
    @Arg('id', () => ID, { description: 'Id of the pairing.' }) id: string,
    @Ctx() context: PairingsContext,
  ): Promise<Pairing | null> {
    return context.pairings.byId(id);
  }

  @Directive(listSize)
  @Query(() => PairingConnection, { nullable: true, description: 'Pairings, by id.' })
  pairings(
    @Args(() => PairingListArguments) args: PairingListArguments,
    @Ctx() context: PairingsContext,
  ): List<Pairing> {
    return context.pairings.ofAll(args);
  }

  @FieldResolver(() => Programme, { nullable: true, description: 'The programme it belongs to.' })
  async programme(@Root() pairing: Pairing, @Ctx() context: PairingsContext): Promise<Programme | null> {
    return context.programmes.byId(pairing.programmeId);
  }

  @FieldResolver(() => Side, { description: 'Who helps (帮扶方).' })
  donor(@Root() pairing: Pairing): Side {
    return { pairingId: pairing.id, role: 'DONOR' };
  }

  @FieldResolver(() => Side, { description: 'Who is helped (受帮扶方).' })
  recipient(@Root() pairing: Pairing): Side {
    return { pairingId: pairing.id, role: 'RECIPIENT' };
  }

  @FieldResolver(() => [PairingPeriod], {
    description: 'When it held and by which decision, the earliest first; empty where no source dates it.',
  })
  async periods(
    @Root() pairing: Pairing,
    @Arg('asOf', () => Date, {
      nullable: true,
      description: 'Only those that hold on this day; all when left out.',
    })
    asOf: string | null,
    @Ctx() context: PairingsContext,
  ): Promise<readonly PairingPeriod[]> {
    const day = asOf == null ? null : checkDay('asOf', asOf);
    const periods = await context.pairings.periods(pairing.id);
    return day === null ? periods : periods.filter((period) => holdsOn(period, day));
  }

  @FieldResolver(() => PartialDate, {
    nullable: true,
    description:
      'Since when it holds without a break: the beginning of the last run of periods of which each begins where one before it ends, or earlier. Null where no source dates one.',
  })
  async since(@Root() pairing: Pairing, @Ctx() context: PairingsContext): Promise<PartialDate | null> {
    const run = await context.pairings.lastRun(pairing.id);
    return run === null ? null : partialDate(run.first.fromDate, run.first.fromPrecision);
  }

  @FieldResolver(() => PartialDate, {
    nullable: true,
    description:
      'When the run of periods that began `since` ended, itself not included; null where no end is reported.',
  })
  async until(@Root() pairing: Pairing, @Ctx() context: PairingsContext): Promise<PartialDate | null> {
    const run = await context.pairings.lastRun(pairing.id);
    return run === null ? null : partialDate(run.last.toDate, run.last.toPrecision);
  }

  @FieldResolver(() => Pairing, {
    nullable: true,
    description: 'The pairing it is part of: a county’s inside its prefecture’s; null where there is none.',
  })
  async parent(@Root() pairing: Pairing, @Ctx() context: PairingsContext): Promise<Pairing | null> {
    return pairing.parentId === null ? null : context.pairings.byId(pairing.parentId);
  }

  @Directive(listSize)
  @FieldResolver(() => PairingConnection, {
    nullable: true,
    description: 'The pairings that are part of it: villages, schools, parks.',
  })
  parts(
    @Root() pairing: Pairing,
    @Args(() => PairingListArguments) args: PairingListArguments,
    @Ctx() context: PairingsContext,
  ): List<Pairing> {
    return context.pairings.parts(pairing.id, args);
  }

  @FieldResolver(() => [SourceRef], { description: 'Where the pairing is reported: at least one place.' })
  async sources(@Root() pairing: Pairing, @Ctx() context: PairingsContext): Promise<readonly SourceRef[]> {
    return context.sources.of(pairing.id);
  }
}
