import { ObjectType } from 'type-graphql';

/** A pairing, where a shared type names one. */
@ObjectType('PairingStub')
export abstract class PairingStub {
  readonly id!: string;
}

/** A programme, where a shared type names one. */
@ObjectType('ProgrammeStub')
export abstract class ProgrammeStub {
  readonly id!: string;
}

/** A region, where a shared type names one. */
@ObjectType('RegionStub')
export abstract class RegionStub {
  readonly id!: string;
}
