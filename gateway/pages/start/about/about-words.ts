/** The texts of the page about the data and of the footer. */
export const aboutWords = {
  dataSets: ['Data sets', '数据集'],
  dataSet: ['Data set', '数据集'],
  dataVersion: ['Data version', '数据版本'],
  dataVersionMeans: ['it changes with every import.', '每次导入后都会改变。'],
  dataSet_articles: ['What five published articles report of paired assistance', '五篇已发表文章所载的结对帮扶'],
  dataSet_register: [
    'The register of regions: provinces, prefectures and counties, 2002 to 2023',
    '行政区划登记册：2002年至2023年的省、地、县',
  ],
  dataSet_rounds: ['Official pairings of the country, round by round', '全国历轮结对名单'],
  records: ['Records', '记录'],
  recordYears: ['Years of its records', '记录所属年份'],
  atLeastCounts: ['Of some types there are more; the numbers are the least.', '部分类型还有更多，所列为最少数。'],
  howMany: ['How many', '数据数量'],
  recordsAndFigures: ['Records and figures', '记录与数字'],
  aboutIntro: [
    'What official and published documents say of the paired assistance between Chinese regions: who helps whom, since when, with what money, jobs and training. Every number is as its source prints it, with its bounds, its status and its source.',
    '官方文件与公开资料对中国各地区结对帮扶的记载：谁帮扶谁，自何时起，有哪些资金、就业与培训。每个数字均照来源所载，附上下限、状态和出处。',
  ],
  noRecordHeading: ['What “no record” means', '“没有记录”意味着什么'],
  noRecordMeans: [
    'It never means “no pairing”, “no money” or zero. It means that none of the documents in the data reports it. Lists of rounds are seldom published as a whole: each round says whether its list is complete, and what is known to be missing. What is not available now is said too, and is not zero either.',
    '“没有记录”绝不等于“没有结对”“没有资金”或零，只表示数据所收文献均未记载。历轮名单很少完整公布，每一轮都注明名单是否完整、已知缺少什么。因故障暂缺的内容也会注明，同样不等于零。',
  ],
  confidenceHeading: ['Confidence', '可信程度'],
  confidenceMeans: [
    'A period of a pairing says on how many independent texts it rests. Where sources disagree, both reports are kept and the difference is shown.',
    '每段结对期间都注明依据几个独立来源。来源不一致时，各方说法都保留，并列出差异。',
  ],
  oneText: ['one text, or several that repeat one', '只有一个来源，或几个来源互相转载'],
  twoTexts: ['at least two texts that do not rest on each other', '至少两个互不依赖的来源'],
  licenceHeading: ['Licence', '许可'],
  licence: [
    'Facts are free for all to use. The tables and the code are under the MIT licence. The sentences of the documents are their authors’ and are not here.',
    '事实可供任何人自由使用；数据表与代码采用 MIT 许可。文献原文归其作者所有，不在此处。',
  ],
  citeHeading: ['How to cite', '如何引用'],
  citeHow: [
    'Cite the document that a number is from; each number names it with the paragraph. To cite a page, open “Cite this page” at its foot: a line for a list of references, and BibTeX. Name the data version, since data change with imports.',
    '引用数字时，请引用其所出的文献；每个数字都注明文献与段落。引用页面时，请打开页脚的“引用本页”，有参考文献格式与 BibTeX。数据会随导入更新，请注明数据版本。',
  ],
  citePage: ['Cite this page', '引用本页'],
  citeLine: ['{0}. Jiedui 结对.{1} {2} (accessed {3}).', '{0}[DB/OL]. 结对 Jiedui.{1} {2}（{3}访问）.'],
  citeVersion: [' Data version {0}.', ' 数据版本 {0}.'],
} as const satisfies Readonly<Record<string, readonly [english: string, chinese: string]>>;
