import { ImportEntry } from '../../../platform/import/history.entity.js';
import { listedType, rootFields } from '../../../vocabulary/record/listed-type.js';

const importType = listedType('Import', ImportEntry);

export const importRootFields = rootFields(importType, 'import', {
  field: 'imports',
  description: 'The changes of data sets by imports, removals and undos, the earliest first.',
});
