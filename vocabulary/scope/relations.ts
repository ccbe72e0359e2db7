import type { Basis } from '../figure/figure.js';
import { returningUnits, type Unit } from '../figure/unit.js';
import { candidatePairs, type Subject } from './candidates.js';
import { relationOfSubjects, type Hierarchy } from './compare.js';
import type { ScopeDeclaration } from './declaration.js';
import { combined, type Relation } from './relation.js';
import type { Scope } from './scope.js';
import { relationOfSpans } from './span.js';

/** Why a scope is taken for a part of another: the same up to an earlier time, in a shorter period, or of less. */
export type CoverReason = 'SUPERSEDED' | 'PART_OF_PERIOD' | 'PART_OF_WHOLE';

/** Which scopes are in which, and which cross; a cross is there both ways. */
export interface ScopeRelations {
  readonly covers: readonly { readonly part: string; readonly whole: string; readonly reason: CoverReason }[];
  readonly crosses: readonly { readonly one: string; readonly other: string; readonly isReturning: boolean }[];
}

/** The relations of the scopes of one type of record, each scope once. Levels have none: they are never added. */
export function relationsOf(
  scopes: readonly Scope[],
  declaration: ScopeDeclaration,
  hierarchy: Hierarchy,
): ScopeRelations {
  const covers: { part: string; whole: string; reason: CoverReason }[] = [];
  const crosses: { one: string; other: string; isReturning: boolean }[] = [];
  const relate = (one: Scope, other: Scope, subjects: Relation, isCumulative: boolean, returns: boolean): void => {
    const spans = relationOfSpans(one.span, other.span);
    const relation = spans === 'APART' ? (returns ? 'CROSS' : 'APART') : combined([spans, subjects]);
    const reason = subjects !== 'EQUAL' ? 'PART_OF_WHOLE' : isCumulative ? 'SUPERSEDED' : 'PART_OF_PERIOD';
    if (relation === 'WIDER') {
      covers.push({ part: other.id, whole: one.id, reason });
    } else if (relation === 'NARROWER') {
      covers.push({ part: one.id, whole: other.id, reason });
    } else if (relation !== 'APART') {
      const isReturning = spans === 'APART';
      crosses.push({ one: one.id, other: other.id, isReturning }, { one: other.id, other: one.id, isReturning });
    }
  };
  for (const [measure, measured] of Map.groupBy(scopes, (scope) => scope.measure)) {
    const [unit, basis] = measure.split(' ') as [Unit, Basis];
    if (basis === 'LEVEL') {
      continue;
    }
    const [isCumulative, returns] = [basis === 'CUMULATIVE', returningUnits.includes(unit)];
    const subjects = [...Map.groupBy(measured, (scope) => scope.subject).values()] as unknown as Subject[];
    for (const subject of subjects) {
      subject.forEach((one, place) => {
        for (const other of subject.slice(place + 1)) {
          relate(one, other, 'EQUAL', isCumulative, returns);
        }
      });
    }
    for (const [some, others] of candidatePairs(subjects, declaration, hierarchy)) {
      const relation = relationOfSubjects(some[0], others[0], declaration, hierarchy);
      if (relation !== 'APART') {
        for (const one of some) {
          for (const other of others) {
            relate(one, other, relation, isCumulative, returns);
          }
        }
      }
    }
  }
  return { covers, crosses };
}
