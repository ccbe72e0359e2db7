/** What an operation costs, beside the number of items in its answer. */
export interface Costs {
  readonly fields: FieldsCosts;
  /** The cost of its scans, which counts once. */
  readonly scans: number;
}

/** What the fields of an answer cost, by the client's names. */
export type FieldsCosts = ReadonlyMap<string, FieldCosts>;

/** The costs of a field: once, and of each item, without the fields below it. */
export interface FieldCosts {
  readonly once: number;
  readonly weight: number;
  readonly below: FieldsCosts;
}
