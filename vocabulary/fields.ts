/** What the fields of records and of their owners are declared with. */
export { toOrganisationAs, toOwnerIn, toPairing, toProgramme, toRegionAs } from './record/belonging.js';
export { fieldsOf } from './record/field-spec.js';
export { countedAs, first, list, one, partiesAs, partyAs, reference, sources, terms } from './record/fields.js';
export { defaultTotal, total } from './total/record-total.js';
export { yearMeasures } from './total/year-measures.js';
