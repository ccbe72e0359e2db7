import { sideAs } from '../party/standing.js';
import type { ListedType } from '../record/listed-type.js';
import { listsOf, type RecordTable } from '../record/record-import.js';
import type { Reported } from '../record/reported.js';
import type { RecordGroups } from '../total/group.js';
import type { AddedType } from './added-type.js';
import { recordRowFields } from './record-row-fields.js';
import { rowQuery } from './row-query.js';

/** The root field that gives the records of a type as a table: `fundRows`. Its donors and recipients are those of groups. */
export function recordRowQuery<Row extends Reported>(
  listed: ListedType<Row>,
  plural: string,
  columns: RecordTable['columns'],
  added: AddedType | null,
  { donor, recipient }: Pick<RecordGroups, 'donor' | 'recipient'> = {
    donor: sideAs('DONOR'),
    recipient: sideAs('RECIPIENT'),
  },
): Function {
  return rowQuery<Row>(
    listed,
    plural,
    recordRowFields({
      name: listed.name,
      table: listed.table,
      columns,
      lists: listsOf(columns),
      added,
      donor,
      recipient,
    }),
  );
}
