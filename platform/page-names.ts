/** The names of pages in English and Chinese, for the server that sends them and the browser that shows them. */
export const pageNames = {
  overview: ['Who helps whom', '谁帮扶谁'],
  pairings: ['Pairings', '结对'],
  regions: ['Regions', '各级地区'],
  documents: ['Documents', '文献'],
  programmes: ['Programmes', '各项帮扶机制'],
  about: ['About the data', '数据说明'],
  compare: ['Compare', '比较'],
  explorerPage: ['Explorer', '查询页'],
  import: ['Import data', '导入数据'],
  unknownPage: ['There is no such page', '没有这个页面'],
  unknownRegion: ['There is no region “{0}”', '没有地区“{0}”'],
  unknownPairing: ['There is no pairing “{0}”', '没有结对“{0}”'],
  unknownDocument: ['There is no document “{0}”', '没有文献“{0}”'],
  unknownOrganisation: ['There is no organisation “{0}”', '没有机构“{0}”'],
  unknownProgramme: ['There is no programme “{0}”', '没有帮扶机制“{0}”'],
} as const satisfies Readonly<Record<string, readonly [english: string, chinese: string]>>;

export type PageName = keyof typeof pageNames;

/** The title of a window: what the page is about, and the name of the site. */
export const windowTitle = (subject: string): string => `${subject} · Jiedui 结对`;
