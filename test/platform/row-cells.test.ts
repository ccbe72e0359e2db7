import { describe, expect, test } from '@jest/globals';

import { knownTables } from '../../platform/import/check-folder.js';
import type { GatheredProblem } from '../../platform/import/problem.js';
import { readFolder } from '../../platform/import/read-files.js';
import { subgraphs } from '../../subgraphs/index.js';
import { dataFolder, datasetFile } from '../support/data-folder.js';

/** The problems, or the warnings, of a folder with this table: line, column and cells, those at fault in brackets. */
async function listed(lines: readonly string[], what: 'problems' | 'warnings' = 'problems'): Promise<unknown[]> {
  const path = dataFolder({ 'dataset.csv': datasetFile('own'), 'regions.csv': lines });
  const folder = await readFolder(path, knownTables(subgraphs.map((subgraph) => ({ subgraph }))));
  const { nameOf, cellsOf } = folder;
  return folder[what].list({ nameOf, cellsOf }).map(({ line, column, cells }) => [line, column, cells && shown(cells)]);
}

const shown = (cells: NonNullable<GatheredProblem['cells']>): string =>
  cells.map(({ column, text, isFaulty }) => `${column ?? ''}:${isFaulty ? `[${text}]` : text}`).join(' ');

describe('the cells beside a problem', () => {
  test('are those that are filled in, under the names that the file has, and those at fault', async () => {
    expect(
      await listed([
        '级别,kind,名称,id,parent',
        'VILLAGE,ADMINISTRATIVE,水田村,a,',
        ',HILL, 山村 ,b,"a,',
        'b"',
        'HAMLET,,丙,c,',
      ]),
    ).toEqual([
      [3, 'kind', 'kind:[HILL] 名称:山村 id:b parent:a,\nb'],
      [4, 'kind', '级别:[HAMLET] kind:[] 名称:丙 id:c'],
      [4, '级别', '级别:[HAMLET] kind:[] 名称:丙 id:c'],
    ]);
  });

  test('are shown for the rows that are listed of one mistake', async () => {
    const rows = Array.from({ length: 9 }, (_, place) => `HAMLET,ADMINISTRATIVE,村,v${place}`);
    expect(await listed(['level,kind,name,id', ...rows])).toEqual(
      [2, 3, 4].map((line) => [line, 'level', `level:[HAMLET] kind:ADMINISTRATIVE name:村 id:v${line - 2}`]),
    );
  });

  test('have no column beyond the header, in it, and above it', async () => {
    const lines = ['level,kind,name,id', 'VILLAGE,ADMINISTRATIVE,水,a,田'];
    expect(await listed(lines)).toEqual([[2, null, 'level:VILLAGE kind:ADMINISTRATIVE name:水 id:a :田']]);
    expect(await listed(['level,kind,名称,id,colour', 'VILLAGE,ADMINISTRATIVE,水田,a,red'])).toEqual([
      [1, 'colour', ':level :kind :名称 :id :[colour]'],
    ]);
    expect(await listed(['名录,2022,,', 'level,kind,name,id'], 'warnings')).toEqual([[1, null, ':名录 :2022']]);
  });

  test('are cut where they are long, and few where a row has many', async () => {
    const [[, , cells]] = (await listed(['level,kind,name,id', `HAMLET,${'k'.repeat(78)}🏔山,${'n'.repeat(99)},a`])) as [
      [unknown, unknown, string],
    ];
    expect(cells).toBe(`level:[HAMLET] kind:[${'k'.repeat(78)}…] name:${'n'.repeat(79)}… id:a`);
    const [[, , many]] = (await listed(['level,kind,name,id', 'x,'.repeat(100_000)])) as [[unknown, unknown, string]];
    expect(many.split(' ')).toHaveLength(60);
  });

  test('are left out where no row was read', async () => {
    expect(await listed(['level,kind,name,id', '"VILLAGE'])).toEqual([[expect.anything(), null, undefined]]);
  });
});
