import fc from 'fast-check';

/** A record of a world: what it says it covers, and what it really adds up. */
export interface WorldRecord {
  readonly id: string;
  readonly pairings: readonly string[];
  readonly purpose: string;
  /** Years, the second not included; null is the beginning. */
  readonly from: number | null;
  readonly to: number;
  readonly low: number;
  /** Null where its words set no upper end. */
  readonly high: number | null;
  readonly source: string;
  readonly rank: string;
  /** The cells that it says it covers, and those whose money it has. */
  readonly cells: ReadonlySet<string>;
  readonly truth: ReadonlySet<string>;
}

/** Money by cell: pairing, purpose, year, and a half that no record can tell from the other. */
export interface World {
  readonly amounts: ReadonlyMap<string, number>;
  readonly records: readonly WorldRecord[];
}

const pairingsOf: Readonly<Record<string, readonly string[]>> = {
  parent: ['parent', 'one', 'two'],
  one: ['one'],
  two: ['two'],
};
const purposes = ['roads', 'wells', 'bridges', 'other'] as const;
const years = [2015, 2016, 2017, 2018, 2019, 2020] as const;
const start = 2015;
const spans: readonly (readonly [from: number | null, to: number])[] = [
  ...[2017, 2018, 2019, 2020, 2021].map((to) => [null, to] as const),
  [2016, 2018],
  [2016, 2020],
  [2018, 2020],
  [2018, 2021],
  [2019, 2021],
];

const drafts = fc.array(
  fc.record({
    pairings: fc.constantFrom(['parent'], ['one'], ['two'], ['one', 'two']),
    purpose: fc.constantFrom('', '', 'roads', 'wells'),
    span: fc.constantFrom(...spans),
    document: fc.constantFrom('d-early', 'd-late'),
    form: fc.constantFrom('EXACT', 'EXACT', 'EXACT', 'AT_LEAST', 'RANGE'),
    fault: fc.constantFrom('none', 'none', 'none', 'copy', 'rival', 'split', 'deprecated', 'excess'),
    off: fc.integer({ min: 1, max: 30 }),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Worlds of single amounts, with records that add them up over scopes, and faults of the kinds that the rules name. */
export const worlds: fc.Arbitrary<World> = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 144, maxLength: 144 }), drafts)
  .map(([numbers, given]) => {
    const all = Object.values(pairingsOf).flatMap((each) => (each.length === 1 ? each : ['parent']));
    const keys = [...new Set(all)].flatMap((pairing) =>
      purposes.flatMap((purpose) =>
        years.flatMap((year) => ['x', 'y'].map((half) => `${pairing} ${purpose} ${year} ${half}`)),
      ),
    );
    const amounts = new Map(keys.map((key, place) => [key, numbers[place] ?? 0]));
    const sum = (cells: Iterable<string>): number =>
      [...cells].reduce((total, cell) => total + (amounts.get(cell) ?? 0), 0);
    const records = given.flatMap(
      ({ pairings, purpose, span: [from, to], document, form, fault, off }, number): WorldRecord[] => {
        const cells = new Set(
          pairings
            .flatMap((pairing) => pairingsOf[pairing] ?? [])
            .flatMap((pairing) =>
              purposes
                .filter((each) => purpose === '' || each === purpose)
                .flatMap((each) =>
                  years
                    .filter((year) => year >= (from ?? start) && year < to)
                    .flatMap((year) => ['x', 'y'].map((half) => `${pairing} ${each} ${year} ${half}`)),
                ),
            ),
        );
        const record = (suffix: string, truth: ReadonlySet<string>, more: Partial<WorldRecord> = {}): WorldRecord => {
          const value = sum(truth);
          const low = form === 'EXACT' ? value : Math.max(0, value - off);
          const high = form === 'EXACT' ? value : form === 'RANGE' ? value + off : null;
          return {
            ...{ id: `${number}${suffix}`, pairings, purpose, from, to, low, high, source: `${document}#${number}` },
            ...{ rank: '', cells, truth },
            ...more,
          };
        };
        const half = (name: string): Set<string> => new Set([...cells].filter((cell) => cell.endsWith(name)));
        const bridges = new Set([...cells].filter((cell) => cell.includes(' bridges ')));
        const whole = record('', cells);
        const wrong = { low: sum(cells) + off, high: sum(cells) + off };
        switch (fault) {
          case 'copy':
            return [whole, record('c', cells, { source: `d-undated#${number}` })];
          case 'rival':
            return [whole, record('r', cells, { ...wrong, source: `d-undated#${number}` })];
          case 'split':
            return [record('x', half('x')), record('y', half('y'))];
          case 'deprecated':
            return [whole, record('d', cells, { ...wrong, rank: 'DEPRECATED', truth: new Set() })];
          case 'excess':
            // A part that is larger than what has it in it, whose figure is right.
            return purpose === ''
              ? [whole, record('e', bridges, { ...wrong, purpose: 'bridges', cells: bridges })]
              : [whole];
          default:
            return [whole];
        }
      },
    );
    return { amounts, records };
  });

/** What the records that belong to an owner really come to: the owner's share of all that they have the money of. */
export function truthOf({ amounts, records }: World, owner: string, includeParts: boolean): number {
  const own = includeParts ? (pairingsOf[owner] ?? []) : [owner];
  const cells = new Set(
    records
      .filter(({ pairings }) => pairings.some((pairing) => own.includes(pairing)))
      .flatMap(({ truth, pairings }) =>
        [...truth].filter((cell) => pairings.every((pairing) => own.includes(pairing)) || cell.startsWith(`${owner} `)),
      ),
  );
  return [...cells].reduce((sum, cell) => sum + (amounts.get(cell) ?? 0), 0);
}
