/** A round of assistance that is marked on the time line, and a day that shows it: one after most of its pairings began. */
export interface Round {
  readonly year: string;
  readonly on: string;
  readonly names: readonly [english: string, chinese: string];
}

/** What decisions began, year by year. */
export const rounds: readonly Round[] = [
  { year: '1992', on: '1992-12-31', names: ['Three Gorges', '三峡库区'] },
  { year: '1994', on: '1995-12-31', names: ['Tibet', '援藏'] },
  { year: '1996', on: '1996-12-31', names: ['East-West', '东西部'] },
  { year: '1997', on: '1998-12-31', names: ['Xinjiang', '援疆'] },
  { year: '2008', on: '2008-12-31', names: ['Wenchuan', '汶川'] },
  { year: '2010', on: '2010-12-31', names: ['Xinjiang, Qinghai', '援疆、援青'] },
  { year: '2013', on: '2013-12-31', names: ['Guizhou', '贵州'] },
  { year: '2014', on: '2014-12-31', names: ['Tibetan areas', '藏区'] },
  { year: '2016', on: '2017-06-30', names: ['East-West', '东西部'] },
  { year: '2017', on: '2017-12-31', names: ['North-East', '东北'] },
  { year: '2021', on: '2021-12-31', names: ['East-West', '东西部'] },
  { year: '2022', on: '2022-12-31', names: ['Old base areas', '革命老区'] },
  { year: '2023', on: '2023-12-31', names: ['County pairs', '区县结对'] },
];
