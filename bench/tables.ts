import { createWriteStream } from 'node:fs';
import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';

import { stringify } from 'csv-stringify/sync';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';

import { compare, comparisonTable, type Comparison } from './compare.js';
import { fundCount, loadFunds } from './funds.js';
import { withGraph, type BenchTarget } from './graph.js';
import { startInOneProcess } from './processes.js';

/** Rows that a baseline takes from its statement at a time. */
const batch = 5_000;

/**
 * The table of 100,000 funds as CSV and as Parquet, next to the same columns by one statement of SQL, written by the same
 * libraries; and the memory that it takes.
 */
export async function benchTables(target: BenchTarget): Promise<string> {
  if (target.target.engine !== 'sqlite') {
    throw new TypeError('The workload tables is for SQLite: its baseline reads the file.');
  }
  await withGraph(target, loadFunds);
  const file = join(target.target.folder, 'finance.sqlite');
  const server = await startInOneProcess(target.target);
  const { origin } = new URL(server.url);
  const read = async (address: string): Promise<number> => {
    let bytes = 0;
    const response = await fetch(`${origin}${address}`);
    for await (const chunk of response.body ?? []) {
      bytes += (chunk as Uint8Array).length;
    }
    if (!response.ok) {
      throw new Error(`${address} answered with ${response.status}.`);
    }
    return bytes;
  };
  const memory = (): number => {
    const status = readFileSync(`/proc/${server.child.pid ?? 0}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  };
  await read('/q/funds.csv?first=1000');
  const before = memory();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, memory());
  }, 50);
  const comparisons: Comparison[] = [];
  for (const [form, write] of [
    ['csv', writeCsv],
    ['parquet', writeParquet],
  ] as const) {
    comparisons.push(
      await compare(
        `${fundCount} funds as ${form}`,
        () => read(`/q/funds.${form}`),
        {
          name: `SQL and its library`,
          work: runs(() => {
            write(file);
          }),
        },
        3,
      ),
    );
  }
  comparisons.push(
    await compare(
      `${fundCount} funds as csv, nested`,
      () => read('/q/funds.csv?first=20000'),
      { name: 'their walk as JSON', work: () => walkJson(origin, 20_000) },
      3,
    ),
  );
  clearInterval(watch);
  await server.stop();
  return `${comparisonTable(comparisons)}\n\nMemory of the server: ${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB at most.`;
}

const runs = (work: () => void) => (): Promise<void> => {
  work();
  return Promise.resolve();
};

async function walkJson(origin: string, rows: number): Promise<void> {
  let after = '';
  for (let read = 0; read < rows; read += 500) {
    const response = await fetch(`${origin}/q/funds?first=500&after=${after}`);
    const { data } = (await response.json()) as { data: { fundRows: { pageInfo: { endCursor: string } } } };
    after = encodeURIComponent(data.fundRows.pageInfo.endCursor);
  }
}

/** The columns of the table by joins. */
const statement = `
  select row.id, 'Fund', row.kind, row.kind, row.purpose, row.status, row.basis, row.bound, row.low / 100.0, row.low / 100.0,
    row.high / 100.0, row.unit, row.from_date, row.to_date, row.first_year, row.cluster,
    donor.region, giver.code, giver.name, giver.name_en, giver_province.name,
    recipient.region, taker.code, taker.name, taker.name_en, taker_province.name,
    row.included_in_id, row.may_be_included_in_id, source.document || '#' || coalesce(source.paragraph, ''),
    document.title_en, row.note, row.dataset
  from fund row
  left join party donor on donor.record = row.id and donor.role = 'DONOR'
  left join region_ref giver on giver.id = donor.region
  left join region_ref giver_province on giver_province.id = giver.province
  left join party recipient on recipient.record = row.id and recipient.role = 'RECIPIENT'
  left join region_ref taker on taker.id = recipient.region
  left join region_ref taker_province on taker_province.id = taker.province
  left join source on source.record = row.id and source.place = 0
  left join document_ref document on document.id = source.document
  order by row.id`;

function* batches(file: string): Generator<unknown[][]> {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare(statement);
  rows.setReturnArrays(true);
  let some: unknown[][] = [];
  for (const row of rows.iterate()) {
    some.push(row as unknown as unknown[]);
    if (some.length === batch) {
      yield some;
      some = [];
    }
  }
  yield some;
  database.close();
}

function writeCsv(file: string): void {
  const out = createWriteStream('/dev/null');
  for (const rows of batches(file)) {
    out.write(stringify(rows));
  }
  out.end();
}

const numbers = new Set([8, 9, 10, 14, 15]);

function writeParquet(file: string): void {
  const bytes = new ByteWriter();
  let writer: ParquetWriter | undefined;
  let group: unknown[][] = [];
  const names = (row: readonly unknown[]): string[] => row.map((_cell, place) => `c${place}`);
  const write = (): void => {
    const [first = []] = group;
    writer ??= new ParquetWriter({
      writer: bytes,
      schema: [
        { name: 'root', num_children: first.length },
        ...names(first).map((name, place) => ({
          name,
          repetition_type: 'OPTIONAL' as const,
          ...(numbers.has(place)
            ? ({ type: 'DOUBLE' } as const)
            : ({ type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const)),
        })),
      ],
    });
    void writer.write({
      columnData: names(first).map((name, place) => ({ name, data: group.map((row) => row[place]) })),
      rowGroupSize: 20_000,
    });
    bytes.index = 0;
    group = [];
  };
  for (const rows of batches(file)) {
    group.push(...rows);
    if (group.length >= 20_000) {
      write();
    }
  }
  if (group.length > 0) {
    write();
  }
  void writer?.finish();
}
