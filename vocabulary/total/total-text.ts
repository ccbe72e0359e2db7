import { labelsOf } from '../../platform/described-enum.js';
import { labelText } from '../../platform/enum-label.js';
import { Basis, FigureStatus } from '../figure/figure.js';
import { figureText } from '../figure/figure-text.js';
import type { Language } from '../figure/language.js';
import { ExclusionReason } from './exclusion-reason.js';
import type { Total } from './total.js';

const reasons = labelsOf(ExclusionReason);
const details = { ...labelsOf(FigureStatus), ...labelsOf(Basis) };

/** A total for display: what it adds, with whom that is shared, or what there is where it adds nothing. */
export function totalText(total: Total, language: Language): string {
  return total.count === 0
    ? nothingText(total, language)
    : sumText(total, language) +
        partText(total, language) +
        sharedText(total, language) +
        (total.isOfPartialListing ? listingText(language) : '');
}

function nothingText({ excluded, details: left, isOfDone }: Total, language: Language): string {
  if (excluded.length === 0) {
    return language === 'ZH' ? '未见报道' : 'none reported';
  }
  const numbers = [
    ...left.map(({ value, count }) => ({ label: details[value], count })),
    ...excluded
      .filter(({ reason }) => reason !== 'OTHER_STATUS' && reason !== 'OTHER_BASIS')
      .map(({ reason, count }) => ({ label: reasons[reason], count })),
  ];
  const list = numbers.map(({ label, count }) =>
    language === 'ZH' ? `${labelText(label, language)}${count}条` : `${count} ${labelText(label, language)}`,
  );
  return language === 'ZH'
    ? `${isOfDone ? '未见已完成的报道' : '没有可合计的报道'}；未计入：${list.join('、')}`
    : `${isOfDone ? 'nothing done is reported' : 'nothing to add is reported'}; left out: ${list.join(', ')}`;
}

function sumText({ value, min, max, unit, bound }: Total, language: Language): string {
  if (value === null && min === 0) {
    if (max === null) {
      return language === 'ZH' ? '数目不详' : 'number unknown';
    }
    const most = figureText({ value: max, min, max, unit, bound: 'EXACT', status: 'ACTUAL' }, language);
    return language === 'ZH' ? `至多${most}` : `up to ${most}`;
  }
  const figure = { value: value ?? min ?? max, min, max, unit, status: 'ACTUAL' } as const;
  if (bound === 'INFERRED') {
    const note = language === 'ZH' ? '（含推定或推算的数字）' : ' (in part inferred or worked out)';
    return figureText({ ...figure, bound: 'EXACT' }, language) + note;
  }
  return figureText({ ...figure, bound }, language);
}

const partText = ({ isPartial }: Total, language: Language): string =>
  isPartial ? (language === 'ZH' ? '（不足一年）' : ' (of a part of the year)') : '';

const listingText = (language: Language): string =>
  language === 'ZH' ? '（结对名单不全）' : ' (not all pairings are known)';

function sharedText({ shared, sharedAmong, min }: Total, language: Language): string {
  if (shared === 0) {
    return '';
  }
  const isInPart = min !== 0;
  if (language === 'ZH') {
    return `，${isInPart ? '部分' : ''}与另${shared}${sharedAmong === 'PAIRINGS' ? '个结对' : '方'}共有`;
  }
  const [one, several] = sharedAmong === 'PAIRINGS' ? ['pairing', 'pairings'] : ['party', 'parties'];
  return `, ${isInPart ? 'in part ' : ''}shared with ${shared} other ${shared === 1 ? one : several}`;
}
