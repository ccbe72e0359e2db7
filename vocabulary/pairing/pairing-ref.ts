import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

import { rowsOf, type RequestScope } from '../../platform/request-scope.js';
import type { Identified } from '../../platform/page.js';

/** What every subgraph knows of every pairing. `donor` and `recipient` are set where one region stands on that side. */
@Entity({ tableName: 'pairing_ref' })
export class PairingRefEntity {
  @PrimaryKey({ type: 'string' }) id!: string;
  @Property({ type: 'string' }) dataset!: string;
  @Property({ type: 'string', index: true }) programme!: string;
  @Property({ type: 'string' }) level!: string;
  @Property({ type: 'string', nullable: true, index: true }) parent!: string | null;
  @Property({ type: 'string', nullable: true, index: true }) grandparent!: string | null;
  @Property({ type: 'string', nullable: true, index: true }) greatGrandparent!: string | null;
  @Property({ type: 'string', nullable: true }) donor!: string | null;
  @Property({ type: 'string', nullable: true }) recipient!: string | null;
}

/**
 * Who stands on the sides of pairings, as every subgraph knows it: a region, a body, or parties that are only counted, of
 * which `region` is the one they are in.
 */
@Entity({ tableName: 'pairing_side' })
export class PairingSideEntity {
  @PrimaryKey({ type: 'string' }) pairing!: string;
  @PrimaryKey({ type: 'string' }) role!: SideRole;
  @PrimaryKey({ type: 'integer' }) place!: number;
  @Property({ type: 'string' }) dataset!: string;
  @Property({ type: 'string', nullable: true, index: true }) region!: string | null;
  @Property({ type: 'string', nullable: true, index: true }) organisation!: string | null;
}

/** Which side of a pairing. */
export type SideRole = 'DONOR' | 'RECIPIENT';

/** The columns that name the pairings above one, the nearest first: a village's, a county's, a prefecture's, a province's. */
export const pairingLevels = ['parent', 'grandparent', 'greatGrandparent'] as const;

/** Which pairings a record of this subgraph belongs to; some belong to several. */
@Entity({ tableName: 'record_pairing' })
export class RecordPairingEntity {
  @PrimaryKey({ type: 'string' }) record!: string;
  @PrimaryKey({ type: 'string', index: true }) pairing!: string;
  @Property({ type: 'string' }) dataset!: string;
}

/** Reads which pairings records belong to. */
export class RecordPairingRepository {
  constructor(private readonly scope: RequestScope) {}

  /** The pairings of a record, as references. */
  async of(record: string): Promise<readonly Identified[]> {
    const rows = await rowsOf<RecordPairingEntity>(this.scope, 'recordPairing', 'record', record, 'pairing');
    return rows.map(({ pairing }) => ({ id: pairing }));
  }
}
