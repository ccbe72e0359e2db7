import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../platform/described-enum.js';
import type { DatePrecision } from '../figure/partial-date.js';

export const DocumentKind = describedEnum('DocumentKind', 'What kind of document it is.', {
  ARTICLE: ['article', '文章', 'A published article that facts are taken from (文章).'],
  REGISTER: ['register of regions', '区划代码', 'A register of regions and their codes (区划代码).'],
  YEARBOOK: ['yearbook', '年鉴', 'A yearbook, or a chapter of one (年鉴).'],
  STATISTICS: ['statistics', '统计资料', 'A statistical table or bulletin (统计资料, 统计公报).'],
  RELEASE: [
    'official release',
    '官方发布',
    'What a government or one of its bodies published: a page, a release, a white paper (官方发布, 白皮书).',
  ],
  NEWS: ['news', '新闻', 'A report of a newspaper, an agency or a broadcaster (新闻报道).'],
  POLICY: ['policy document', '政策文件', 'A document of the Party or the State that pairings rest on (政策文件).'],
});
export type DocumentKind = EnumValue<typeof DocumentKind>;

/** The fields of Document that every subgraph answers by itself: a source costs no further hop. */
@Entity({ abstract: true })
@ObjectType('DocumentFields')
export abstract class DocumentFields {
  @Field(() => ID, { description: 'Stable and opaque.' })
  @PrimaryKey({ type: 'string' })
  id!: string;

  @Directive('@shareable')
  @Field(() => DocumentKind, { description: 'What kind of document it is.' })
  @Property({ type: 'string' })
  kind!: DocumentKind;

  @Directive('@shareable')
  @Field(() => String, {
    description: 'Title as printed, in Chinese where it is; what the document is where no title is known.',
  })
  @Property({ type: 'string' })
  title!: string;

  @Directive('@shareable')
  @Field(() => String, {
    nullable: true,
    description: 'What the title says, in English; null where it is not translated.',
  })
  @Property({ type: 'string', nullable: true })
  titleEn!: string | null;

  @Directive('@shareable')
  @Field(() => String, {
    nullable: true,
    description:
      'Number of a policy document (文号), such as 国办发〔2013〕11号; null where it has none or none is known.',
  })
  @Property({ type: 'string', nullable: true })
  number!: string | null;

  @Directive('@shareable')
  @Field(() => String, {
    nullable: true,
    description: 'Issue of a periodical, such as 2019-2; null for other documents.',
  })
  @Property({ type: 'string', nullable: true })
  issue!: string | null;

  @Directive('@shareable')
  @Field(() => String, {
    nullable: true,
    description: 'Where it can be read: an http or https address; null where none is known.',
  })
  @Property({ type: 'string', nullable: true })
  url!: string | null;

  @Property({ type: 'date', nullable: true }) publishedDate!: string | null;
  @Property({ type: 'string', nullable: true }) publishedPrecision!: DatePrecision | null;
}

/** What every subgraph of records knows of every document. */
@Entity({ tableName: 'document_ref' })
export class DocumentRefEntity extends DocumentFields {
  @Property({ type: 'string' }) dataset!: string;

  /** Its publishers in order, as JSON: a list of `PartyReference`. */
  @Property({ type: 'string' }) publishers!: string;
}

/** A document as a subgraph sees it that does not own documents: what it lacks, it finds at the owner by the id. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Document', { description: 'A document that facts come from or that a programme rests on.' })
export class DocumentStub extends DocumentFields {}
