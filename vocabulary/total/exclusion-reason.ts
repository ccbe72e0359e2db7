import { describedEnum, type EnumValue } from '../../platform/described-enum.js';

export const ExclusionReason = describedEnum(
  'ExclusionReason',
  'Why a record is left out of a total, or not added in full.',
  {
    NO_FIGURE: ['without a number', '未给数字', 'The source reports it without a number.'],
    OTHER_KIND: [
      'of another kind',
      '类别不同',
      'It is of another kind: money of different kinds, or people at another stage, are never added.',
    ],
    OTHER_UNIT: ['in another unit', '单位不同', 'Its figure is in another unit, such as person-times beside persons.'],
    OTHER_STATUS: [
      'of another status',
      '状态不同',
      'It is of another status: planned, a target, committed, or not said.',
    ],
    OTHER_BASIS: [
      'of another span of time',
      '时间口径不同',
      'It covers time otherwise: figures of one year, of all time and levels are never added.',
    ],
    DEPRECATED: ['not relied on', '已弃用', 'Its rank is DEPRECATED: it is not to be relied on.'],
    INCLUDED_IN_ANOTHER: [
      'part of another record',
      '已含于另一记录',
      'It is a part of another record that is counted here: the data say so.',
    ],
    UNCLEAR_INCLUSION: [
      'perhaps part of another record',
      '可能含于另一记录',
      'It may be a part of another record that is counted here; the source leaves it open.',
    ],
    REPORTED_TWICE: ['reported twice', '重复报道', 'Another record has the same number for the same thing.'],
    COMPETING: [
      'another number for the same thing',
      '数字不一',
      'Another document has another number for the same thing: the total goes from the least to the greatest.',
    ],
    INDISTINCT: [
      'perhaps the same as another',
      '可能重复',
      'One document has two numbers for things of one description: they may be one thing or two.',
    ],
    SUPERSEDED: [
      'in a later cumulative figure',
      '已含于后来的累计数',
      'A cumulative figure up to a later time, or from an earlier one, has it in it.',
    ],
    PART_OF_PERIOD: ['part of a longer period', '已含于更长时期', 'The figure of a longer period has it in it.'],
    PART_OF_WHOLE: [
      'part of a wider figure',
      '已含于更大范围',
      'A figure of the pairing or region above, or of more kinds, has it in it.',
    ],
    CONTRADICTED: [
      'more than its whole',
      '大于整体',
      'It is larger than the figure that should have it in it: the total goes from the one to the other.',
    ],
    FIRMER_STATUS: [
      'also reported as done',
      '已有更确定的报道',
      'What is done, or more firmly intended, is counted in its place.',
    ],
    OVERLAPPING: [
      'overlaps with another',
      '与另一记录重叠',
      'It overlaps with another record that is counted: nothing of it, or all, may come on top.',
    ],
    RETURNING: [
      'perhaps the same again',
      '可能为同一对象',
      'The same persons, firms or places may be in the figure of another time that is counted.',
    ],
    SHARED: [
      'shared with others',
      '与他方共有',
      'It is of others too, and the source does not split it: nothing of it, or all, may be of this one.',
    ],
  },
);
export type ExclusionReason = EnumValue<typeof ExclusionReason>;

/** The reasons of records that are counted all the same, if not in full. */
export const partialReasons: readonly ExclusionReason[] = ['OVERLAPPING', 'RETURNING', 'SHARED'];
