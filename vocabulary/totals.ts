/** What the totals and groups of records are declared with. */
export { GroupArguments } from './total/group-arguments.js';
export type { RecordGroups } from './total/group.js';
export type { RecordTotal } from './total/record-total.js';
export { withFilter } from './total/total-arguments.js';
export { countArguments, countMeasure, readCounts } from './total/count-groups.js';
export { columnsOfKeys, nestedKeys, ownColumn, type OwnKey } from './total/group-key.js';
export { groupKeysType } from './total/group-keys.js';
export { groupedQuery } from './total/group-query.js';
export { withSide } from './total/group-records.js';
