import type { Edge, Figure, Row } from './facts.js';
import { measures, units } from './measures.js';

/** The rows of figures, by the table that they are in. */
export function figureRows(
  figures: readonly Figure[],
  edges: readonly Edge[],
  documents: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly Row[]> {
  const byTable = Map.groupBy(figures, (each) => measureOf(each).table);
  return new Map(
    Array.from(byTable, ([table, inTable]) => {
      const rows = inTable.map((figure) => figureRow(figure, edges, documents));
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      return [table, rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? ''])))];
    }),
  );
}

/** What a figure measures. */
export function measureOf({ id, measure }: Figure): (typeof measures)[string] {
  const found = measures[measure];
  if (!found) {
    throw new Error(`The figure ${id} is of the measure ${measure}, which measures.ts does not have.`);
  }
  return found;
}

function figureRow(figure: Figure, edges: readonly Edge[], documents: ReadonlyMap<string, string>): Row {
  const { id, value, unit, bound, period, basis, confidence, note = '' } = figure;
  const { cells, donor, recipient } = measureOf(figure);
  const pairing = pairingOf(figure, edges);
  return {
    id,
    pairings: pairing ?? '',
    programme: figure.scope === 'pair' ? '' : figure.programme,
    value: String(value),
    unit: units[unit] ?? unit,
    bound,
    status: statusOf(figure),
    basis: basis === 'PLANNED' ? 'CUMULATIVE' : basis,
    from: period.from.date,
    to: dayAfter(period.to.date),
    includedIn: wholeOf(figure),
    mayBeIncludedIn: '',
    rank: '',
    confidence: confidence === 'two-texts' ? 'TWO_TEXTS' : 'ONE_TEXT',
    note,
    sources: figure.sources.map((source) => documents.get(source) ?? source).join(';'),
    ...cells,
    ...(donor === '' ? {} : { [donor]: figure.donor?.region ?? '' }),
    ...(recipient === '' ? {} : { [recipient]: figure.recipient?.region ?? '' }),
  };
}

/** The pairing of its two sides; none where a figure is of several programmes, or names one side alone. */
function pairingOf({ programme, donor, recipient, note = '' }: Figure, edges: readonly Edge[]): string | undefined {
  if (!donor || !recipient || note.startsWith('Both programmes')) {
    return undefined;
  }
  const isOnly = (side: Edge['donors'], region: string): boolean => side.length === 1 && side[0]?.region === region;
  return edges.find(
    (edge) =>
      edge.programme === programme && isOnly(edge.donors, donor.region) && isOnly(edge.recipients, recipient.region),
  )?.pairing;
}

function statusOf({ basis, measure, note = '' }: Figure): string {
  if (basis === 'PLANNED') {
    return 'PLANNED';
  }
  return measure === 'AGREED_INVESTMENT' ? 'COMMITTED' : note.startsWith('Expected') ? 'EXPECTED' : 'ACTUAL';
}

/** The figure that has this one in it, where its text says so. */
const wholeOf = ({ id, note = '' }: Figure): string =>
  note.includes(', part of the jobs') ? id.replace('-lifted', '') : '';

/** The end of a closed span, itself not included: to the day within a year, as a year after one. */
function dayAfter(date: string): string {
  const [year = '', month] = date.split('-');
  if (date === 'unknown') {
    return '';
  }
  if (month === undefined || month === '12') {
    return String(Number(year) + 1);
  }
  return `${year}-${String(Number(month) + 1).padStart(2, '0')}-01`;
}
