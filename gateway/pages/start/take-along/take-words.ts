/** The texts of what takes a page along, and of a page in another. */
export const takeWords = {
  take: ['Take it along', '带走本页内容'],
  takeTables: ['Tables as CSV', 'CSV 表格'],
  takePictures: ['Pictures', '图片'],
  takePicture: ['{0} as {1}', '{0}（{1}）'],
  takeThePicture: ['Picture', '图'],
  takeLink: ['Link', '链接'],
  takeEmbed: ['To embed in a page', '嵌入其他网页'],
  takeCode: ['From a program', '供程序使用'],
  takeCopy: ['Copy', '复制'],
  takeCopied: ['Copied', '已复制'],
  takeNotCopied: ['Not copied: the browser does not allow it. The text is selected.', '浏览器不允许复制，文字已选中。'],
  takeNoPicture: ['The picture cannot be made.', '无法生成图片。'],
  takeCors: [
    'A page of another origin may read answers where the server allows it (CORS_ORIGINS).',
    '其他来源的网页须经服务器允许（CORS_ORIGINS）方可读取。',
  ],
  tableYears: ['Years', '年度数据'],
  embedSource: ['Source', '来源'],
} as const satisfies Readonly<Record<string, readonly [english: string, chinese: string]>>;
