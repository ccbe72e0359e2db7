import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

import type { Identified } from '../../platform/page.js';
import { rowsOf, type RequestScope } from '../../platform/request-scope.js';
import { stubOrOwned } from '../../platform/subgraph.js';
import { DocumentStub } from '../document/document.js';

@Directive('@shareable')
@ObjectType({ description: 'A place in a document.' })
export class SourceRef {
  @Field(stubOrOwned('Document', DocumentStub), {
    nullable: true,
    description:
      'The document, of which every subgraph knows the title, publishers, date and address; null only when it cannot be read.',
  })
  readonly document!: Identified | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Paragraph, counted from 1 over the lines that are not blank; null when the source is the document as a whole.',
  })
  readonly paragraph!: number | null;
}

/** The places that a record of this subgraph is printed at. */
@Entity({ tableName: 'source' })
export class SourceEntity {
  @PrimaryKey({ type: 'string' }) record!: string;
  @PrimaryKey({ type: 'integer' }) place!: number;
  @Property({ type: 'string' }) dataset!: string;
  @Property({ type: 'string' }) document!: string;
  @Property({ type: 'integer', nullable: true }) paragraph!: number | null;
}

/** Reads the sources of records. */
export class SourceRepository {
  constructor(private readonly scope: RequestScope) {}

  /** The sources of one record, in the order the data gives them. */
  async of(record: string): Promise<readonly SourceRef[]> {
    const rows = await rowsOf<SourceEntity>(this.scope, 'source', 'record', record, 'place');
    return rows.map(({ document, paragraph }) => ({ document: { id: document }, paragraph }));
  }
}
