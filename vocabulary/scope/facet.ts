import { hash } from 'node:crypto';

import type { Reported } from '../record/reported.js';
import type { ScopeDeclaration } from './declaration.js';
import type { FacetEntity } from './scope.entity.js';

/** The facet of a record of a type, which totals may add by itself or not. */
export function facetOf(
  type: string,
  { kind: column }: Pick<ScopeDeclaration, 'kind'>,
  row: Reported & Readonly<Record<string, unknown>>,
  standing: Pick<FacetEntity, 'alone' | 'isListingPartial'>,
): FacetEntity {
  const { unit, status, basis, bound, rank } = row;
  const kind = column === undefined ? null : ((row[column] as string | null | undefined) ?? null);
  const facet = { type, kind, unit, status, basis, bound, rank, ...standing };
  return { id: numberOf(JSON.stringify(Object.values(facet))), ...facet };
}

/** 48 bits of a hash: facets keep their numbers, whatever an import changes. */
const numberOf = (key: string): number => Number.parseInt(hash('sha256', key, 'hex').slice(0, 12), 16);
