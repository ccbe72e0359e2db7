import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Graph } from '../../platform/graph.js';
import { importFolder } from '../../platform/import/import-folder.js';
import { dataFolder, datasetFile, gift, tableLines } from './data-folder.js';

const { pairings, bound, status, basis, from, to, sources } = gift;
const reported = { pairings, bound, status, basis, from, to, sources };

/** A row of each subgraph that the import writes to. */
const rows = {
  finance: { file: 'funds.csv', row: gift },
  labour: {
    file: 'placements.csv',
    row: { ...reported, value: '103', unit: 'PERSON', stage: 'STABLE', worker: 'VILLAGER', origin: '422825' },
  },
  training: {
    file: 'courses.csv',
    row: { ...reported, value: '100', unit: 'PERSON_TIME', kind: 'CLASS', counts: 'TRAINEES', origin: '422825' },
  },
} as const;

/** A subgraph that the import writes to. */
export type NumberedSubgraph = keyof typeof rows;

export const numberedSubgraphs = Object.keys(rows) as readonly NumberedSubgraph[];

/** A data set of the pairing Xihu → Xuan'en that is imported again and again: its two rows in each subgraph say by which import. */
export class NumberedImport {
  private readonly folder = dataFolder({ 'dataset.csv': datasetFile('numbered') });
  private last = 0;

  constructor(private readonly graph: Graph) {}

  /** Imports the rows with the next number, and gives it when they are committed. */
  async next(): Promise<number> {
    const number = this.last + 1;
    for (const [subgraph, { file, row }] of Object.entries(rows)) {
      const numbered = ['one', 'two'].map((place) => ({
        ...row,
        id: `numbered-${subgraph}-${place}`,
        note: `Import ${number} of ${subgraph}.`,
      }));
      writeFileSync(join(this.folder, file), tableLines(file, numbered).join('\n'));
    }
    await importFolder(this.graph, this.folder);
    this.last = number;
    return number;
  }
}

/** The numbers of imports that an answer has, by subgraph. */
export function numbersIn(text: string): ReadonlyMap<NumberedSubgraph, readonly number[]> {
  const numbers = new Map<NumberedSubgraph, number[]>();
  for (const [, number, name] of text.matchAll(/Import (\d+) of (\w+)\./g)) {
    const subgraph = name as NumberedSubgraph;
    numbers.set(subgraph, [...(numbers.get(subgraph) ?? []), Number(number)]);
  }
  return numbers;
}
