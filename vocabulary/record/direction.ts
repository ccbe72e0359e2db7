import { describedEnum, type EnumValue } from '../../platform/described-enum.js';
import { operatorInput } from './filter-inputs.js';

export const Direction = describedEnum('Direction', 'Which side of a pairing people or skills go to.', {
  DONOR_TO_RECIPIENT: [
    'to the side that is helped',
    '派往受帮扶方',
    'From the side that helps to the side that is helped.',
  ],
  RECIPIENT_TO_DONOR: ['to the side that helps', '派往帮扶方', 'From the side that is helped to the side that helps.'],
  BOTH: ['both ways', '双向互派', 'Both ways (双向, 互派).'],
});
export type Direction = EnumValue<typeof Direction>;

/** Both ways has each of them in it. */
export const directionOrder = { BOTH: ['DONOR_TO_RECIPIENT', 'RECIPIENT_TO_DONOR'] } as const;

export const DirectionFilter = operatorInput('DirectionFilter', 'Conditions on a direction.', () => Direction);
