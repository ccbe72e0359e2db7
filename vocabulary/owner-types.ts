import { Directive, Field, ID, Int, ObjectType, type ClassType } from 'type-graphql';

import type { Identified } from '../platform/page.js';
import { pairingYearKey, type PairingYearKey } from './pairing/pairing-year.js';
import { OrganisationFields, RegionFields } from './party/party-ref.js';

/** The types of pairings that have records, as one subgraph sees them that does not own them. */
export interface OwnerTypes {
  readonly Pairing: ClassType<Identified>;
  readonly Region: ClassType<RegionFields>;
  readonly Organisation: ClassType<OrganisationFields>;
  readonly Programme: ClassType<Identified>;
  readonly PairingYear: ClassType<PairingYearKey>;
}

/** Makes those types for one subgraph: TypeGraphQL keeps what is said of a class for all schemas of a process. */
export function ownerTypes(): OwnerTypes {
  @Directive('@key(fields: "id")')
  @ObjectType('Pairing')
  class Pairing {
    @Field(() => ID)
    readonly id!: string;
  }

  @Directive('@key(fields: "id")')
  @ObjectType('Region')
  class Region extends RegionFields {}

  @Directive('@key(fields: "id")')
  @ObjectType('Organisation')
  class Organisation extends OrganisationFields {}

  @Directive('@key(fields: "id")')
  @ObjectType('Programme')
  class Programme {
    @Field(() => ID)
    readonly id!: string;
  }

  @Directive(pairingYearKey)
  @ObjectType('PairingYear')
  class PairingYear {
    @Field(() => ID, { nullable: true })
    readonly pairing!: string;

    @Field(() => Int, { nullable: true })
    readonly year!: number;
  }
  return { Pairing, Region, Organisation, Programme, PairingYear };
}
