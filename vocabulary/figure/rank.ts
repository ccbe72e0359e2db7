import { describedEnum, type EnumValue } from '../../platform/described-enum.js';

export const Rank = describedEnum('Rank', 'Which of several reports of the same thing to rely on.', {
  PREFERRED: ['preferred', '首选', 'The one to rely on: totals leave out the other reports of the same thing.'],
  NORMAL: ['normal', '普通', 'One report among others.'],
  DEPRECATED: ['deprecated', '弃用', 'Not to be relied on: totals leave it out, and leave out nothing for it.'],
});
export type Rank = EnumValue<typeof Rank>;
