import aboveQuery from '../../../documents/pages/region-above.graphql?raw';
import pairingsQuery from '../../../documents/pages/region-pairings.graphql?raw';
import query from '../../../documents/pages/region.graphql?raw';
import { RegionKind, RegionLevel } from '../../../schema/labels.json';
import type {
  StartRegionAboveQuery,
  StartRegionAboveQueryVariables,
  StartRegionPairingsQuery,
  StartRegionQuery,
  StartRegionQueryVariables,
  StartRegionVersionFragment as RegionVersion,
} from '../generated/graphql.js';
import type { Party } from './answer-parts.js';
import { compareButton } from './compare/compare-choice.js';
import { element, present } from './element.js';
import { ask, lacks } from './graph.js';
import { label } from './labels.js';
import { language, nameOf, say } from './language.js';
import { noSuchPage } from './no-such-page.js';
import { missingNotice } from './notices.js';
import { queryBox } from './query-box.js';
import { askSides } from './records/discrepancy-sides.js';
import { entryTable, partyLink, spanText } from './records/entries.js';
import { Notes } from './records/notes.js';
import { pairingsByProgramme } from './records/pairings-by-programme.js';
import { askProvisions, provisionSection } from './records/provisions.js';
import { discrepancySection, funds, recordSections, section } from './records/sections.js';
import { missingText, table } from './records/table.js';
import { regionTables } from './take-along/record-tables.js';
import { takeAlong } from './take-along/take-along.js';
import { isUnknown } from './unknown.js';
import type { View } from './view.js';

type Region = NonNullable<StartRegionQuery['region']>;

/** The page of a region: its names and codes, and all records of it and of the regions in it. */
export async function regionPage(id: string, signal: AbortSignal): Promise<View> {
  const variables: StartRegionQueryVariables = { id, language: language() };
  const [{ data, missing }, { data: pairings }, reports, provisions] = await Promise.all([
    ask<StartRegionQuery>(query, variables, signal),
    ask<StartRegionPairingsQuery>(pairingsQuery, variables, signal),
    askSides({ region: { within: id } }, signal),
    askProvisions({ region: { within: id } }, signal),
  ]);
  const { region } = data;
  if (!region && !lacks(missing, 'pairings')) {
    return noSuchPage('unknownRegion', id, signal);
  }
  const above = region && (await askAbove(region, signal));
  const notes = new Notes();
  // Without its name, the other subgraphs still have records of it.
  const top = region ? heading(region, notes) : [element('h1', { tabindex: -1 }, say('nameMissing', id))];
  const records = [
    section('helps', pairingsByProgramme(say('helps'), pairings.asDonor, notes)),
    section('isHelped', pairingsByProgramme(say('isHelped'), pairings.asRecipient, notes)),
    section('helpedAbove', above && pairingsByProgramme(say('helpedAbove'), above, notes)),
    section('received', entryTable(say('received'), [funds(data.fundsReceived)], notes)),
    section('given', entryTable(say('given'), [funds(data.fundsGiven)], notes)),
    ...recordSections(data, notes),
    discrepancySection(data.discrepancies?.nodes, reports, notes),
    provisionSection(provisions, notes),
  ].filter((part) => part !== null);
  const none = records.length === 0 && missing.parts.length === 0;
  const content = present([
    ...top,
    missingNotice(missing),
    none ? element('p', { class: 'notice' }, say('noRecords')) : element('p', { class: 'quiet' }, say('withParts')),
    ...records,
    region && children(region),
    notes.list(),
    region && compareButton('regions', { id, name: nameOf(region) }),
    takeAlong({ name: 'region', variables, tables: regionTables(id) }),
    queryBox(query, variables),
  ]);
  return { title: region ? nameOf(region) : id, content };
}

/** The pairings in which the regions above a region are helped; null where there are none, or they are not available. */
async function askAbove({ ancestors }: Region, signal: AbortSignal): Promise<StartRegionAboveQuery['pairings']> {
  if (ancestors.length === 0) {
    return null;
  }
  const variables: StartRegionAboveQueryVariables = { above: ancestors.map(({ id }) => id), language: language() };
  // The page has the rest without them.
  const answer = await ask<StartRegionAboveQuery>(aboveQuery, variables, signal).catch(() => null);
  return answer?.data.pairings ?? null;
}

function heading(region: Region, notes: Notes): (HTMLElement | null)[] {
  const path = region.ancestors.map((above) => element('li', {}, regionLink(above)));
  const other = language() === 'EN' ? region.name : region.nameEn;
  const facts: [string, string][] = [
    [say('code'), region.code ?? (isUnknown(region, 'code') ? say('unavailable') : '')],
    [say('kind'), kindText(region)],
    [say('alias'), region.aliases.join(', ')],
  ];
  return [
    path.length > 0
      ? element('nav', { class: 'path', 'aria-label': say('ancestors') }, element('ol', {}, ...path))
      : null,
    element(
      'h1',
      { tabindex: -1 },
      nameOf(region),
      ' ',
      element('span', { class: 'other', lang: language() === 'EN' ? 'zh-CN' : 'en' }, other),
    ),
    element(
      'dl',
      { class: 'facts' },
      ...facts.filter(([, text]) => text).flatMap(([name, text]) => [element('dt', {}, name), element('dd', {}, text)]),
    ),
    versions(say('versions'), region.versions, notes),
    versions(say('predecessors'), region.predecessors, notes),
  ];
}

function kindText({ kind, level }: Region): string {
  const kindLabel = label(RegionKind, kind);
  return level === null ? kindLabel : `${kindLabel} · ${label(RegionLevel, level)}`;
}

function versions(caption: string, list: readonly RegionVersion[], notes: Notes): HTMLElement | null {
  const rows = list.map((version) => [
    language() === 'EN' && version.nameEn ? `${version.name} ${version.nameEn}` : version.name,
    version.code,
    notes.cite(versionSpan(version), version.sources),
  ]);
  return rows.length > 0 ? table(caption, [say('what'), say('code'), say('when')], rows) : null;
}

/** The period of a name; where its first or last day is unknown, the dates of registers that have it. */
function versionSpan(version: RegionVersion): string {
  const { from, to, firstSeen, lastSeen } = version;
  if (isUnknown(version, 'from') || isUnknown(version, 'to')) {
    return say('unavailable');
  }
  const seen = [firstSeen && say('firstSeen', firstSeen.text), lastSeen && say('lastSeen', lastSeen.text)];
  return [spanText(from, to), ...seen].filter(Boolean).join(' · ') || say('undated');
}

function children({ children: list }: Region): HTMLElement | null {
  if (!list || list.nodes.length === 0) {
    return list ? null : section('children', missingText('unavailable'));
  }
  const items = list.nodes.map((child) => element('li', {}, regionLink(child)));
  return section('children', element('ul', { class: 'regions' }, ...items));
}

function regionLink(region: Omit<Party, '__typename'>): HTMLElement {
  return partyLink({ ...region, __typename: 'Region' });
}
