import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';
import { Reported } from '../../../vocabulary/record/reported.js';

export const ProjectKind = describedEnum('ProjectKind', 'What sort of project it is.', {
  WATER: ['safe drinking water', '安全饮水', 'Safe drinking water (安全饮水).'],
  ROAD: ['roads', '道路', 'Roads (道路).'],
  INFRASTRUCTURE: ['infrastructure', '基础设施', 'Infrastructure of several sorts, or of a town (基础设施).'],
  EDUCATION: ['education', '教育', 'Schools and what belongs to them (教育).'],
  CULTURE: ['culture', '文化', 'Places and works of culture (文化).'],
  PUBLIC_SERVICE: ['public services', '公共服务', 'Service centres and the like (公共服务).'],
  HOUSING: ['housing', '民居、新村', 'Homes, courtyards and new villages (民居、新村).'],
  AGRICULTURE: ['farming', '种植、养殖', 'Growing and raising (种植、养殖).'],
  INDUSTRY: ['industry', '产业', 'Processing and other trades (产业).'],
  TRADE: ['trade', '展销', 'Places and means to sell goods (展销).'],
  TOURISM: ['tourism', '旅游', 'Tourism (旅游).'],
  PLANNING: ['planning', '规划', 'Plans and designs (规划).'],
  LIVELIHOOD: ['livelihood', '民生项目', 'What serves daily life, of several sorts (民生项目).'],
  POVERTY_RELIEF: ['poverty relief', '扶贫项目', 'Poverty relief that is not described further (扶贫项目).'],
});
export type ProjectKind = EnumValue<typeof ProjectKind>;

export const ProjectState = describedEnum('ProjectState', 'How far a project has come.', {
  PLANNED: ['not begun', '未启动', 'It has not begun (计划, 将).'],
  APPROVED: ['approved', '已获批', 'It is approved and not begun (获批, 立项).'],
  IN_PROGRESS: ['under way', '推进中', 'It is under way (在建, 推进).'],
  NEARLY_COMPLETE: ['almost finished', '即将完工', 'It is almost finished (即将完工).'],
  COMPLETED: ['finished', '已完工', 'It is finished (完工, 竣工).'],
  IN_USE: ['in use', '已投用', 'It is finished and used (投用, 投产).'],
});
export type ProjectState = EnumValue<typeof ProjectState>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'project' })
@ObjectType({
  implements: Reported,
  description:
    'A project, or a number of projects, as one source reports them. The figure is what the source leads with: the cost in yuan, what was built, how many it reaches, or how many projects there are.',
})
export class Project extends RecordFields {
  @Field(() => ProjectKind, {
    nullable: true,
    description: 'What sort of project it is; null where the source does not say, or counts projects of all sorts.',
  })
  @Property({ type: 'string', nullable: true })
  kind!: ProjectKind | null;

  @Field(() => ProjectState, {
    nullable: true,
    description: 'How far it had come when the source was written; null where the source does not say.',
  })
  @Property({ type: 'string', nullable: true })
  state!: ProjectState | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the project is called, in Chinese; null where it has no name of its own.',
  })
  @Property({ type: 'string', nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the project in English; null where it has none.' })
  @Property({ type: 'string', nullable: true })
  titleEn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is for or how it is done, in a few words of English; null where the name says it all.',
  })
  @Property({ type: 'string', nullable: true })
  purpose!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in Chinese; null where it is not given.' })
  @Property({ type: 'string', nullable: true })
  purposeZh!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many townships, towns and streets it reaches; null where the source does not say.',
  })
  @Property({ type: 'integer', nullable: true })
  townships!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many villages it reaches; null where the source does not say.',
  })
  @Property({ type: 'integer', nullable: true })
  villages!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many households it has reached; null where the source does not say, or only expects a number, which `figure` then has.',
  })
  @Property({ type: 'integer', nullable: true })
  households!: number | null;

  /** Id of the fund that pays for it. */
  @Property({ type: 'string', nullable: true, index: true })
  fundId!: string | null;
}
