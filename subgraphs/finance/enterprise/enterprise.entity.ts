import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';
import { Reported } from '../../../vocabulary/record/reported.js';

export const EnterpriseKind = describedEnum('EnterpriseKind', 'What firms do in a pairing.', {
  BROUGHT: ['brought to invest', '引导落地企业', 'They were brought to invest or settle there (引导落地投资企业).'],
  HELPING: ['helping', '参与帮扶企业', 'They help without settling there (参与帮扶企业).'],
});
export type EnterpriseKind = EnumValue<typeof EnterpriseKind>;

export const EnterpriseCount = describedEnum('EnterpriseCount', 'What a figure of firms counts.', {
  FIRMS: ['firms', '企业数', 'The firms (企业数).'],
  WORKERS: ['people employed', '吸纳就业人数', 'The people who work in them (吸纳就业人数).'],
});
export type EnterpriseCount = EnumValue<typeof EnterpriseCount>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'enterprise' })
@ObjectType({
  implements: Reported,
  description:
    'Firms in a pairing (企业), as one source reports them. What they invest is a fund of the kind INVESTMENT.',
})
export class Enterprise extends RecordFields {
  @Field(() => EnterpriseKind, { description: 'What they do.' })
  @Property({ type: 'string' })
  kind!: EnterpriseKind;

  @Field(() => EnterpriseCount, { description: 'What the figure counts.' })
  @Property({ type: 'string' })
  counts!: EnterpriseCount;

  @Field(() => String, {
    nullable: true,
    description: 'Which firms they are, in Chinese; null where they are only counted.',
  })
  @Property({ type: 'string', nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in English; null where they are only counted.' })
  @Property({ type: 'string', nullable: true })
  titleEn!: string | null;

  /** Id of the fund that is their investment. */
  @Property({ type: 'string', nullable: true })
  fundId!: string | null;
}
