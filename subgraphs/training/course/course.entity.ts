import { Entity, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';
import { RecordFields } from '../../../vocabulary/record/record-fields.js';

export const CourseKind = describedEnum('CourseKind', 'What kind of training it is.', {
  CLASS: ['class', '培训班', 'A class or course of lessons (培训班).'],
  STUDY_VISIT: ['study visit', '现场学习', 'Study on the spot, elsewhere (现场学习).'],
  SHADOWING: ['job shadowing', '跟岗学习', 'Learning beside people at their work (跟岗学习).'],
  FURTHER_STUDY: ['further study', '进修', 'Further study at a hospital or school for some months (进修).'],
  PROGRAMME: [
    'training programme',
    '培养计划',
    'A programme that trains a group of people over some time (培养计划, 培养工程).',
  ],
  TARGETED_ADMISSION: [
    'targeted admission',
    '定向录取',
    'Admission of students from the other side under a scheme for them (定向录取).',
  ],
  UNSPECIFIED: [
    'training of unspecified kind',
    '未说明方式的培训',
    'Training of which the source does not say how it is done (培训).',
  ],
});
export type CourseKind = EnumValue<typeof CourseKind>;

export const CourseCount = describedEnum('CourseCount', 'What the figure of a course counts.', {
  TRAINEES: ['trained', '参训', 'Those who took part (参训).'],
  ADMITTED: ['admitted to study', '录取', 'Those admitted to study (录取).'],
  STARTED_BUSINESS: [
    'started a business after training',
    '培训后创业',
    'Those of them who went on to start a business (创业).',
  ],
  SESSIONS: ['sessions', '期数', 'The sessions or classes held (期数).'],
});
export type CourseCount = EnumValue<typeof CourseCount>;

export const Trainee = describedEnum('Trainee', 'Which people a course is for.', {
  CADRE: ['cadres', '干部', 'Cadres of Party and government (干部).'],
  YOUNG_CADRE: ['young cadres', '年轻干部', 'Young cadres (年轻干部).'],
  MINORITY_CADRE: ['cadres of ethnic minorities', '少数民族干部', 'Cadres of ethnic minorities (少数民族干部).'],
  PROFESSIONAL: ['professionals', '专业技术骨干', 'Professionals (专业技术骨干).'],
  CADRE_OR_SPECIALIST: ['cadres and specialists', '干部人才', 'Cadres and specialists (干部人才).'],
  TEACHER: ['teachers', '教师', 'Teachers (教师).'],
  EDUCATION_STAFF: ['education staff', '教育工作者', 'Staff of schools and education offices (教育工作者).'],
  MEDICAL_STAFF: ['medical staff', '医务人员', 'Medical staff (医务人员).'],
  STARTUP_LEADER: [
    'start-up leaders',
    '创业致富带头人',
    'Villagers who are to lead others by starting a business (创业致富带头人).',
  ],
  WORKER: ['workers', '务工人员', 'Those who are to work elsewhere (务工人员, 农村劳动力).'],
  STUDENT: ['students', '学生', 'Students (学生).'],
  RESIDENT: ['residents', '群众', 'Residents (群众).'],
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
