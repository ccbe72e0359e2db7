import { say } from '../../platform/import/message.js';
import type { Cells, WrittenCells } from '../../platform/import/table.js';
import { plainDate, readDate, readSpan, saysNoEnd, spanOfDate, type WrittenSpan } from './dates.js';

/**
 * The cells of a row with its span in plain form: 2017年3月至今 in `from`, 至今 in `to`. Where `isSpan`, a year alone that
 * is written as one, 2022年, is all of it.
 */
export function spanCells(cells: Cells, isSpan: boolean): WrittenCells {
  const { from = '', to = '' } = cells;
  const end = saysNoEnd(to) ? '' : to;
  const date = readDate(from);
  const span = date === null ? readSpan(from) : isSpan && /[年期]/.test(from) && to === '' ? spanOfDate(date) : null;
  if (span === null) {
    return { cells: to === end ? cells : { ...cells, to: end }, problems: [] };
  }
  return end === ''
    ? { cells: { ...cells, ...spanText(span) }, problems: [] }
    : {
        cells,
        problems: [
          {
            column: 'to',
            found: say(
              `${JSON.stringify(to)}, while ${JSON.stringify(from)} has an end`,
              `${JSON.stringify(to)}，而 ${JSON.stringify(from)} 已有止期`,
            ),
            expected: say('nothing, or the beginning alone in from', '留空，或起期只写开始的日期'),
          },
        ],
      };
}

const spanText = ({ from, to }: WrittenSpan): Cells => ({
  from: plainDate(from),
  to: to === null ? '' : plainDate(to),
});
