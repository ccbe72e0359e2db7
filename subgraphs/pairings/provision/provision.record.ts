import { column } from '../../../platform/filter.js';
import { boolean, described, oneOf, optional, text } from '../../../platform/import/columns.js';
import { part, recordFilter, regionPart, titleParts } from '../../../vocabulary/record/filter.js';
import { linked } from '../../../vocabulary/record/filter-fields.js';
import { IdFilter, operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { inRole, regionInRole, termList } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { provisionForms } from '../search/search-forms.js';
import { searchable } from '../search/searchable.js';
import { Provision, ProvisionKind } from './provision.entity.js';

const KindFilter = operatorInput('ProvisionKindFilter', 'Conditions on a kind of provision.', () => ProvisionKind);

const declared = recordType('Provision', Provision, {
  words: ['provision', 'provisions'],
  filter: recordFilter('ProvisionsFilter', 'Which provisions a list has.', {
    kind: part(KindFilter, 'What kind of thing it is.'),
    ...titleParts,
    region: regionPart('PLACE', 'The region it is about.'),
    issuer: regionPart('ISSUER', 'A region that sets or follows it.'),
    issuingOrganisation: part(
      IdFilter,
      'An organisation that sets or follows it.',
      linked('party', 'record', column('linked.organisation'), 'ISSUER'),
    ),
  }),
  table: {
    description: 'What parties agreed, set up or hold, as one source reports it.',
    columns: {
      kind: oneOf(ProvisionKind),
      title: described('In Chinese', text),
      titleEn: described('In English', optional(text)),
      items: termList('The items of its list'),
      complete: described('Whether the list of items is closed', optional(boolean)),
      region: regionInRole('PLACE', 'The region that it holds in'),
      issuer: inRole('ISSUER', 'Who set it up'),
      participant: inRole('PARTICIPANT', 'Who takes part'),
    },
  },
});

export const provision = searchable(declared, provisionForms);
