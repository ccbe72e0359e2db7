import query from '../../../../documents/pages/region-list.graphql?raw';
import { RegionKind, RegionLevel } from '../../../../schema/labels.json';
import type { RegionsFilter, StartRegionListQuery, StartRegionListQueryVariables } from '../../generated/graphql.js';
import { compareCheckbox, isChosen } from '../compare/compare-choice.js';
import { element } from '../element.js';
import { ask } from '../graph.js';
import { label } from '../labels.js';
import { capitalised, language, nameOf, say } from '../language.js';
import { partyLink } from '../records/entries.js';
import { csvAddress } from './csv-address.js';
import { chosenIn } from './filter-form.js';
import type { List } from './list-view.js';

type Line = NonNullable<StartRegionListQuery['regions']>['nodes'][number];

/** The regions of the graph. */
export function regionList(): List<Line> {
  return {
    caption: say('regions'),
    columns: [
      { name: 'name', head: say('name'), cell: nameCell, key: nameOf },
      { name: 'code', head: say('code'), cell: ({ code }) => code, key: ({ code }) => code },
      { name: 'level', head: say('level'), cell: levelText, key: levelText },
      {
        name: 'in',
        head: say('ancestors'),
        cell: aboveCell,
        key: ({ ancestors }) => ancestors.map(nameOf).join(' › '),
      },
      {
        name: 'compare',
        head: say('compare'),
        cell: (line) => compareCheckbox('regions', { id: line.id, name: nameOf(line) }),
        key: ({ id }) => Number(!isChosen('regions', id)),
      },
    ],
    load: async (values, signal) => {
      const filter = filterOf(values);
      const variables: StartRegionListQueryVariables = { filter, after: values.get('after') };
      const { data, missing } = await ask<StartRegionListQuery>(query, variables, signal);
      const kinds = Object.keys(RegionKind) as (keyof typeof RegionKind)[];
      const levels = Object.keys(RegionLevel) as (keyof typeof RegionLevel)[];
      return {
        rows: data.regions?.nodes ?? null,
        totalCount: data.regions?.totalCount ?? 0,
        next: data.regions?.pageInfo.hasNextPage === true ? data.regions.pageInfo.endCursor : null,
        filters: [
          {
            kind: 'choice',
            name: 'level',
            word: 'level',
            options: levels.map((level) => [level, label(RegionLevel, level)] as const),
          },
          {
            kind: 'choice',
            name: 'kind',
            word: 'kind',
            options: kinds.map((kind) => [kind, label(RegionKind, kind)] as const),
          },
          { kind: 'text', name: 'text', word: 'textFilter' },
        ],
        name: 'region-list',
        query,
        variables,
        missing,
        csv: csvAddress('regions', filter),
      };
    },
    textOf: null,
  };
}

function nameCell(region: Line): HTMLElement {
  const other = language() === 'EN' ? region.name : region.nameEn;
  return element(
    'span',
    {},
    partyLink({ ...region, __typename: 'Region' }),
    ' ',
    element('span', { class: 'other', lang: language() === 'EN' ? 'zh-CN' : 'en' }, other),
  );
}

const levelText = ({ level, kind }: Line): string =>
  capitalised(
    [level && label(RegionLevel, level), kind === 'ADMINISTRATIVE' ? '' : label(RegionKind, kind)]
      .filter(Boolean)
      .join(' · '),
  );

const aboveCell = ({ ancestors }: Line): HTMLElement =>
  element(
    'span',
    {},
    ...ancestors.flatMap((above, place) => [place > 0 ? ' › ' : null, partyLink({ ...above, __typename: 'Region' })]),
  );

function filterOf(values: URLSearchParams): RegionsFilter {
  const level = chosenIn(RegionLevel, values, 'level');
  const kind = chosenIn(RegionKind, values, 'kind');
  const text = values.get('text') ?? '';
  return {
    ...(level ? { level: { eq: level } } : {}),
    ...(kind ? { kind: { eq: kind } } : {}),
    ...(text === ''
      ? {}
      : { or: [{ name: { contains: text } }, { nameEn: { contains: text } }, { code: { startsWith: text } }] }),
  };
}
