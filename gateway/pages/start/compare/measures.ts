import type { StartComparePairingQuery, StartCompareRegionQuery } from '../../generated/graphql.js';
import type { Word } from '../words.js';

/** What may be compared. */
export type ComparedKind = 'pairings' | 'regions';

type PairingTotals = NonNullable<StartComparePairingQuery['pairing']>;
type RegionTotals = NonNullable<StartCompareRegionQuery['region']>;

type SumsOf<Subject> = {
  [Field in keyof Subject]: Subject[Field] extends Sum | null ? Field : never;
}[keyof Subject];

/** A total, as both queries ask for it. */
export type Sum = NonNullable<PairingTotals['fiscal']>;

/** The measures of a category of the assessment (考核), as fields of the query, with their names. */
export interface Category {
  readonly name: Word;
  readonly measures: readonly Measure[];
}

export interface Measure {
  readonly field: string;
  readonly name: Word;
}

const pairingCategories: readonly (readonly [Word, readonly (readonly [SumsOf<PairingTotals>, Word])[]])[] = [
  [
    'comparedLead',
    [
      ['meetings', 'measure_meetings'],
      ['visits', 'measure_visits'],
    ],
  ],
  ['comparedMoney', [['fiscal', 'measure_fiscal']]],
  [
    'comparedTrade',
    [
      ['firms', 'measure_firms'],
      ['investment', 'measure_investment'],
      ['parks', 'measure_parks'],
      ['workshops', 'measure_workshops'],
    ],
  ],
  [
    'comparedLabour',
    [
      ['placed', 'measure_placed'],
      ['stable', 'measure_stable'],
    ],
  ],
  [
    'comparedTalent',
    [
      ['cadres', 'measure_cadres'],
      ['experts', 'measure_experts'],
      ['trained', 'measure_trained'],
    ],
  ],
  [
    'comparedSociety',
    [
      ['donations', 'measure_donations'],
      ['sales', 'measure_sales'],
    ],
  ],
  [
    'comparedPairs',
    [
      ['counties', 'measure_counties'],
      ['villages', 'measure_villages'],
      ['schools', 'measure_schools'],
      ['hospitals', 'measure_hospitals'],
    ],
  ],
];

const regionCategories: readonly (readonly [Word, readonly (readonly [SumsOf<RegionTotals>, Word])[]])[] = [
  [
    'comparedLead',
    [
      ['meetings', 'measure_meetings'],
      ['visits', 'measure_visitsReceived'],
      ['visitsPaid', 'measure_visitsPaid'],
    ],
  ],
  [
    'comparedMoney',
    [
      ['fiscal', 'measure_fiscalReceived'],
      ['fiscalGiven', 'measure_fiscalGiven'],
    ],
  ],
  ['comparedTrade', [['investment', 'measure_investment']]],
  [
    'comparedLabour',
    [
      ['placed', 'measure_placed'],
      ['stable', 'measure_stable'],
    ],
  ],
  [
    'comparedTalent',
    [
      ['cadres', 'measure_cadresReceived'],
      ['cadresSent', 'measure_cadresSent'],
      ['experts', 'measure_expertsReceived'],
      ['expertsSent', 'measure_expertsSent'],
      ['trained', 'measure_trained'],
    ],
  ],
  [
    'comparedSociety',
    [
      ['donations', 'measure_donationsReceived'],
      ['donationsGiven', 'measure_donationsGiven'],
      ['sales', 'measure_sales'],
    ],
  ],
];

/** The categories in which pairings or regions are compared; the pairs below are of pairings alone. */
export const categories: Readonly<Record<ComparedKind, readonly Category[]>> = {
  pairings: pairingCategories.map(categoryOf),
  regions: regionCategories.map(categoryOf),
};

function categoryOf([name, measures]: readonly [Word, readonly (readonly [string, Word])[]]): Category {
  return { name, measures: measures.map(([field, word]) => ({ field, name: word })) };
}
