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
  FORMERLY_POOR: [
    'lifted out of poverty',
    '脱贫人口',
    'Persons of households that were registered as poor and are lifted out of poverty (脱贫人口, 脱贫劳动力).',
  ],
  RURAL_LABOUR: ['rural workers', '农村劳动力', 'Workers of rural households, whether poor or not (农村劳动力).'],
  RELOCATED: ['relocated', '易地搬迁人口', 'Persons who were moved out of poor places (易地扶贫搬迁人口).'],
  UNSPECIFIED: ['workers', '劳动者', 'The source does not say which people they are.'],
  VILLAGER: ['villagers', '村民', 'Villagers, whether poor or not (村民).'],
});
export type Worker = EnumValue<typeof Worker>;

/** Which people are among which. */
export const workerOrder = {
  UNSPECIFIED: ['VILLAGER', 'RURAL_LABOUR'],
  RURAL_LABOUR: ['FORMERLY_POOR', 'RELOCATED'],
  VILLAGER: ['REGISTERED_POOR'],
  REGISTERED_POOR: ['POOR_WITH_LABOUR'],
} as const;

export const WorkerFilter = operatorInput(
  'WorkerFilter',
  'Conditions on which people work is sought for.',
  () => Worker,
);
