import { describedEnum, type EnumValue } from '../../platform/described-enum.js';

export const OrganisationKind = describedEnum('OrganisationKind', 'What kind of body an organisation is.', {
  GOVERNMENT: ['government', '政府', 'A government or its general office (政府).'],
  PARTY_ORGAN: [
    'Party organ',
    '党委及其部门',
    'An organ of the Communist Party, its committees and departments (党委及其部门).',
  ],
  DEPARTMENT: ['government department', '政府部门', 'A department of a government (政府部门).'],
  LEADING_GROUP: ['leading group', '领导小组', 'A leading group (领导小组).'],
  WORKING_TEAM: ['working team', '工作队', 'A working team or task force (工作队, 专班).'],
  LIAISON_OFFICE: ['liaison office', '联络处', 'An office that one side keeps with the other (联络处, 办事处).'],
  SCHOOL: ['school', '学校', 'A school (学校).'],
  COLLEGE: ['college or university', '院校', 'A college, university or one of its schools (院校).'],
  TRAINING_ACADEMY: ['cadre academy', '干部学院', 'An academy that trains cadres (干部学院).'],
  RESEARCH_INSTITUTE: ['research institute', '科研院所', 'A research institute (科研院所).'],
  ENTERPRISE: ['firm', '企业', 'A firm, bank or investment platform (企业).'],
  SALES_PLATFORM: ['sales platform', '电商平台', 'A platform on which goods are sold (电商平台).'],
  COOPERATIVE_TEAM: [
    'performing or volunteer team',
    '表演队、志愿队',
    'A performing or volunteer team (表演队, 志愿队).',
  ],
  PUBLIC_INSTITUTION: ['public institution', '事业单位', 'A public institution that is no department (事业单位).'],
  SOCIAL_ORGANISATION: ['social organisation', '社会组织', 'A society, association or union (社会组织).'],
  SERVICE_STATION: [
    'labour service station',
    '劳务协作服务站',
    'A station that serves labour cooperation (劳务协作服务站).',
  ],
  BASE: ['demonstration base', '示范基地', 'A base for demonstration or cooperation (示范基地).'],
  PUBLISHER: ['publisher', '媒体', 'A magazine, newspaper or news site (媒体).'],
  UNNAMED_GROUP: ['unnamed bodies', '未具名单位', 'Bodies that a source names by their kind alone (未具名).'],
});
export type OrganisationKind = EnumValue<typeof OrganisationKind>;
