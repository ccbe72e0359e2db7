import { describedEnum, type EnumValue } from '../../platform/described-enum.js';

export const Listing = describedEnum('Listing', 'Whether the graph has all pairings that a round made.', {
  COMPLETE: ['complete', '完整', 'All of them: the list that made them was read as a whole (完整).'],
  PARTIAL: ['partial', '不完整', 'Some of them: others were made that no source at hand names (不完整).'],
});
export type Listing = EnumValue<typeof Listing>;
