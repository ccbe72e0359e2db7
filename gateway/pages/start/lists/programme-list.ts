import query from '../../../../documents/pages/programme-list.graphql?raw';
import type { StartProgrammeListQuery, StartProgrammeListQueryVariables } from '../../generated/graphql.js';
import { element } from '../element.js';
import { ask } from '../graph.js';
import { nameOf, say } from '../language.js';
import { programmePath } from '../paths.js';
import { csvAddress } from './csv-address.js';
import type { List } from './list-view.js';

type Line = NonNullable<StartProgrammeListQuery['programmes']>['nodes'][number];

/** The programmes of the graph. */
export function programmeList(): List<Line> {
  return {
    caption: say('programmes'),
    columns: [
      {
        name: 'name',
        head: say('name'),
        cell: (line) => element('a', { href: programmePath(line.id) }, nameOf(line)),
        key: nameOf,
      },
      {
        name: 'rounds',
        head: say('roundsHead'),
        cell: ({ rounds }) => countText(rounds),
        key: ({ rounds }) => rounds?.totalCount ?? null,
      },
      {
        name: 'pairings',
        head: say('pairings'),
        cell: ({ pairings }) => countText(pairings),
        key: ({ pairings }) => pairings?.totalCount ?? null,
      },
    ],
    load: async (values, signal) => {
      const variables: StartProgrammeListQueryVariables = { after: values.get('after') };
      const { data, missing } = await ask<StartProgrammeListQuery>(query, variables, signal);
      return {
        rows: data.programmes?.nodes ?? null,
        totalCount: data.programmes?.totalCount ?? 0,
        next: data.programmes?.pageInfo.hasNextPage === true ? data.programmes.pageInfo.endCursor : null,
        filters: [{ kind: 'text', name: 'text', word: 'textFilter' }],
        name: 'programme-list',
        query,
        variables,
        missing,
        csv: csvAddress('programme-list'),
      };
    },
    textOf: ({ name, nameEn }) => `${name} ${nameEn ?? ''}`,
  };
}

const countText = (list: { readonly totalCount: number } | null): string =>
  list ? list.totalCount.toLocaleString('en') : say('unavailable');
