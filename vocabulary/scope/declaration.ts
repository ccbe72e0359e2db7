import type { PartyRole } from '../party/party.js';

/** How the figures of a type of record are told apart: what its columns and parties say of what is counted. */
export interface ScopeDeclaration {
  /**
   * The columns with enumerations that say what is counted. A value is wider than those that are listed with it; unlike
   * values without such an order are apart.
   */
  readonly enumerations: Readonly<Record<string, Readonly<Partial<Record<string, readonly string[]>>>>>;
  /** The column by which totals tell what they add from what they do not: `FundKind`. */
  readonly kind?: string;
  /** Values that say no more than an empty cell: `UNSPECIFIED`. */
  readonly unspecific?: readonly string[];
  /** The words that narrow what is counted, each in the first of its columns that is filled. */
  readonly words: readonly (readonly string[])[];
  /** The roles in which the sides of a record's pairings stand where it names nobody. */
  readonly sides?: { readonly donor?: PartyRole; readonly recipient?: PartyRole };
  /** A column with the one region that it is about, in place of a party. */
  readonly region?: string;
}
