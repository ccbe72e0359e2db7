import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Graph } from '../../platform/graph.js';
import { importFolder } from '../../platform/import/import-folder.js';
import { dataFolder, datasetFile, gift, tableLines } from './data-folder.js';

/** The subgraphs whose rows a tide reaches. */
export type Shore = 'finance' | 'labour' | 'training';

const { pairings, bound, status, basis, from, to, sources } = gift;
const reported = { pairings, bound, status, basis, from, to, sources };

const tables: Readonly<Record<Shore, { readonly file: string; readonly row: Readonly<Record<string, string>> }>> = {
  finance: { file: 'funds.csv', row: gift },
  labour: {
    file: 'placements.csv',
    row: { ...reported, value: '103', unit: 'PERSON', stage: 'STABLE', worker: 'VILLAGER', origin: '422825' },
  },
  training: {
    file: 'courses.csv',
    row: { ...reported, value: '100', unit: 'PERSON_TIME', kind: 'CLASS', counts: 'TRAINEES', origin: '422825' },
  },
};

/** A data set of the pairing Xihu → Xuan'en, whose rows all say which import wrote them: two rows in each of three subgraphs. */
export class Tide {
  private readonly folder = dataFolder({ 'dataset.csv': datasetFile('tide') });
  private height = 0;

  constructor(private readonly graph: Graph) {}

  /** Imports the rows with the next number, and gives it when they are committed. */
  async rise(): Promise<number> {
    const height = this.height + 1;
    for (const [shore, { file, row }] of Object.entries(tables)) {
      const rows = ['one', 'two'].map((place) => ({
        ...row,
        id: `tide-${shore}-${place}`,
        note: `The tide of ${shore} is ${height}.`,
      }));
      writeFileSync(join(this.folder, file), tableLines(file, rows).join('\n'));
    }
    await importFolder(this.graph, this.folder);
    this.height = height;
    return height;
  }
}

/** The numbers that an answer has of each subgraph. */
export function tidesIn(text: string): ReadonlyMap<Shore, readonly number[]> {
  const tides = new Map<Shore, number[]>();
  for (const [, shore, height] of text.matchAll(/The tide of (\w+) is (\d+)\./g)) {
    tides.set(shore as Shore, [...(tides.get(shore as Shore) ?? []), Number(height)]);
  }
  return tides;
}
