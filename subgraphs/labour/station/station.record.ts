import { column } from '../../../platform/filter.js';
import { described, oneOf, optional, reference } from '../../../platform/import/columns.js';
import { part, recordFilter, regionPart } from '../../../vocabulary/record/filter.js';
import { IdFilter, operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { inRole, storedIn } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { Station, StationKind } from './station.entity.js';

const KindFilter = operatorInput('StationKindFilter', 'Conditions on a kind of station.', () => StationKind);

export const station = recordType('Station', Station, {
  words: ['station', 'stations'],
  filter: recordFilter('StationsFilter', 'Which stations a list has.', {
    kind: part(KindFilter, 'What it is there for.'),
    organisation: part(IdFilter, 'The body that it is.', column('row.organisationId')),
    region: regionPart('RECIPIENT', 'A region that it stands in or serves.'),
  }),
  scope: { enumerations: { kind: {} }, words: [['distinction', 'distinctionZh']], sides: { recipient: 'RECIPIENT' } },
  table: {
    description: 'Labour stations of a pairing, as one source reports them.',
    columns: {
      kind: oneOf(StationKind),
      organisation: storedIn(
        'organisationId',
        described('The body that it is, under its name', optional(reference('organisations.csv'))),
      ),
      regions: inRole('RECIPIENT', 'The regions that it stands in or serves'),
      operator: inRole('PROVIDER', 'Who opened it or runs it'),
    },
  },
});
