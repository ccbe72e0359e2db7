import query from '../../../../documents/pages/pairing-list.graphql?raw';
import { PairingLevel } from '../../../../schema/labels.json';
import type { PairingsFilter, StartPairingListQuery, StartPairingListQueryVariables } from '../../generated/graphql.js';
import { compareCheckbox, isChosen } from '../compare/compare-choice.js';
import { ask } from '../graph.js';
import { label } from '../labels.js';
import { language, nameOf, say } from '../language.js';
import { pairingLink, programmeLink, programmeText } from '../records/pairing-table.js';
import { isUnknown } from '../unknown.js';
import { chosenIn, yearOf, type Filter } from './filter-form.js';
import type { List } from './list-view.js';
import { csvAddress } from './csv-address.js';

type Line = NonNullable<StartPairingListQuery['pairings']>['nodes'][number];

/** The pairings of the graph, or of one programme. */
export function pairingList(programme: string | null): List<Line> {
  const isOfAll = programme === null;
  return {
    caption: say('pairings'),
    columns: [
      {
        name: 'pairing',
        head: say('pairing'),
        cell: pairingLink,
        key: ({ donor, recipient }) => `${donor.label} → ${recipient.label}`,
      },
      ...(isOfAll ? [{ name: 'programme', head: say('programme'), cell: programmeLink, key: programmeText }] : []),
      {
        name: 'level',
        head: say('level'),
        cell: ({ level }) => label(PairingLevel, level),
        key: ({ level }) => label(PairingLevel, level),
      },
      {
        name: 'since',
        head: say('since'),
        cell: (line) => line.since?.text ?? say(isUnknown(line, 'since') ? 'unavailable' : 'undated'),
        key: ({ since }) => since?.date ?? null,
      },
      {
        name: 'until',
        head: say('untilHead'),
        cell: (line) => line.until?.text ?? (isUnknown(line, 'until') ? say('unavailable') : ''),
        key: ({ until }) => until?.date ?? null,
      },
      {
        name: 'compare',
        head: say('compare'),
        cell: ({ id, donor, recipient }) =>
          compareCheckbox('pairings', { id, name: `${donor.label} → ${recipient.label}` }),
        key: ({ id }) => Number(!isChosen('pairings', id)),
      },
    ],
    load: async (values, signal) => {
      const filter = filterOf(values, programme);
      const variables: StartPairingListQueryVariables = { filter, after: values.get('after'), language: language() };
      const { data, missing } = await ask<StartPairingListQuery>(query, variables, signal);
      return {
        rows: data.pairings?.nodes ?? null,
        totalCount: data.pairings?.totalCount ?? 0,
        next: data.pairings?.pageInfo.hasNextPage === true ? data.pairings.pageInfo.endCursor : null,
        filters: filtersOf(isOfAll ? data.programmes : null),
        name: 'pairing-list',
        query,
        variables,
        missing,
        csv: csvAddress('pairings', filter),
      };
    },
    textOf: (line) => `${line.donor.label} → ${line.recipient.label} ${programmeText(line)}`,
  };
}

function filtersOf(programmes: StartPairingListQuery['programmes']): readonly Filter[] {
  const levels = Object.keys(PairingLevel) as (keyof typeof PairingLevel)[];
  return [
    ...(programmes
      ? [
          {
            kind: 'choice',
            name: 'programme',
            word: 'programme',
            options: programmes.nodes.map((each) => [each.id, nameOf(each)] as const),
          } as const,
        ]
      : []),
    {
      kind: 'choice',
      name: 'level',
      word: 'level',
      options: levels.map((level) => [level, label(PairingLevel, level)] as const),
    },
    { kind: 'year', name: 'year', word: 'yearFilter' },
    { kind: 'text', name: 'text', word: 'textFilter' },
  ];
}

/** Pairings with a period that has a day of the year. */
function filterOf(values: URLSearchParams, programme: string | null): PairingsFilter {
  const chosen = programme ?? values.get('programme');
  const level = chosenIn(PairingLevel, values, 'level');
  const year = yearOf(values);
  return {
    ...(chosen ? { programme: { eq: chosen } } : {}),
    ...(level ? { level: { eq: level } } : {}),
    ...(year === null
      ? {}
      : {
          period: {
            from: { lt: `${year + 1}-01-01` },
            or: [{ to: { isNull: true } }, { to: { gt: `${year}-01-01` } }],
          },
        }),
  };
}
