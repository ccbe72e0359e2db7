import fc from 'fast-check';

import { gift } from './data-folder.js';

/** A row of funds.csv in plain form, and the same as people write it. */
export interface WrittenRow {
  readonly plain: Readonly<Record<string, string>>;
  readonly written: (id: string) => Record<string, string>;
}

const base = { ...gift, value: '', bound: '', unit: '', from: '', to: '', sources: 's0#22' };

export const plainRow = ({ plain }: WrittenRow, id: string): Record<string, string> => ({ ...base, ...plain, id });

const fullWidth = (text: string): string =>
  text.replace(/[0-9.%]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));

/** Adds commas between thousands; the cell has quotes. */
const thousands = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const quoted = (text: string): string => (text.includes(',') ? `"${text}"` : text);

/** A number of yuan, and forms of it. */
const amount = fc
  .record({ tenThousands: fc.integer({ min: 1, max: 9_999_999 }), form: fc.nat(8) })
  .map(({ tenThousands, form }) => {
    const yuan = String(tenThousands * 10_000);
    const forms = [
      `${tenThousands}万元`,
      `${tenThousands}萬元`,
      `${tenThousands / 10_000}亿元`,
      fullWidth(`${tenThousands}`).concat('万元'),
      `${thousands(yuan)}元`,
      `${(tenThousands * 10_000).toExponential().toUpperCase()}元`,
      `￥${yuan}`,
      `人民币${tenThousands}万元`,
      `${thousands(String(tenThousands))} 万元`,
    ];
    return { yuan, text: forms[form] ?? '' };
  });

const bounds: readonly (readonly [bound: string, write: (text: string) => string])[] = [
  ['EXACT', (text) => text],
  ['EXACT', (text) => `共${text}`],
  ['ABOUT', (text) => `约${text}`],
  ['ABOUT', (text) => `${text}左右`],
  ['APPROACHING', (text) => `近${text}`],
  ['AT_LEAST', (text) => `${text}以上`],
  ['AT_LEAST', (text) => `超过${text}`],
  ['AT_LEAST', (text) => (text.endsWith('元') ? text.replace(/元$/, '余元') : `至少${text}`)],
  ['AT_MOST', (text) => `不足${text}`],
  ['AT_MOST', (text) => `${text}以内`],
];

const value = fc.record({ of: amount, bound: fc.nat(bounds.length - 1) }).map(({ of, bound: place }) => {
  const [bound, write] = bounds[place] ?? ['EXACT', (text: string) => text];
  return { plain: { value: of.yuan, unit: 'YUAN', bound }, written: { value: write(of.text) } };
});

const range = fc
  .record({ low: fc.integer({ min: 1, max: 500 }), more: fc.integer({ min: 1, max: 500 }), form: fc.nat(3) })
  .map(({ low, more, form }) => {
    const separators = ['-', '—', '至', '~'];
    return {
      plain: { value: `${low}0000..${low + more}0000`, unit: 'YUAN', bound: 'RANGE' },
      written: { value: `${low}${separators[form] ?? ''}${low + more}万元` },
    };
  });

const month = fc.record({
  year: fc.integer({ min: 1990, max: 2025 }),
  month: fc.integer({ min: 1, max: 12 }),
  form: fc.nat(5),
});
const span = month.map(({ year, month: of, form }) => {
  const next = of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
  const forms = [
    `${year}年${of}月`,
    `${year}/${of}`,
    `${year}.${String(of).padStart(2, '0')}`,
    fullWidth(`${year}`).concat(`年${of}月`),
  ];
  const from = `${year}-${String(of).padStart(2, '0')}`;
  switch (form) {
    case 4:
      return { plain: { from: String(year), to: String(year + 1) }, written: { from: `${year}年` } };
    case 5:
      return { plain: { from, to: '' }, written: { from: `${year}年${of}月`, to: '至今' } };
    default:
      return { plain: { from, to: next }, written: { from: forms[form] ?? '', to: next.replace('-', '/') } };
  }
});

const words: readonly (readonly [plain: Record<string, string>, written: Record<string, string>])[] = [
  [
    { kind: 'FISCAL', status: 'ACTUAL' },
    { kind: '财政资金', status: '已完成' },
  ],
  [
    { kind: 'SOCIAL_CASH', status: 'PLANNED' },
    { kind: '捐款', status: '计划' },
  ],
  [
    { kind: 'SOCIAL', status: 'COMMITTED' },
    { kind: '社會幫扶', status: 'committed' },
  ],
  [
    { kind: 'INVESTMENT', status: 'TARGET' },
    { kind: '招商引资', status: '目标' },
  ],
];

/** Random rows in random forms that an import accepts. */
export const writtenRow: fc.Arbitrary<WrittenRow> = fc
  .record({ figure: fc.oneof(value, range), span, word: fc.nat(words.length - 1) })
  .map(({ figure, span: dates, word }) => {
    const [plain, written] = words[word] ?? [{}, {}];
    return {
      plain: { ...figure.plain, ...dates.plain, ...plain },
      written: (id) => ({
        ...base,
        ...figure.written,
        value: quoted(figure.written.value),
        ...dates.written,
        ...written,
        id,
        basis: '当年',
      }),
    };
  });
