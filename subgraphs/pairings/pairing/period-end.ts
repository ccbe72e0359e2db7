import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';

export const PeriodEnd = describedEnum('PeriodEnd', 'Why a period of a pairing ended, or is to end.', {
  SUPERSEDED: [
    'replaced by the next list',
    '被新一轮取代',
    'The list of the next round took its place; no day of its own is published (被新一轮取代).',
  ],
  PLANNED_TERM: ['planned term', '规划期满', 'The document that set it gives a term (规划期满): a plan, no report.'],
  STATED_TERM: ['term of an agreement', '协议期满', 'A source tells the years of an agreement (协议期满).'],
  ENDED_BEFORE: [
    'ended before a day that is known',
    '此前已结束',
    'It had ended by `endedBefore`; when, no source at hand says (此前已结束).',
  ],
});
export type PeriodEnd = EnumValue<typeof PeriodEnd>;
