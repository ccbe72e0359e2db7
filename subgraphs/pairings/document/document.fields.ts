import { FieldResolver, Resolver, Root } from 'type-graphql';

import { PartialDate, partialDate } from '../../../vocabulary/figure/partial-date.js';
import { fieldsOf, partiesAs } from '../../../vocabulary/fields.js';
import { rootFields } from '../../../vocabulary/record/listed-type.js';
import { pairingList } from '../pairing/pairing-list.js';
import { Document } from './document.entity.js';
import { documentType } from './document.type.js';

export const documentRootFields = rootFields(documentType, 'document', {
  field: 'documents',
  description: 'Documents, by id.',
});

export const documentFields = fieldsOf(Document, {
  publishers: partiesAs(
    'ISSUER',
    'Who published or issued it; a document may have several issuers, or none that is known.',
    { nullable: false },
  ),
  pairings: pairingList(
    { link: 'pairingPeriod', parent: 'basisId', child: 'pairingId' },
    'Pairings of which this document set a period; empty for an article.',
  ),
});

@Resolver(() => Document)
export class DocumentDate {
  @FieldResolver(() => PartialDate, {
    nullable: true,
    description: 'When it was published or issued; null where its source does not say.',
  })
  published(@Root() document: Document): PartialDate | null {
    return partialDate(document.publishedDate, document.publishedPrecision);
  }
}
