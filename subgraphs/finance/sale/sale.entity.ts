import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';
import { Reported } from '../../../vocabulary/record/reported.js';

export const SaleKind = describedEnum('SaleKind', 'What is bought.', {
  GOODS: ['local goods', '农副产品', 'Goods of the region, mostly of its farms (农副产品).'],
  TRIP: ['trips', '疗休养', 'Trips to the region (疗休养): the travellers, or what they spend there.'],
});
export type SaleKind = EnumValue<typeof SaleKind>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'sale' })
@ObjectType({
  implements: Reported,
  description:
    'Consumption assistance (消费帮扶), as one source reports it: what the donor side buys or helps to sell. It is turnover and no aid money, so it is never added to funds.',
})
export class Sale extends RecordFields {
  @Field(() => SaleKind, { description: 'What is bought.' })
  @Property({ type: 'string' })
  kind!: SaleKind;

  @Field(() => String, {
    nullable: true,
    description: 'What it is, in a few words of English; null where its kind and its lists say it all.',
  })
  @Property({ type: 'string', nullable: true })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in Chinese; null where it is not given.' })
  @Property({ type: 'string', nullable: true })
  purposeZh!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'In how many groups the travellers came (批次); null where the source does not say.',
  })
  @Property({ type: 'integer', nullable: true })
  groups!: number | null;
}
