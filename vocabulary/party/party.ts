import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, InterfaceType } from 'type-graphql';

import type { Identified } from '../../platform/page.js';
import { rowsOf, type RequestScope } from '../../platform/request-scope.js';

@Entity({ abstract: true })
@InterfaceType('Party', {
  description: 'Who helps, is helped, sends, receives or runs something: a region or an organisation.',
  autoRegisterImplementations: false,
  resolveType: (party: PartyReference) => party.__typename,
})
export abstract class Party {
  @Field(() => ID, { description: 'Stable and opaque.' })
  @PrimaryKey({ type: 'string' })
  id!: string;

  @Field(() => String, { description: 'Chinese name: today’s of a region, the source’s of an organisation.' })
  @Property({ type: 'string' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English or pinyin; null where none is known.' })
  @Property({ type: 'string', nullable: true })
  nameEn!: string | null;
}

/** A party as a reference between subgraphs. */
export interface PartyReference {
  readonly __typename: 'Region' | 'Organisation';
  readonly id: string;
}

/** What a party is to a record. */
export type PartyRole =
  | 'DONOR'
  | 'RECIPIENT'
  | 'ORIGIN'
  | 'DESTINATION'
  | 'PROVIDER'
  | 'HOST'
  | 'ISSUER'
  | 'PARTICIPANT'
  | 'PLACE'
  | 'BENEFICIARY';

/** The parties of the records of this subgraph: exactly one of `region` and `organisation` is set. */
@Entity({ tableName: 'party' })
export class PartyEntity {
  @PrimaryKey({ type: 'string' }) record!: string;
  @PrimaryKey({ type: 'string' }) role!: PartyRole;
  @PrimaryKey({ type: 'integer' }) place!: number;
  @Property({ type: 'string' }) dataset!: string;
  @Property({ type: 'string', nullable: true, index: true }) region!: string | null;
  @Property({ type: 'string', nullable: true, index: true }) organisation!: string | null;
}

/** Reads the parties of records. */
export class PartyRepository {
  constructor(private readonly scope: RequestScope) {}

  /** The parties that a record has in a role, in the order the data gives them. */
  async of(record: string, role: PartyRole): Promise<readonly PartyReference[]> {
    const rows = await rowsOf<PartyEntity>(this.scope, 'party', 'record', record, 'place');
    return rows
      .filter((row) => row.role === role)
      .map(({ region, organisation }) =>
        region === null ? { __typename: 'Organisation', id: organisation ?? '' } : { __typename: 'Region', id: region },
      );
  }

  /** The party that a record has in a role; null when it has none, or several. */
  async onlyOne(record: string, role: PartyRole): Promise<PartyReference | null> {
    const parties = await this.of(record, role);
    return parties.length === 1 ? (parties[0] ?? null) : null;
  }

  /** A region by its id. */
  async region(id: string): Promise<Identified | null> {
    return Promise.resolve({ id });
  }
}
