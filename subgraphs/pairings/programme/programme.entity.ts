import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@Entity({ tableName: 'programme' })
@ObjectType({ description: 'A programme under which regions are paired.' })
export class Programme {
  @Field(() => ID, { description: 'Stable and opaque.' })
  @PrimaryKey({ type: 'string' })
  id!: string;

  @Property({ type: 'string' })
  dataset!: string;

  @Field(() => String, { description: 'Chinese name.' })
  @Property({ type: 'string' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Name in English; null where none is known.' })
  @Property({ type: 'string', nullable: true })
  nameEn!: string | null;
}
