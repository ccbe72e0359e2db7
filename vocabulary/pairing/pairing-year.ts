/** What a year of a pairing is known by in all subgraphs. */
export interface PairingYearKey {
  readonly pairing: string;
  readonly year: number;
}

/** The directive that says so. */
export const pairingYearKey = '@key(fields: "pairing year")';
