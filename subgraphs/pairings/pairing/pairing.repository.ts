import { rowsOf, type RequestScope } from '../../../platform/request-scope.js';
import { checkDay } from '../../../platform/scalars.js';
import type { Condition } from '../../../platform/sql.js';
import type { List } from '../../../vocabulary/record/connection.js';
import type { ListBelonging } from '../../../vocabulary/record/belonging.js';
import { Repository } from '../../../vocabulary/record/repository.js';
import { lastRun } from '../span.js';
import { holdingOn } from './holding.js';
import type { PairingPeriod } from './pairing-period.entity.js';
import type { Pairing } from './pairing.entity.js';
import { pairingType, type PairingListArguments } from './pairing.type.js';
import type { CountedParties, Side } from './side.js';

export class PairingRepository extends Repository<Pairing> {
  constructor(scope: RequestScope) {
    super(scope, pairingType);
  }

  override list(args: PairingListArguments): List<Pairing> {
    return super.list(args, holding(args));
  }

  override listOf(belonging: ListBelonging, owner: string, args: PairingListArguments): List<Pairing> {
    return super.listOf(belonging, owner, args, holding(args));
  }

  /** The periods of a pairing, the earliest first, one without a date before it. */
  async periods(pairing: string): Promise<readonly PairingPeriod[]> {
    const rows = await rowsOf<PairingPeriod>(this.scope, 'pairingPeriod', 'pairingId', pairing, 'id');
    return rows.toSorted((one, other) => (one.fromDate ?? '').localeCompare(other.fromDate ?? ''));
  }

  /** The day on which the first period of a pairing began; null where no source dates one. */
  async firstDay(pairing: string): Promise<string | null> {
    const periods = await this.periods(pairing);
    return periods.find(({ fromDate }) => fromDate !== null)?.fromDate ?? null;
  }

  /** The last unbroken run of a pairing's periods: the period that opens it and the one that closes it. */
  async lastRun(pairing: string): Promise<ReturnType<typeof lastRun<PairingPeriod>>> {
    return lastRun(await this.periods(pairing));
  }

  /** All pairings that hold on a day and meet a filter, by id. */
  async holdingOn(day: string, args: Pick<PairingListArguments, 'filter'>): Promise<readonly Pairing[]> {
    return this.all(args, [holdingOn(day)]);
  }

  /** The parties of a side that are only counted. */
  async counted({ pairingId, role }: Side): Promise<readonly CountedParties[]> {
    const rows = await rowsOf<CountedParties>(this.scope, 'countedParties', 'pairingId', pairingId, 'place');
    return rows.filter((row) => row.role === role);
  }
}

/** The condition that `asOf` sets. */
function holding({ asOf }: PairingListArguments): Condition[] {
  return asOf == null ? [] : [holdingOn(checkDay('asOf', asOf))];
}
