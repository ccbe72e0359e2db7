import { defineSubgraph, type Subgraph } from '../platform/subgraph.js';
import { DocumentRefEntity } from './document/document.js';
import { documentRefImport } from './document/document-table.js';
import { createVocabularyContext, type VocabularyContext } from './context.js';
import { vocabularyEntities, vocabularyImports, vocabularyResolvers } from './index.js';
import { scopeDerivation } from './scope/derivation.js';
import type { OwnerTypes } from './owner-types.js';
import type { StoredType } from './record/repository.js';
import type { RecordType } from './record/record-type.js';

/** What a subgraph that owns records alone is made of. */
export interface RecordSubgraph extends Pick<Subgraph, 'name' | 'port' | 'migrations'> {
  /** The types of records that it owns. */
  readonly records: readonly RecordType[];
  /** The types of the pairings subgraph that have such records. */
  readonly owners: OwnerTypes;
  /** The resolvers of the fields that records and owners have. */
  readonly fields: readonly Function[];
}

/** A subgraph that owns types of records, and adds their lists and totals to those who have such records. */
export function recordSubgraph({ records, owners, fields, ...place }: RecordSubgraph): Subgraph {
  const { entities, resolvers, owned, imports, derivation } = ofRecords(records);
  return defineSubgraph<VocabularyContext>({
    ...place,
    entities: [...vocabularyEntities, DocumentRefEntity, ...entities],
    resolvers: [...vocabularyResolvers, ...resolvers, ...fields],
    types: Object.values(owners),
    owned,
    extended: Object.keys(owners),
    inPlaceOfStubs: { Pairing: owners.Pairing, Programme: owners.Programme, Region: owners.Region },
    imports: [...vocabularyImports, documentRefImport, ...imports],
    derivation,
    createContext: createVocabularyContext,
  });
}

/** What a subgraph has for the types of records that it owns. */
export function ofRecords(
  records: readonly RecordType[],
): Pick<Subgraph<VocabularyContext>, 'entities' | 'resolvers' | 'owned' | 'imports' | 'derivation'> {
  return {
    entities: records.map(({ type }) => type),
    resolvers: records.flatMap(({ resolvers }) => resolvers),
    owned: byKey(records),
    imports: records.map(({ imports }) => imports),
    derivation: scopeDerivation(records),
  };
}

/** How the rows of types are found by their keys. */
export const byKey = (types: readonly StoredType[]): Subgraph<VocabularyContext>['owned'] =>
  Object.fromEntries(types.map((type) => [type.name, (id, { rows }) => rows.of(type).byId(id)]));
