import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, ObjectType } from 'type-graphql';

import { DocumentFields } from '../../../vocabulary/document/document.js';

@Directive('@key(fields: "id")')
@Entity({ tableName: 'document' })
@ObjectType('Document', { description: 'A document that facts come from or that a programme rests on.' })
export class Document extends DocumentFields {
  @Property({ type: 'string' })
  dataset!: string;
}
