import { expect, test } from '@jest/globals';

import { roundFacts, type Edge } from '../../scripts/rounds/facts.js';
import { describeEachEngine } from '../support/engines.js';
import { servedGraph } from '../support/gateway.js';

const facts = roundFacts();
const { pairings: edges, rounds } = facts;

interface Period {
  readonly round: { readonly id: string } | null;
  readonly from: { readonly date: string | null } | null;
  readonly to: { readonly date: string | null } | null;
  readonly end: string | null;
  readonly endedBefore: { readonly date: string } | null;
  readonly supersededBy: { readonly id: string } | null;
  readonly parent: { readonly id: string } | null;
  readonly confidence: string | null;
  readonly sources: readonly { readonly document: { readonly id: string } }[];
}

interface Row {
  readonly id: string;
  readonly level: string;
  readonly mutual: boolean;
  readonly programme: { readonly id: string };
  readonly donor: { readonly parties: readonly { readonly id: string }[] };
  readonly recipient: { readonly parties: readonly { readonly id: string }[] };
  readonly periods: readonly Period[];
}

const rowsOfRound = /* GraphQL */ `
  query ($round: ID!) {
    round(id: $round) {
      pairings(first: 500) {
        totalCount
        nodes {
          id
          level
          mutual
          programme {
            id
          }
          donor {
            parties {
              id
            }
          }
          recipient {
            parties {
              id
            }
          }
          periods {
            round {
              id
            }
            from {
              date
            }
            to {
              date
            }
            end
            endedBefore {
              date
            }
            supersededBy {
              id
            }
            parent {
              id
            }
            confidence
            sources {
              document {
                id
              }
            }
          }
        }
      }
    }
  }
`;

const firstDay = (date: string | undefined): string | null =>
  date === undefined || date === 'unknown' ? null : `${date}-01-01`.slice(0, 10);

const pairingOf = new Map(edges.map(({ id, pairing }) => [id, pairing]));

/** What the facts say of an edge, as the graph gives it. */
const told = (edge: Edge): object => ({
  id: edge.pairing,
  level: edge.level,
  mutual: edge.mutual === true,
  programme: edge.programme,
  donors: edge.donors.map(({ region }) => region),
  recipients: edge.recipients.map(({ region }) => region),
  from: firstDay(edge.from.date),
  to: firstDay(edge.to?.date),
  end: edge.to === null ? null : edge.to.basis.replace('SUPERSEDED_BY_LIST', 'SUPERSEDED'),
  endedBefore: firstDay(edge.to?.before),
  supersededBy: edge.to?.supersededBy ?? null,
  parent: edge.parent === undefined ? null : pairingOf.get(edge.parent),
  confidence: edge.confidence === 'text' ? 'ONE_TEXT' : 'TWO_TEXTS',
});

function given(row: Row, round: string): object {
  const period = row.periods.find((each) => each.round?.id === round);
  return {
    id: row.id,
    level: row.level,
    mutual: row.mutual,
    programme: row.programme.id,
    donors: row.donor.parties.map(({ id }) => id),
    recipients: row.recipient.parties.map(({ id }) => id),
    from: period?.from?.date ?? null,
    to: period?.to?.date ?? null,
    end: period?.end ?? null,
    endedBefore: period?.endedBefore?.date ?? null,
    supersededBy: period?.supersededBy?.id ?? null,
    parent: period?.parent?.id ?? null,
    confidence: period?.confidence ?? null,
  };
}

const byId = (one: object, other: object): number => ((one as Row).id < (other as Row).id ? -1 : 1);

/** A request here asks for more than a page does. */
const generous = {
  MAX_COST: '1000000',
  MAX_ROOT_FIELDS: '200',
  MAX_ALIASES: '200',
  MAX_TOKENS: '10000',
  MAX_SELECTIONS: '5000',
  MAX_FILTER_CONDITIONS: '1000',
};

describeEachEngine('the pairings of the nation', (engine) => {
  const { ask } = servedGraph(engine, { shipped: 'nation', environment: generous });

  test.each(rounds.map(({ id }) => id))('of %s are those of the facts, each with its period', async (round) => {
    const { data, errors } = await ask(rowsOfRound, { round });
    expect(errors).toBeUndefined();
    const { totalCount, nodes } = (data as { round: { pairings: { totalCount: number; nodes: Row[] } } }).round
      .pairings;
    const ofRound = edges.filter((edge) => edge.round === round);
    expect(totalCount).toBe(ofRound.length);
    expect(nodes.map((row) => given(row, round))).toEqual(ofRound.map(told).toSorted(byId));
  });

  test('are counted alike by round, programme, level and confidence', async () => {
    const levels = [...new Set(edges.map(({ level }) => level))];
    const counted = (filter: string): string => `pairings(filter: { ${filter} }) { totalCount }`;
    const counts = rounds.flatMap(({ id }) => [
      ...levels.map((level) => ({
        filter: `period: { round: { eq: "${id}" } }, level: { eq: ${level} }`,
        of: (edge: Edge): boolean => edge.round === id && edge.level === level,
      })),
      ...(['text', 'two-texts'] as const).map((confidence) => ({
        filter: `period: { round: { eq: "${id}" }, confidence: { eq: ${confidence === 'text' ? 'ONE_TEXT' : 'TWO_TEXTS'} } }`,
        of: (edge: Edge): boolean => edge.round === id && edge.confidence === confidence,
      })),
    ]);
    const { data, errors } = await ask(
      `{ ${counts.map(({ filter }, place) => `c${place}: ${counted(filter)}`).join(' ')} }`,
    );
    expect(errors).toBeUndefined();
    const found = Object.values(data as Record<string, { totalCount: number }>).map(({ totalCount }) => totalCount);
    expect(found).toEqual(counts.map(({ of }) => edges.filter(of).length));
    expect(found.reduce((sum, count) => sum + count, 0)).toBe(2 * (474 + 18));
  });
});
