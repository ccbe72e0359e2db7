import { rowsOf, type RequestScope } from '../../../platform/request-scope.js';
import { checkDay } from '../../../platform/scalars.js';
import type { Condition } from '../../../platform/sql.js';
import type { List } from '../../../vocabulary/record/connection.js';
import { ofParty, Repository } from '../../../vocabulary/record/repository.js';
import { lastRun } from '../span.js';
import { holdingOn } from './holding.js';
import type { PairingPeriod } from './pairing-period.entity.js';
import type { Pairing } from './pairing.entity.js';
import { pairingFilterFields, type PairingListArguments } from './pairing.inputs.js';
import type { CountedParties, Side } from './side.js';

export class PairingRepository extends Repository<Pairing> {
  constructor(scope: RequestScope) {
    super(scope, 'Pairing', 'pairing', pairingFilterFields);
  }

  /** All pairings that the arguments ask for. */
  ofAll(args: PairingListArguments): List<Pairing> {
    return this.list(args, holding(args));
  }

  /** The pairings in which a party stands on a side. */
  ofParty(
    role: Side['role'],
    kind: 'region' | 'organisation',
    party: string,
    args: PairingListArguments,
  ): List<Pairing> {
    return this.listOf(ofParty(role, kind), party, args, holding(args));
  }

  /** The pairings of a programme. */
  ofProgramme(programme: string, args: PairingListArguments): List<Pairing> {
    return this.listOf(
      { name: 'programme', link: 'pairing', parent: 'programmeId', child: 'id' },
      programme,
      args,
      holding(args),
    );
  }

  /** The pairings of which a document set a period. */
  ofBasis(document: string, args: PairingListArguments): List<Pairing> {
    return this.listOf(
      { name: 'basis', link: 'pairingPeriod', parent: 'basisId', child: 'pairingId' },
      document,
      args,
      holding(args),
    );
  }

  /** The pairings that a pairing is made of. */
  parts(pairing: string, args: PairingListArguments): List<Pairing> {
    return this.listOf(
      { name: 'parent', link: 'pairing', parent: 'parentId', child: 'id' },
      pairing,
      args,
      holding(args),
    );
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
