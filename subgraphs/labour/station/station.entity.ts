import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';

export const StationKind = describedEnum('StationKind', 'What a labour station is there for.', {
  SERVICE: ['labour service station', '劳务协作服务站', 'It serves those who look for work (劳务协作服务站).'],
  LIAISON: ['labour liaison station', '劳务联络工作站', 'It keeps two regions in touch about work (劳务联络工作站).'],
});
export type StationKind = EnumValue<typeof StationKind>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'station' })
@ObjectType({
  description:
    'Labour stations of a pairing, one or several, as one source reports them. The figure counts them; null where the source does not.',
})
export class Station extends RecordFields {
  @Field(() => StationKind, { description: 'What it is there for.' })
  @Property({ type: 'string' })
  kind!: StationKind;

  @Property({ type: 'string', nullable: true, index: true }) organisationId!: string | null;
}
