import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The document of a source, as a subgraph sees it that does not own documents. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Document', { description: 'A document that facts come from or that a programme rests on.' })
export class DocumentStub {
  @Field(() => ID, { description: 'Stable and opaque.' })
  readonly id!: string;
}
