import { describedEnum, type EnumValue } from '../platform/described-enum.js';

export const Unit = describedEnum(
  'Unit',
  'What a figure counts or measures. Persons and person-times are never added.',
  {
    YUAN: 'Yuan of the People’s Republic (人民币元), with two decimals (分).',
    PERSON: 'Persons (人), each counted once.',
    PERSON_TIME: 'Person-times (人次): a person who takes part twice counts twice.',
    SESSION: 'Sessions or classes held (期).',
  },
);
export type Unit = EnumValue<typeof Unit>;

/** How a unit is written after a number: in English for one and for several, in Chinese. */
export const unitWords: Readonly<Record<Unit, { one: string; several: string; zh: string }>> = {
  YUAN: { one: 'yuan', several: 'yuan', zh: '元' },
  PERSON: { one: 'person', several: 'persons', zh: '人' },
  PERSON_TIME: { one: 'person-time', several: 'person-times', zh: '人次' },
  SESSION: { one: 'session', several: 'sessions', zh: '期' },
};
