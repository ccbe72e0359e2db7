import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../described-enum.js';

export const ImportKind = describedEnum('ImportKind', 'What was done with a data set.', {
  IMPORT: ['import', '导入', 'It was loaded, in place of what it was before (导入).'],
  REMOVAL: ['removal', '删除', 'It was removed (删除).'],
  UNDO: ['undo', '撤销', 'It was put back to what it was before (撤销).'],
});
export type ImportKind = EnumValue<typeof ImportKind>;

/** A change of a data set that a user loaded; those that ship are none. */
@Entity({ tableName: 'import' })
@ObjectType('Import', {
  description:
    'A change of a data set by an import, a removal or an undo. Data sets that ship with the graph are none.',
})
export class ImportEntry {
  @Field(() => ID, { description: 'Stable and opaque. Later ones come after earlier ones.' })
  @PrimaryKey({ type: 'string' })
  id!: string;

  @Field(() => String, { description: 'Id of the data set.' })
  @Property({ type: 'string' })
  dataset!: string;

  @Field(() => String, { description: 'Title of the data set.' })
  @Property({ type: 'string' })
  title!: string;

  /** Who might see the data set then: `visibilityText` of the roles. */
  @Property({ type: 'string', default: '' })
  visibility!: string;

  @Field(() => ImportKind, { description: 'What was done with it.' })
  @Property({ type: 'string' })
  kind!: ImportKind;

  @Field(() => String, { description: 'When, in UTC: 2026-11-26T09:30:00Z.' })
  @Property({ type: 'string' })
  at!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the key by which it was done; null where the key has none, and for the command.',
  })
  @Property({ type: 'string', nullable: true })
  by!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the files that were loaded, in hexadecimal digits; null for a removal.',
  })
  @Property({ type: 'string', nullable: true })
  digest!: string | null;

  @Field(() => Int, { description: 'How many rows its tables have since then.' })
  @Property({ type: 'integer' })
  rows!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of them were not there before; null where that is not known.',
  })
  @Property({ type: 'integer', nullable: true })
  added!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many of them were otherwise before; null where that is not known.',
  })
  @Property({ type: 'integer', nullable: true })
  changed!: number | null;

  @Field(() => Int, { nullable: true, description: 'How many rows were taken away; null where that is not known.' })
  @Property({ type: 'integer', nullable: true })
  removed!: number | null;
}

/** The files of a data set as it is and as it was before its last change. */
@Entity({ tableName: 'import_files' })
export class ImportFiles {
  /** The data set, a slash, and NOW or BEFORE: no id has a slash. */
  @PrimaryKey({ type: 'string' }) id!: string;
  @Property({ type: 'string' }) dataset!: string;
  /** Where they were read. */
  @Property({ type: 'string' }) path!: string;
  /** The files as compressed JSON in base64; null where the data set was not there. */
  @Property({ type: 'string', nullable: true }) files!: string | null;
}
