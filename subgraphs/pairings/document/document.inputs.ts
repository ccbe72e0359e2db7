import { ArgsType, Field, InputType } from 'type-graphql';

import { column, type FilterFields } from '../../../platform/filter.js';
import { PageArguments } from '../../../vocabulary/record/connection.js';
import { dateColumn } from '../../../vocabulary/record/filter-fields.js';
import {
  Combinable,
  DateFilter,
  IdFilter,
  operatorInput,
  StringFilter,
} from '../../../vocabulary/record/filter-inputs.js';
import { DocumentKind } from './document.entity.js';

const KindFilter = operatorInput('DocumentKindFilter', 'Conditions on a kind of document.', () => DocumentKind);

@Combinable()
@InputType({ description: 'Which documents a list has.' })
class DocumentsFilter {
  @Field(() => IdFilter, { nullable: true, description: 'The document itself.' })
  document?: object;

  @Field(() => KindFilter, { nullable: true, description: 'What kind of document it is.' })
  kind?: object;

  @Field(() => StringFilter, { nullable: true, description: 'Title in Chinese.' })
  title?: object;

  @Field(() => StringFilter, { nullable: true, description: 'Number of a policy document (文号).' })
  number?: object;

  @Field(() => DateFilter, { nullable: true, description: 'When it was published or issued.' })
  published?: object;
}

@ArgsType()
export class DocumentListArguments extends PageArguments {
  @Field(() => DocumentsFilter, { nullable: true, description: 'Which of them; all when left out.' })
  filter?: DocumentsFilter;
}

/** What `DocumentsFilter` means in the table. */
export const documentFilterFields: FilterFields = {
  document: column('row.id'),
  kind: column('row.kind'),
  title: column('row.title'),
  number: column('row.number'),
  published: dateColumn('row.publishedDate'),
};
