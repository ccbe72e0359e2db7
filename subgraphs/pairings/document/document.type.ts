import { column } from '../../../platform/filter.js';
import { DocumentKind } from '../../../vocabulary/document/document.js';
import { filterOf, part, titleParts } from '../../../vocabulary/record/filter.js';
import { dateColumn } from '../../../vocabulary/record/filter-fields.js';
import { DateFilter, IdFilter, operatorInput, StringFilter } from '../../../vocabulary/record/filter-inputs.js';
import { listedType } from '../../../vocabulary/record/listed-type.js';
import { Document } from './document.entity.js';

const KindFilter = operatorInput('DocumentKindFilter', 'Conditions on a kind of document.', () => DocumentKind);

export const documentType = listedType(
  'Document',
  Document,
  filterOf('DocumentsFilter', 'Which documents a list has.', {
    document: part(IdFilter, 'The document itself.', column('row.id')),
    kind: part(KindFilter, 'What kind of document it is.'),
    ...titleParts,
    number: part(StringFilter, 'Number of a policy document (文号).'),
    published: part(DateFilter, 'When it was published or issued.', dateColumn('row.publishedDate')),
  }),
);
