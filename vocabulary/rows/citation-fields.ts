import type { Identified } from '../../platform/page.js';
import type { sources } from './readers.js';
import { joined, type RowFields } from './row-field.js';

/** The columns that tell where rows are printed. */
export const citationFields = (reader: typeof sources): RowFields<Identified> => ({
  sources: {
    type: 'String',
    description: 'Where it is printed (出处): the id of the document and the paragraph, `s1#10`, joined by "; ".',
    reads: [reader],
    value: ({ id }, page) =>
      joined(
        page
          .of(reader, id)
          .map(({ document, paragraph }) => (paragraph === null ? document : `${document}#${paragraph}`)),
      ),
  },
  citation: {
    type: 'String',
    description: 'The same for a footnote (引用): the title of each document and the paragraph.',
    reads: [reader],
    value: ({ id }, page) =>
      joined(
        page.of(reader, id).map(({ title, titleEn, paragraph }) => {
          const name = titleEn ?? title ?? '';
          return paragraph === null ? name : `${name}, paragraph ${paragraph}`;
        }),
      ),
  },
});
