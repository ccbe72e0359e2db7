import { describedEnum, type EnumValue } from '../../platform/described-enum.js';
import { operatorInput } from '../../vocabulary/record/filter-inputs.js';

export const Worker = describedEnum('Worker', 'Which people work is sought for.', {
  REGISTERED_POOR: [
    'registered poor',
    '建档立卡贫困人口',
    'Persons of households registered as poor (建档立卡贫困人口).',
  ],
  POOR_WITH_LABOUR: [
    'poor who can work',
    '有劳动力的贫困户',
    'Persons of poor households who are able to work (有劳动力的贫困户).',
  ],
  VILLAGER: ['villagers', '村民', 'Villagers, whether poor or not (村民).'],
});
export type Worker = EnumValue<typeof Worker>;

/** Which people are among which. */
export const workerOrder = {
  VILLAGER: ['REGISTERED_POOR'],
  REGISTERED_POOR: ['POOR_WITH_LABOUR'],
} as const;

export const WorkerFilter = operatorInput(
  'WorkerFilter',
  'Conditions on which people work is sought for.',
  () => Worker,
);
