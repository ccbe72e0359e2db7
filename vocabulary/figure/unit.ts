import { describedEnum, type EnumValue } from '../../platform/described-enum.js';

export const Unit = describedEnum(
  'Unit',
  'What a figure counts or measures. Persons and person-times are never added.',
  {
    YUAN: ['yuan', '元', 'Yuan of the People’s Republic (人民币元), with two decimals (分).'],
    PERSON: [['person', 'persons'], '人', 'Persons (人), each counted once.'],
    PERSON_TIME: [
      ['person-time', 'person-times'],
      '人次',
      'Person-times (人次): a person who takes part twice counts twice.',
    ],
    PERSON_OR_PERSON_TIME: [
      ['person or person-time', 'persons or person-times'],
      '人（次）',
      'Persons or person-times: the source leaves open which (人(次)).',
    ],
    HOUSEHOLD: [['household', 'households'], '户', 'Households (户).'],
    VILLAGE: [['village', 'villages'], ['个', '村'], 'Villages (村).'],
    COMMUNITY: [['community', 'communities'], ['个', '社区'], 'Urban communities (社区).'],
    TOWNSHIP: [['township', 'townships'], ['个', '乡镇'], 'Townships, towns and streets (乡镇、街道).'],
    COUNTY: [['county', 'counties'], ['个', '县'], 'Counties (县).'],
    ZONE: [['zone', 'zones'], ['个', '园区'], 'Zones and reserves (园区、保护区).'],
    DEPARTMENT: [['department', 'departments'], ['个', '部门'], 'Departments (部门).'],
    PROJECT: [['project', 'projects'], ['个', '项目'], 'Projects (项目).'],
    JOB: [['job', 'jobs'], ['个', '岗位'], 'Jobs on offer (岗位).'],
    FIRM: [['firm', 'firms'], ['家', '企业'], 'Firms (企业).'],
    FAIR: [['fair', 'fairs'], ['场', '招聘会'], 'Job fairs (招聘会).'],
    SESSION: [['session', 'sessions'], '期', 'Sessions or classes held (期).'],
    EVENT: [['event', 'events'], '场', 'Events (场次).'],
    VISIT: [['visit', 'visits'], ['次', '互访'], 'Visits (互访).'],
    MEETING: [['meeting', 'meetings'], ['次', '会议'], 'Meetings (会议).'],
    GROUP: [['group', 'groups'], '批', 'Groups or batches of people (批次).'],
    ISSUE: [['problem', 'problems'], '件', 'Problems or difficulties solved (件).'],
    RULE: [['rule', 'rules'], '条', 'Rules (条).'],
    ITEM: [['item', 'items'], '项', 'Items of a list that the source prints or counts (项).'],
    TECHNOLOGY: [['technology', 'technologies'], ['项', '技术'], 'Technologies passed on (技术).'],
    DAY_PER_YEAR: [['day a year', 'days a year'], '天/年', 'Days in a year (天/年).'],
    KILOMETRE: [['kilometre', 'kilometres'], '公里', 'Kilometres (公里).'],
    SQUARE_METRE: [['square metre', 'square metres'], '平方米', 'Square metres (平方米).'],
    SQUARE_KILOMETRE: [['square kilometre', 'square kilometres'], '平方公里', 'Square kilometres (平方公里).'],
    PERCENT: ['%', '%', 'Per cent (%).'],
    PERCENT_PER_YEAR: ['% a year', '%/年', 'Per cent a year (%/年).'],
    TIMES: [['time', 'times'], '倍', 'Times the value at the start (倍).'],
  },
);
export type Unit = EnumValue<typeof Unit>;

/** Units of what may be in the figures of several spans, and is then the same each time: the cadre who comes twice. */
export const returningUnits: readonly Unit[] = [
  'PERSON',
  'PERSON_OR_PERSON_TIME',
  'HOUSEHOLD',
  'VILLAGE',
  'COMMUNITY',
  'TOWNSHIP',
  'COUNTY',
  'ZONE',
  'DEPARTMENT',
  'FIRM',
];
