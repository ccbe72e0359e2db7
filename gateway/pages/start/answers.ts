/** What the queries in documents/pages/ answer. Null also stands for what a subgraph that is down would have. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string | null;
}

export interface Party extends Named {
  readonly __typename: 'Region' | 'Organisation';
}

/** A figure as the API words it. */
export interface FigureText {
  readonly text: string;
}

export interface DateText {
  readonly text: string;
  /** UNKNOWN where no source gives it. */
  readonly precision: string;
}

export interface Source {
  readonly paragraph: number | null;
  readonly document: { readonly id: string; readonly title: string; readonly titleEn: string | null } | null;
}

/** What a record of any kind has; the fields below `figure` are those of some kinds. */
export interface Entry {
  readonly id: string;
  readonly note: string | null;
  readonly status: string;
  readonly from: DateText | null;
  readonly to: DateText | null;
  readonly figure: FigureText | null;
  readonly sources: readonly Source[];
  readonly kind?: string | null;
  readonly title?: string | null;
  readonly titleEn?: string | null;
  readonly purpose?: string | null;
  readonly firms?: number | null;
  readonly stage?: string;
  readonly worker?: string;
  readonly counts?: string;
  readonly trainee?: string | null;
  readonly seconded?: string;
  readonly direction?: string;
  readonly post?: string | null;
  readonly postEn?: string | null;
  readonly indicator?: string;
  readonly [side: string]: unknown;
}

/** A list with its length over all pages; null when its subgraph is down. */
export type List<Item> = { readonly totalCount: number; readonly nodes: readonly Item[] } | null;

export interface PairingLine {
  readonly id: string;
  readonly level: string;
  readonly programme: { readonly name: string; readonly nameEn: string | null } | null;
  readonly donor: { readonly label: string };
  readonly recipient: { readonly label: string };
  readonly periods: readonly {
    readonly from: DateText | null;
    readonly to: DateText | null;
    readonly basis: {
      readonly title: string;
      readonly titleEn: string | null;
      readonly number: string | null;
    } | null;
  }[];
  readonly sources: readonly Source[];
}

export interface Discrepancy {
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly textZh: string;
  readonly difference: number | null;
  readonly unit: string | null;
  readonly sources: readonly Source[];
}

/** The records that both a region and a pairing have. */
export interface Records {
  readonly projects: List<Entry>;
  readonly jobFairs: List<Entry>;
  readonly jobOffers: List<Entry>;
  readonly placements: List<Entry>;
  readonly courses: List<Entry>;
  readonly secondments: List<Entry>;
  readonly outcomes: List<Entry>;
  readonly provisions: { readonly totalCount: number } | null;
}

export interface RegionVersion {
  readonly name: string;
  readonly nameEn: string | null;
  readonly code: string | null;
  readonly from: DateText;
  readonly to: DateText | null;
  readonly firstSeen: DateText | null;
  readonly lastSeen: DateText | null;
  readonly sources: readonly Source[];
}

export interface RegionAnswer extends Records {
  readonly region: {
    readonly id: string;
    readonly name: string;
    readonly nameEn: string | null;
    readonly code: string | null;
    readonly kind: string;
    readonly level: string | null;
    readonly aliases: readonly string[];
    readonly ancestors: readonly Named[];
    readonly versions: readonly RegionVersion[];
    readonly predecessors: readonly RegionVersion[];
    readonly children: List<Named>;
  } | null;
  readonly asDonor: List<PairingLine>;
  readonly asRecipient: List<PairingLine>;
  readonly fundsReceived: List<Entry>;
  readonly fundsGiven: List<Entry>;
  readonly discrepancies: List<Discrepancy>;
}

export interface PairingAnswer {
  readonly pairing:
    | (PairingLine &
        Records & {
          readonly note: string | null;
          readonly evidence: string;
          readonly donorSide: { readonly parties: readonly Party[] };
          readonly recipientSide: { readonly parties: readonly Party[] };
          readonly parent: PairingLine | null;
          readonly parts: List<PairingLine>;
          readonly funds: List<Entry>;
          readonly discrepancies: readonly Discrepancy[] | null;
        })
    | null;
}
