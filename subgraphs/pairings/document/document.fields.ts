import { fieldsOf } from '../../../vocabulary/fields.js';
import { rootFields } from '../../../vocabulary/record/listed-type.js';
import { byPeriod } from '../pairing/holding.js';
import { pairingList } from '../pairing/pairing-list.js';
import { Document } from './document.entity.js';
import { documentType } from './document.type.js';

export const documentRootFields = rootFields(documentType, 'document', {
  field: 'documents',
  description: 'Documents, by id.',
});

export const documentFields = fieldsOf(Document, {
  pairings: pairingList(byPeriod('basisId'), 'Pairings of which this document set a period; empty for an article.'),
});
