import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { checkDay } from '../../../platform/scalars.js';
import { listSize, type List } from '../../../vocabulary/record/connection.js';
import { Figure } from '../../../vocabulary/figure/figure.js';
import { PartialDate, partialDate } from '../../../vocabulary/figure/partial-date.js';
import { fieldsOf, list, one, sources, toOwnerIn, toPairing, total } from '../../../vocabulary/fields.js';
import type { PairingsContext } from '../context.js';
import { coverage } from '../coverage/coverage.record.js';
import { exchange } from '../exchange/exchange.record.js';
import { outcome } from '../outcome/outcome.record.js';
import { programmeType } from '../programme/programme.type.js';
import { provision } from '../provision/provision.record.js';
import { periodHoldsOn, type MergedPeriod } from './merged-period.js';
import { PairingPeriod } from './pairing-period.entity.js';
import { Pairing } from './pairing.entity.js';
import { pairingList } from './pairing-list.js';
import { PairingListArguments, pairingType } from './pairing.type.js';
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
  @Query(() => pairingType.connection, { nullable: true, description: 'Pairings, by id.' })
  pairings(
    @Args(() => PairingListArguments) args: PairingListArguments,
    @Ctx() context: PairingsContext,
  ): List<Pairing> {
    return context.pairings.list(args);
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
  ): Promise<readonly MergedPeriod[]> {
    const day = asOf == null ? null : checkDay('asOf', asOf);
    const periods = await context.pairings.periods(pairing.id);
    return day === null ? periods : periods.filter((period) => periodHoldsOn(period, day));
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

  @FieldResolver(() => Figure, {
    nullable: true,
    description: 'Always null: what a pairing counts, its parties, stands on its sides.',
  })
  figure(): Figure | null {
    return null;
  }
}

export const pairingFields = fieldsOf(Pairing, {
  programme: one(programmeType, 'programmeId', 'The programme it belongs to.'),
  parent: one(
    pairingType,
    'parentId',
    'The pairing it is part of: a county’s inside its prefecture’s; null where there is none.',
  ),
  parts: pairingList(toOwnerIn('pairing', 'parentId'), 'The pairings that are part of it: villages, schools, parks.'),
  sources: sources('Where the pairing is reported: at least one place.'),
  provisions: list(
    provision,
    toPairing,
    'What was agreed or set up for this pairing; not for the pairings it is made of.',
  ),
  exchanges: list(exchange, toPairing, 'Visits, meetings and events of this pairing; not of those it is made of.'),
  exchangeTotal: total(
    exchange,
    toPairing,
    'Visits, meetings or person-times of delegations in this pairing, added up.',
  ),
  coverage: list(coverage, toPairing, 'How many pairings are below this one, as sources count them.'),
  coverageTotal: total(coverage, toPairing, 'Pairings of one level below this one, as sources count them, added up.'),
  outcomes: list(outcome, toPairing, 'What a source ascribes to this pairing, or sets as its target.'),
});
