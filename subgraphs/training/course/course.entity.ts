import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';

export const CourseKind = describedEnum('CourseKind', 'What kind of training it is.', {
  CLASS: 'A class or course of lessons (培训班).',
  STUDY_VISIT: 'Study on the spot, elsewhere (现场学习).',
  SHADOWING: 'Learning beside people at their work (跟岗学习).',
  FURTHER_STUDY: 'Further study at a hospital or school for some months (进修).',
  PROGRAMME: 'A programme that trains a group of people over some time (培养计划, 培养工程).',
  TARGETED_ADMISSION: 'Admission of students from the other side under a scheme for them (定向录取).',
  UNSPECIFIED: 'Training of which the source does not say how it is done (培训).',
});
export type CourseKind = EnumValue<typeof CourseKind>;

export const CourseCount = describedEnum('CourseCount', 'What the figure of a course counts.', {
  TRAINEES: 'Those who took part (参训).',
  ADMITTED: 'Those admitted to study (录取).',
  STARTED_BUSINESS: 'Those of them who went on to start a business (创业).',
  SESSIONS: 'The sessions or classes held (期数).',
});
export type CourseCount = EnumValue<typeof CourseCount>;

export const Trainee = describedEnum('Trainee', 'Which people a course is for.', {
  CADRE: 'Cadres of Party and government (干部).',
  YOUNG_CADRE: 'Young cadres (年轻干部).',
  MINORITY_CADRE: 'Cadres of ethnic minorities (少数民族干部).',
  PROFESSIONAL: 'Professionals (专业技术骨干).',
  CADRE_OR_SPECIALIST: 'Cadres and specialists (干部人才).',
  TEACHER: 'Teachers (教师).',
  EDUCATION_STAFF: 'Staff of schools and education offices (教育工作者).',
  MEDICAL_STAFF: 'Medical staff (医务人员).',
  STARTUP_LEADER: 'Villagers who are to lead others by starting a business (创业致富带头人).',
  STUDENT: 'Students (学生).',
  RESIDENT: 'Residents (群众).',
});
export type Trainee = EnumValue<typeof Trainee>;

@Directive('@key(fields: "id")')
@Entity({ tableName: 'course' })
@ObjectType({
  description: 'Training courses, classes or programmes, and admissions to study, as one source reports them.',
})
export class Course extends RecordFields {
  @Field(() => String, {
    nullable: true,
    description: 'Name of the course in Chinese; null where the source gives none.',
  })
  @Property({ type: 'string', nullable: true })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the course is, in English; null where it is not described.',
  })
  @Property({ type: 'string', nullable: true })
  titleEn!: string | null;

  @Field(() => CourseKind, { description: 'What kind of training it is.' })
  @Property({ type: 'string' })
  kind!: CourseKind;

  @Field(() => Int, {
    nullable: true,
    description: 'In how many sessions or classes, where the figure counts people; null where the source does not say.',
  })
  @Property({ type: 'integer', nullable: true })
  sessions!: number | null;

  @Field(() => CourseCount, { description: 'What the figure counts.' })
  @Property({ type: 'string' })
  counts!: CourseCount;

  @Field(() => Trainee, {
    nullable: true,
    description: 'Which people it is for; null where the source does not say, or names several kinds.',
  })
  @Property({ type: 'string', nullable: true })
  trainee!: Trainee | null;
}
