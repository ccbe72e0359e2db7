import type { EntityRows } from '../../../platform/import/table.js';
import type { RecordType } from '../../../vocabulary/record/record-type.js';
import { searchFormRows } from './search-forms.js';

type Forms = Parameters<typeof searchFormRows>[0];

/** A type of record whose rows are also found by search, by the forms that `formsOf` gives. */
export function searchable<Type extends RecordType>(record: Type, formsOf: (row: never) => Forms): Type {
  const { toRows } = record.imports;
  const withForms = async (...[rows, context]: Parameters<typeof toRows>): Promise<readonly EntityRows[]> => [
    ...(await toRows(rows, context)),
    searchFormRows((rows as readonly never[]).flatMap(formsOf)),
  ];
  return Object.assign(record, { imports: { ...record.imports, toRows: withForms } });
}
