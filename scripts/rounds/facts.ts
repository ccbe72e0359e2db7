import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import { projectRoot } from '../../platform/config.js';

/** A row of a CSV file by its columns. */
export type Row = Readonly<Record<string, string>>;

/** A date as the facts have it: `2016-12`, `1996`, `unknown`. */
interface FactDate {
  readonly date: string;
}

/** A party of an edge, by the register’s id. */
interface FactParty {
  readonly region: string;
}

/** One pairing in one round. */
export interface Edge {
  readonly id: string;
  readonly pairing: string;
  readonly programme: string;
  readonly round: string;
  readonly level: string;
  readonly donors: readonly FactParty[];
  readonly recipients: readonly FactParty[];
  readonly from: FactDate;
  readonly to: (FactDate & { readonly basis: string; readonly supersededBy?: string; readonly before?: string }) | null;
  readonly legalBasis: string | null;
  readonly sources: readonly string[];
  readonly confidence: 'text' | 'two-texts';
  readonly note?: string;
  readonly parent?: string;
  readonly inFirstDataSet?: true;
  readonly mutual?: true;
}

/** A document as the facts have it. */
export interface FactDocument {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly issuer: string;
  readonly date: string;
  readonly number?: string;
  readonly address?: string;
}

/** A figure as the facts have it; its period is closed. */
export interface Figure {
  readonly id: string;
  readonly programme: string;
  readonly scope: 'nation' | 'programme' | 'pair';
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  readonly bound: string;
  readonly period: { readonly from: FactDate; readonly to: FactDate };
  readonly basis: string;
  readonly sources: readonly string[];
  readonly confidence: 'text' | 'two-texts';
  readonly donor?: FactParty;
  readonly recipient?: FactParty;
  readonly note?: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
}

/** What was gathered of the rounds of pairings: `about` says how to read it. */
export interface RoundFacts {
  readonly programmes: readonly Named[];
  readonly rounds: readonly Named[];
  readonly documents: readonly FactDocument[];
  readonly pairings: readonly Edge[];
  readonly figures: readonly Figure[];
  readonly conflicts: readonly { readonly id: string; readonly text: string; readonly sources: readonly string[] }[];
}

/** What the facts name in words alone: a pairing of parties that the register does not have. */
interface OutsideRegister {
  readonly programme: string;
  readonly round: string;
  readonly donor: string;
  readonly recipient: string;
  readonly sources: readonly string[];
}

/** The facts that data/rounds is made of. */
export function roundFacts(): RoundFacts {
  const text = readFileSync(join(projectRoot, 'scripts/rounds/facts/rounds.json'), 'utf8');
  const { outsideRegister, ...facts } = JSON.parse(text) as RoundFacts & { outsideRegister: OutsideRegister[] };
  return { ...facts, pairings: [...facts.pairings, ...outsideRegister.map(edgeOutside)] };
}

/** The edge of a pairing that the facts name in words: the table beside them has its parties and dates. */
function edgeOutside({ programme, round, donor, recipient, sources }: OutsideRegister): Edge {
  const row = readBeside('zone-pairings').find(
    (each) => each['round'] === round && each['donor'] === donor && each['recipient'] === recipient,
  );
  if (!row) {
    throw new Error(`zone-pairings.csv does not have ${donor}–${recipient} of ${round}.`);
  }
  const cell = (column: string): string => row[column] ?? '';
  const end = { date: cell('to'), basis: cell('end') };
  return {
    id: `${cell('pairing')}-${round.slice(-4)}`,
    pairing: cell('pairing'),
    programme,
    round,
    level: cell('level'),
    donors: [{ region: cell('donorRegion') }],
    recipients: [{ region: cell('recipientRegion') }],
    from: { date: cell('from') },
    to: end.date === '' ? null : { ...end, ...whereSet('supersededBy', cell('supersededBy')) },
    legalBasis: cell('legalBasis') || null,
    sources,
    confidence: 'text',
    ...whereSet('note', cell('note')),
    ...whereSet('parent', cell('parent')),
  };
}

const whereSet = <Name extends string>(name: Name, value: string): Partial<Record<Name, string>> =>
  value === '' ? {} : ({ [name]: value } as Record<Name, string>);

/** The rows of a table beside them, which has what they leave to a reader. */
export const readBeside = (table: string): readonly Row[] => readRows(`scripts/rounds/facts/${table}.csv`);

/** The rows of a table of the articles, which data/rounds refers to. */
export const readArticles = (table: string): readonly Row[] => readRows(`data/articles/${table}.csv`);

const readRows = (file: string): readonly Row[] => parse(readFileSync(join(projectRoot, file)), { columns: true });
