import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { writeXlsx } from 'hucre/xlsx';

import { projectRoot } from '../../platform/config.js';
import { importFolder, type ImportResult } from '../../platform/import/import-folder.js';
import { describeEachEngine } from '../support/engines.js';
import { servedGraph } from '../support/gateway.js';

/** Three public documents of 2022, 2018 and 2012, entered by hand; each is imported as one workbook. */
const documents = ['yuegui', 'zhenwei', 'jingan'] as const;
const folderOf = (document: string): string => join(projectRoot, 'test/rounds/documents', document);

const indicators = /* GraphQL */ `
  query ($id: ID!, $basis: Basis!) {
    pairing(id: $id) {
      workshops: facilityTotal(kind: WORKSHOP, basis: $basis) {
        text
      }
      workers: facilityTotal(kind: LABOUR_BASE, counts: WORKERS, basis: $basis) {
        text
      }
      firms: enterpriseTotal(basis: $basis) {
        text
      }
      placed: placementTotal(stage: PLACED, basis: $basis) {
        text
      }
      helped: placements(filter: { reach: { eq: DONOR_PROVINCE } }) {
        nodes {
          id
          worker
          figure {
            text
          }
        }
      }
    }
  }
`;

/** The tables of a folder as the sheets of one workbook. */
async function workbookOf(folder: string): Promise<string> {
  const sheets = readdirSync(folder).map((file) => ({
    name: file.replace('.csv', ''),
    rows: parse(readFileSync(join(folder, file))),
  }));
  const path = join(mkdtempSync(join(tmpdir(), 'jiedui-document-')), 'document.xlsx');
  writeFileSync(path, await writeXlsx({ sheets }));
  return path;
}

describeEachEngine('a public document', (engine) => {
  const served = servedGraph(engine, { shipped: 'nation' });
  const { ask } = served;
  const results: ImportResult[] = [];

  beforeAll(async () => {
    for (const document of documents) {
      const workbook = await workbookOf(folderOf(document));
      results.push(await importFolder(served.graph, workbook, undefined, { strict: true }));
    }
  });

  test('is imported as a workbook without a warning', () => {
    expect(results.map(({ warnings }) => warnings)).toEqual([[], [], []]);
  });

  test('of the year of a figure in the rounds is known to report it twice', () => {
    const [{ overlaps } = { overlaps: [] }] = results;
    expect(overlaps.filter(({ reason }) => reason === 'REPORTED_TWICE').map(({ rows }) => rows)).toEqual([8]);
  });

  test('has its firms, workshops, bases and placements as such', async () => {
    expect(await ask(indicators, { id: 'zhenjiang-weinan', basis: 'CUMULATIVE' })).toEqual({
      data: {
        pairing: {
          workshops: { text: '7 workshops' },
          workers: { text: '445 persons' },
          firms: { text: 'none reported' },
          placed: { text: '2,403 persons' },
          helped: {
            nodes: [
              { id: 'zw-js', worker: 'RURAL_LABOUR', figure: { text: '2,250 persons' } },
              { id: 'zw-js-p', worker: 'REGISTERED_POOR', figure: { text: '425 persons' } },
            ],
          },
        },
      },
    });
  });

  test('tells how many counties money went to, in the graph and in its table', async () => {
    const { data } = await ask(
      '{ fund(id: "zw-fiscal") { recipientsCounted { count kind region { name } } } fundRows(filter: { value: { eq: 272000000 } }) { edges { node { recipientName recipientCounted } } } }',
    );
    expect(data).toEqual({
      fund: { recipientsCounted: [{ count: 11, kind: 'COUNTY', region: { name: '渭南市' } }] },
      fundRows: { edges: [{ node: { recipientName: '渭南市', recipientCounted: '11 COUNTY in 610500' } }] },
    });
  });

  test('tells goods without a price, sums that are worked out and rates', async () => {
    const query = '{ funds(filter: { document: { eq: "jg-d1" } }) { nodes { id tier figure { text basis } } } }';
    const { data } = await ask(query);
    const { nodes } = (data as { funds: { nodes: { id: string }[] } }).funds;
    expect(nodes.filter(({ id }) => ['jg-2011', 'jg-clothes', 'jg-plan'].includes(id))).toEqual([
      { id: 'jg-2011', tier: 'PROVINCE', figure: { text: '20 million yuan (worked out)', basis: 'ANNUAL' } },
      { id: 'jg-clothes', tier: null, figure: { text: '48,000 pieces', basis: 'ANNUAL' } },
      { id: 'jg-plan', tier: 'PROVINCE', figure: { text: '60 million yuan (committed)', basis: 'RATE' } },
    ]);
  });
});

test('none of their rows needs a note to say what it is', () => {
  const notes = documents.flatMap((document) =>
    readdirSync(folderOf(document)).flatMap((file) => {
      const rows: Record<string, string>[] = parse(readFileSync(join(folderOf(document), file)), { columns: true });
      return rows.flatMap(({ note = '' }) => (note === '' ? [] : [`${document}/${file}: ${note}`]));
    }),
  );
  expect(notes).toEqual([]);
});
