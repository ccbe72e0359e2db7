import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import { OrganisationKind } from '../../../vocabulary/party/organisation-kind.js';
import { OrganisationFields } from '../../../vocabulary/party/party-ref.js';

@Directive('@key(fields: "id")')
@Entity({ tableName: 'organisation' })
@ObjectType('Organisation', { description: 'A body that takes part: a department, a school, a firm, a team.' })
export class Organisation extends OrganisationFields {
  @Property({ type: 'string' })
  dataset!: string;

  @Field(() => OrganisationKind, { description: 'What kind of body it is.' })
  @Property({ type: 'string' })
  kind!: OrganisationKind;

  /** Id of the region it belongs to. */
  @Property({ type: 'string', nullable: true, index: true })
  regionId!: string | null;
}
