import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

import { rowsOf, type RequestScope } from '../../platform/request-scope.js';
import { PartyKind } from '../pairing/pairing-table.js';
import type { PartyRole } from './party.js';

/** Parties in a role of a record, or on a side of a pairing, that its source counts without naming them. */
@Directive('@shareable')
@Entity({ tableName: 'counted_parties' })
@ObjectType({ description: 'Parties that a source counts without naming them.' })
export class CountedParties {
  @PrimaryKey({ type: 'string' }) record!: string;
  @PrimaryKey({ type: 'string' }) role!: PartyRole;
  @PrimaryKey({ type: 'integer' }) place!: number;
  @Property({ type: 'string' }) dataset!: string;

  @Field(() => Int, { nullable: true, description: 'How many; null where the source gives no number.' })
  @Property({ type: 'integer', nullable: true })
  count!: number | null;

  @Field(() => PartyKind, { description: 'What they are.' })
  @Property({ type: 'string' })
  kind!: PartyKind;

  /** Id of the region they are in. */
  @Property({ type: 'string', nullable: true, index: true })
  regionId!: string | null;
}

/** The parties that a record has in a role, or a pairing on a side, and that are only counted. */
export async function countedOf(
  scope: RequestScope,
  record: string,
  role: PartyRole,
): Promise<readonly CountedParties[]> {
  const rows = await rowsOf<CountedParties>(scope, 'countedParties', 'record', record, 'place');
  return rows.filter((row) => row.role === role);
}

/** Parties as a cell counts them: `18 VILLAGE in 320582`. */
export interface CountedCell {
  readonly count: number | null;
  readonly kind: PartyKind;
  readonly region: string | null;
}

/** The rows of the parties that a record counts in a role. */
export const countedRows = (
  record: string,
  role: PartyRole,
  cells: readonly CountedCell[],
): Omit<CountedParties, 'dataset'>[] =>
  cells.map(({ region, ...counted }, place) => ({ record, role, place, ...counted, regionId: region }));
