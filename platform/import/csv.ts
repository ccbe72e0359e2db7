import { CsvError, parse } from 'csv-parse/sync';

import type { Problem } from './problem.js';

/** The header and records of a CSV file (RFC 4180, UTF-8 with or without byte order mark, comma, header line). */
export interface CsvFile {
  readonly header: readonly string[];
  readonly records: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** Reads a CSV file; gives a problem where it is not one. */
export function readCsv(file: string, bytes: Uint8Array): CsvFile | Problem {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return {
      file,
      line: lineOfInvalidBytes(bytes),
      column: null,
      found: 'bytes that are not UTF-8',
      expected: 'UTF-8 text',
    };
  }
  if (text.includes('\0')) {
    const line = text.slice(0, text.indexOf('\0')).split('\n').length;
    return { file, line, column: null, found: 'a zero byte', expected: 'UTF-8 text' };
  }
  try {
    const records = parse(text, { relaxColumnCount: true, skipEmptyLines: true, info: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    const [header, ...rest] = records;
    if (!header) {
      return {
        file,
        line: null,
        column: null,
        found: 'an empty file',
        expected: 'a line with the names of the columns',
      };
    }
    return {
      header: header.record.map((name) => name.trim()),
      records: rest.map(({ record, info }) => ({ line: info.lines, cells: record })),
    };
  } catch (error) {
    if (error instanceof CsvError) {
      const { lines } = error as CsvError & { lines?: number };
      return {
        file,
        line: lines ?? null,
        column: null,
        found: error.message,
        expected: 'CSV with commas and double quotes',
      };
    }
    throw error;
  }
}

function lineOfInvalidBytes(bytes: Uint8Array): number {
  const replaced = new TextDecoder('utf-8').decode(bytes);
  return replaced.slice(0, replaced.indexOf('\uFFFD')).split('\n').length;
}
