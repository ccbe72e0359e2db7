import { describedEnum, type EnumValue } from '../../platform/described-enum.js';

export const Language = describedEnum('Language', 'A language that display texts are written in.', {
  ZH: ['Chinese', '中文', 'Chinese, simplified characters (简体中文).'],
  EN: ['English', '英文', 'English.'],
});
export type Language = EnumValue<typeof Language>;
