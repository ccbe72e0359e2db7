import { pageNames, windowTitle, type PageName } from '../../platform/page-names.js';
import { alternates, escape, languageTags, type PageLanguage } from '../request/html-page.js';

/** What a page says of itself in its HTML. */
export interface PageHead {
  readonly title: string;
  readonly description: string;
  /** What is not there, where the page is sent with status 404. */
  readonly missing: null | 'path' | 'subject';
}

/** The head of an address whose subject is not known. */
export const generalHead = (language: PageLanguage): PageHead => ({
  title: 'Jiedui 结对',
  description: text(descriptions.overview, language),
  missing: null,
});

/** The head of a page that has no subject of its own. */
export const headOf = (name: PageName & keyof typeof descriptions, language: PageLanguage): PageHead => ({
  title: windowTitle(text(pageNames[name], language)),
  description: text(descriptions[name], language),
  missing: null,
});

/** The head of a page that is not there. */
export const unknownHead = (name: PageName, language: PageLanguage, id = ''): PageHead => ({
  title: windowTitle(text(pageNames[name], language, id)),
  description: text(descriptions.overview, language),
  missing: name === 'unknownPage' ? 'path' : 'subject',
});

/** The head of a page about a subject. */
export const subjectHead = (
  kind: keyof typeof ofSubjects,
  language: PageLanguage,
  subject: string,
  ...more: readonly string[]
): PageHead => ({
  title: windowTitle(subject),
  description: text(ofSubjects[kind], language, subject, ...more),
  missing: null,
});

/** The HTML of the pages with a head of its own, and links to the same page in each language. */
export function withHead(html: string, head: PageHead, language: PageLanguage, url: string): string {
  const parts: readonly (readonly [RegExp, string])[] = [
    [/<html lang="en">/, `<html lang="${languageTags[language]}"${head.missing === 'path' ? ' data-no-page' : ''}>`],
    [/<meta\s+name="description"[^>]*>/, `<meta name="description" content="${escape(head.description)}" />`],
    [/<title>[^<]*<\/title>/, `<title>${escape(head.title)}</title>\n    ${alternates(url).join('\n    ')}`],
  ];
  return parts.reduce((sent, [place, part]) => sent.replace(place, () => part), html);
}

/** What each page has, in a sentence. */
const descriptions = {
  overview: [
    'Chinese regions and the paired assistance between them: who helps whom, since when, with what money, jobs and training.',
    '中国各地区与地区之间的结对帮扶：谁帮扶谁，从何时起，投入多少资金，带来哪些就业与培训。',
  ],
  pairings: [
    'All pairings of regions in China, by programme, level and year: who helps whom, since when.',
    '中国各地区的结对关系，可按帮扶机制、层级和年份筛选：谁帮扶谁，自何时起。',
  ],
  regions: [
    'Provinces, prefectures and counties of China, with their codes and with the pairings of each.',
    '中国省、地、县三级地区及其代码，以及各地的结对关系。',
  ],
  documents: [
    'The policy documents, yearbooks, releases and articles that every pairing and every figure is drawn from.',
    '结对关系与数字所依据的政策文件、年鉴、官方发布和文章。',
  ],
  programmes: [
    'The programmes of paired assistance in China, with their rounds and the pairings of each.',
    '中国各项帮扶机制，及其历轮名单与结对关系。',
  ],
  about: [
    'What data there are and how many, what “no record” means, under what licence, and how to cite them.',
    '有哪些数据、有多少条，“没有记录”意味着什么，许可与引用方式。',
  ],
  compare: [
    'Two to four pairings or regions side by side: money, firms, work, cadres, training and goods sold, in all and year by year.',
    '并列比较二至四对结对或二至四个地区：资金、产业、就业、干部、培训与消费帮扶，累计与分年。',
  ],
  explorerPage: [
    'Ask the graph of Chinese regions and the paired assistance between them: ready queries, a field picker, documentation.',
    '查询中国各地区及结对帮扶的数据图：现成查询、字段勾选、接口文档。',
  ],
  import: ['Import of data sets.', '导入数据集。'],
} as const satisfies Readonly<Partial<Record<PageName, readonly [string, string]>>>;

/** What a page about a subject has; `{0}` is its name. */
const ofSubjects = {
  region: [
    '{0}{1}: who helps it and whom it helps, since when, with what money, jobs and training, each number with its source.',
    '{0}{1}：谁帮扶它、它帮扶谁，自何时起，有哪些资金、就业与培训，数字均注明来源。',
  ],
  pairing: [
    '{0}{1}: since when and on what legal basis, with what money, jobs and training, each number with its source.',
    '{0}{1}：起止时间与政策依据，资金、就业与培训，数字均注明来源。',
  ],
  document: [
    '{0}{1}: the pairings, periods and figures that are drawn from this document.',
    '{0}{1}：出自该文献的结对关系、起止时间与数字。',
  ],
  programme: [
    '{0}: its rounds, whether their lists are complete, and who helps whom in it.',
    '{0}：历轮名单是否完整，以及谁帮扶谁。',
  ],
  organisation: [
    '{0}: the pairings that it is a side of, and what it gives, runs and receives, each number with its source.',
    '{0}：参与的结对，以及提供、开展和接受的帮扶，数字均注明来源。',
  ],
} as const;

function text([english, chinese]: readonly [string, string], language: PageLanguage, ...values: string[]): string {
  return (language === 'en' ? english : chinese).replace(
    /\{(\d)\}/g,
    (_, place: string) => values[Number(place)] ?? '',
  );
}
