import { sql, type RawBuilder } from 'kysely';

import { Basis, FigureStatus } from '../figure/figure.js';
import type { ExclusionReason } from './exclusion-reason.js';
import type { JudgedSpec } from './total-spec.js';

/** What is said of a record without a look at others: why it cannot be added, or how sharp its number is. */
export interface Verdict {
  readonly exclusion: ExclusionReason | null;
  /** The status or basis for which it is left out. */
  readonly detail: FigureStatus | Basis | null;
  readonly sharpness?: 'vague' | 'inferred';
}

const added: readonly Verdict[] = [
  { exclusion: null, detail: null },
  { exclusion: null, detail: null, sharpness: 'vague' },
  { exclusion: null, detail: null, sharpness: 'inferred' },
];
const leftOut: readonly Verdict[] = [
  { exclusion: 'NO_FIGURE', detail: null },
  { exclusion: 'OTHER_KIND', detail: null },
  { exclusion: 'OTHER_UNIT', detail: null },
  ...Object.values(FigureStatus).map((detail) => ({ exclusion: 'OTHER_STATUS', detail }) as const),
  ...Object.values(Basis).map((detail) => ({ exclusion: 'OTHER_BASIS', detail }) as const),
  { exclusion: 'DEPRECATED', detail: null },
];

/** A verdict is a number in a statement: rows are sorted by it. */
const verdicts: readonly Verdict[] = [...added, ...leftOut];

const codeOf = (exclusion: ExclusionReason, detail: Verdict['detail'] = null): RawBuilder<number> =>
  sql.lit(verdicts.findIndex((each) => each.exclusion === exclusion && each.detail === detail));

/** The code of the verdict on the records of a facet, alias `facet`. */
export function verdictCode({ ofKind, unit, statuses, basis }: JudgedSpec): RawBuilder<number> {
  const each = (exclusion: ExclusionReason, column: string, values: readonly (FigureStatus | Basis)[]) =>
    sql`case ${sql.ref(column)} ${sql.join(
      values.map((value) => sql`when ${sql.lit(value)} then ${codeOf(exclusion, value)}`),
      sql` `,
    )} end`;
  return sql`case
    when ${sql.ref('facet.unit')} is null then ${codeOf('NO_FIGURE')}
    when not coalesce(${ofKind ?? sql`true`}, false) then ${codeOf('OTHER_KIND')}
    when ${sql.ref('facet.unit')} <> ${unit} then ${codeOf('OTHER_UNIT')}
    when ${sql.ref('facet.status')} not in (${sql.join(statuses)}) then ${each('OTHER_STATUS', 'facet.status', Object.values(FigureStatus))}
    when ${sql.ref('facet.basis')} <> ${basis} then ${each('OTHER_BASIS', 'facet.basis', Object.values(Basis))}
    when ${sql.ref('facet.rank')} = 'DEPRECATED' then ${codeOf('DEPRECATED')}
    when ${sql.ref('facet.bound')} in ('ABOUT', 'APPROACHING') then 1
    when ${sql.ref('facet.bound')} in ('INFERRED', 'DERIVED') then 2
    else 0
  end`;
}

/** The verdict of a code, and whether it is that records are added. */
export const verdictOf = (code: number): Verdict & { readonly isAdded: boolean } => {
  const verdict = verdicts[code];
  if (verdict === undefined) {
    throw new RangeError(`No verdict has the code ${code}.`);
  }
  return { ...verdict, isAdded: code < added.length };
};
