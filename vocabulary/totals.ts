/** What the totals and groups of records are declared with. */
export { GroupArguments, type RecordGroups } from './total/group.js';
export type { RecordTotal } from './total/record-total.js';
export { withFilter } from './total/total-arguments.js';
