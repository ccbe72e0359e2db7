import query from '../../../../documents/pages/overview-reported.graphql?raw';
import { FundKind, PlacementStage, SaleKind } from '../../../../schema/labels.json';
import type { StartOverviewReportedQuery, StartOverviewReportedQueryVariables } from '../../generated/graphql.js';
import { element, present } from '../element.js';
import { factList } from '../facts.js';
import { ask, type Missing } from '../graph.js';
import { label } from '../labels.js';
import { capitalised, language, say } from '../language.js';
import type { Notes } from '../records/notes.js';
import { pairingTable } from '../records/pairing-table.js';
import { section } from '../records/sections.js';
import { missingText } from '../records/table.js';
import { dayOf, pairingsFilter, recordsFilter } from './filters.js';
import type { OverviewState } from './state.js';

/** What is reported from place to place: money, jobs, training, and the pairings. */
export async function reported(
  state: OverviewState,
  notes: Notes,
  signal: AbortSignal,
): Promise<{ readonly content: readonly HTMLElement[]; readonly missing: Missing }> {
  const { donor, recipient, ...others } = recordsFilter(state);
  const sides = { ...(donor && { donor }), ...(recipient && { recipient }) };
  const variables: StartOverviewReportedQueryVariables = {
    on: dayOf(state),
    pairings: pairingsFilter(state),
    funds: { ...sides, ...others },
    sales: { ...(donor && { buyer: donor }), ...(recipient && { seller: recipient }), ...others },
    placements: { ...sides, ...others },
    courses: { ...sides, ...others },
    secondments: { ...(donor && { origin: donor }), ...(recipient && { destination: recipient }), ...others },
    language: language(),
  };
  const { data, missing } = await ask<StartOverviewReportedQuery>(query, variables, signal);
  return {
    missing,
    content: present([
      section('reportedHead', totals(data)),
      section('pairings', pairingTable(say('pairings'), data.pairings, notes)),
    ]) as HTMLElement[],
  };
}

interface Total {
  readonly total: { readonly count: number; readonly text: string };
}

/** What the records come to, those of all time and those of single years; null where there are none. */
function totals(data: StartOverviewReportedQuery): HTMLElement | null {
  const ofKinds = <Group extends Total>(
    list: readonly Group[] | null,
    nameOfKind: (group: Group) => string,
    byYear: boolean,
  ): (readonly [string, string])[] =>
    (list ?? [])
      .filter(({ total }) => total.count > 0)
      .map((group) => [byYear ? say('byYear', nameOfKind(group)) : nameOfKind(group), group.total.text]);
  const fund = ({ keys }: { readonly keys: { readonly kind: keyof typeof FundKind | null } }): string =>
    capitalised(keys.kind ? label(FundKind, keys.kind) : say('money'));
  const sale = ({ keys }: { readonly keys: { readonly kind: keyof typeof SaleKind | null } }): string =>
    capitalised(keys.kind ? label(SaleKind, keys.kind) : say('totalSales'));
  const stage = ({ keys }: { readonly keys: { readonly stage: keyof typeof PlacementStage | null } }): string =>
    keys.stage ? say('measureWork', label(PlacementStage, keys.stage)) : say('jobs');
  const lines = [
    ...ofKinds(data.money, fund, false),
    ...ofKinds(data.moneyByYear, fund, true),
    ...ofKinds(data.sales, sale, false),
    ...ofKinds(data.salesByYear, sale, true),
    ...ofKinds(data.work, stage, false),
    ...ofKinds(data.workByYear, stage, true),
    ...ofKinds(data.trained, () => say('totalCourses'), false),
    ...ofKinds(data.trainedByYear, () => say('totalCourses'), true),
    ...ofKinds(data.posted, () => say('totalSecondments'), false),
  ];
  const isWhole = [data.money, data.sales, data.work, data.trained, data.posted].every((list) => list !== null);
  if (lines.length === 0 && isWhole) {
    return element('p', { class: 'quiet' }, say('nothingReported'));
  }
  return element('div', {}, factList(lines), isWhole ? null : missingText('partMissing'));
}
