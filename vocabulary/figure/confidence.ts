import { describedEnum, type EnumValue } from '../../platform/described-enum.js';

export const Confidence = describedEnum('Confidence', 'On how many independent texts a report rests.', {
  ONE_TEXT: ['one text', '单一来源', 'One text, or several that repeat one (单一来源).'],
  TWO_TEXTS: [
    'two texts',
    '两个独立来源',
    'At least two texts that do not rest on each other (两个独立来源); reports of one agency’s dispatch count once.',
  ],
});
export type Confidence = EnumValue<typeof Confidence>;
