import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The document of a source, as a subgraph sees it that does not own documents. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Document', { description: 'A document that facts come from or that a programme rests on.' })
export class DocumentStub {
  @Field(() => ID, { description: 'Stable and opaque.' })
  readonly id!: string;
}

/** A pairing, where a shared type names one. */
@ObjectType('PairingStub')
export abstract class PairingStub {
  readonly id!: string;
}

/** A region, where a shared type names one. */
@ObjectType('RegionStub')
export abstract class RegionStub {
  readonly id!: string;
}
