import { rowsOf, type RequestScope } from '../../../platform/request-scope.js';
import { checkDay } from '../../../platform/scalars.js';
import type { Condition } from '../../../platform/sql.js';
import { countedOf, type CountedParties } from '../../../vocabulary/party/counted-parties.js';
import type { List } from '../../../vocabulary/record/connection.js';
import type { ListBelonging } from '../../../vocabulary/record/belonging.js';
import { Repository } from '../../../vocabulary/record/repository.js';
import { lastRun } from '../span.js';
import { holdingOn } from './holding.js';
import { ofPartialRound, ofRound } from '../round/listing-of.js';
import { mergedPeriods, type MergedPeriod } from './merged-period.js';
import type { PairingPeriod } from './pairing-period.entity.js';
import type { Pairing } from './pairing.entity.js';
import { PairingList, type More } from './pairing-connection.js';
import { pairingType, type PairingListArguments } from './pairing.type.js';
import type { Side } from './side.js';

export class PairingRepository extends Repository<Pairing> {
  constructor(scope: RequestScope) {
    super(scope, pairingType);
  }

  override list(args: PairingListArguments): PairingList {
    const listed = (more: More): List<Pairing> => super.list(args, conditions(args, more));
    return new PairingList(listed(null), listed);
  }

  override listOf(belonging: ListBelonging, owner: string, args: PairingListArguments): PairingList {
    const listed = (more: More): List<Pairing> =>
      super.listOf(belonging, owner, Object.assign({}, args, { more }), conditions(args, more));
    return new PairingList(listed(null), listed);
  }

  /** The periods of a pairing, the earliest first, one without a date before it. */
  async periods(pairing: string): Promise<readonly MergedPeriod[]> {
    return mergedPeriods(await rowsOf<PairingPeriod>(this.scope, 'pairingPeriod', 'pairingId', pairing, 'id'));
  }

  /** The day on which the first period of a pairing began; null where no source dates one. */
  async firstDay(pairing: string): Promise<string | null> {
    const periods = await this.periods(pairing);
    return periods.find(({ fromDate }) => fromDate !== null)?.fromDate ?? null;
  }

  /** The last unbroken run of a pairing's periods: the period that opens it and the one that closes it. */
  async lastRun(pairing: string): Promise<ReturnType<typeof lastRun<MergedPeriod>>> {
    return lastRun(await this.periods(pairing));
  }

  /** All pairings that hold on a day and meet a filter, by id. */
  async holdingOn(day: string, args: Pick<PairingListArguments, 'filter'>): Promise<readonly Pairing[]> {
    return this.all(args, [holdingOn(day)]);
  }

  /** The parties of a side that are only counted. */
  async counted({ pairingId, role }: Side): Promise<readonly CountedParties[]> {
    return countedOf(this.scope, pairingId, role);
  }
}

/** The conditions that `asOf` sets, and those of a part of the list. */
function conditions({ asOf }: PairingListArguments, more: More): Condition[] {
  const day = asOf == null ? null : checkDay('asOf', asOf);
  return [
    ...(day === null ? [] : [holdingOn(day)]),
    ...(more === null ? [] : [more === 'PARTIAL' ? ofPartialRound(day) : ofRound(day)]),
  ];
}
