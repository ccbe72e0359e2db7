import { inChinese, inEnglish, say } from '../../../platform/import/message.js';
import { found } from '../../../platform/import/problem.js';
import type { CheckedRow, RowWarning, WarningContext } from '../../../platform/import/table.js';
import { anyOf, eb, rowsWhere, type AnyTables } from '../../../platform/sql.js';
import type { PairingRow } from '../../../vocabulary/pairing/pairing-table.js';
import type { CountedParties } from '../../../vocabulary/party/counted-parties.js';
import type { PartyEntity } from '../../../vocabulary/party/party.js';
import { rowsIn } from '../../../vocabulary/warning/known-parties.js';
import { programmeTable } from '../programme/programme.import.js';
import type { Programme } from '../programme/programme.entity.js';

/** A pairing, and how messages call it. */
interface Twin {
  readonly id: string;
  readonly dataset: string | null;
}

/**
 * Pairings that are there under another id, in the folder or in another data set: the same sides and level, in programmes
 * of the same name. Four statements.
 */
export async function twins(
  rows: readonly CheckedRow<PairingRow>[],
  context: WarningContext,
): Promise<readonly RowWarning[]> {
  const names = await programmeNames(rows, context);
  const nameOf = (id: string): string => names.get(id) ?? id;
  const known = await storedPairings(new Set(rows.map(({ values }) => nameOf(values.programme))), context);
  return rows.flatMap(({ line, values }) => {
    const { id, level, programme, donor, recipient, donorCounted, recipientCounted } = values;
    if (donor.length + donorCounted.length === 0 || recipient.length + recipientCounted.length === 0) {
      return [];
    }
    const sides = [
      ...donor.map((party) => partyKey('DONOR', party)),
      ...recipient.map((party) => partyKey('RECIPIENT', party)),
      ...donorCounted.map((each) => countedKey('DONOR', each.count, each.kind, each.region)),
      ...recipientCounted.map((each) => countedKey('RECIPIENT', each.count, each.kind, each.region)),
    ];
    const key = pairingKey(nameOf(programme), level, sides);
    const twin = known.get(key);
    if (twin === undefined) {
      known.set(key, { id, dataset: null });
      return [];
    }
    const where =
      twin.dataset === null
        ? say('above', '见上')
        : say(`in the data set ${found(twin.dataset)}`, `在数据集 ${found(twin.dataset)} 里`);
    return [
      {
        line,
        column: 'id',
        found: say(
          `${found(id)}, a pairing of the same sides, level and programme as ${found(twin.id)}, which is ${inEnglish(where)}`,
          `${found(id)}，与 ${found(twin.id)}（${inChinese(where)}）的双方、级别和帮扶项目都相同`,
        ),
        expected: say(`no row; let records refer to ${found(twin.id)}`, `不写这一行；其他行引用 ${found(twin.id)}`),
      },
    ];
  });
}

const partyKey = (role: string, party: string | null): string => `${role} ${party}`;
const countedKey = (role: string, count: number | null, kind: string, region: string | null): string =>
  `${role} ${count} ${kind} ${region}`;
const pairingKey = (programme: string, level: string, sides: readonly string[]): string =>
  [programme, level, ...sides.toSorted()].join('\n');

async function programmeNames(
  rows: readonly CheckedRow<PairingRow>[],
  { database, tables }: WarningContext,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(rows.map(({ values }) => values.programme));
  const stored = await rowsWhere<Programme>(database, 'programme', 'id', [...ids]);
  return new Map([...stored, ...rowsIn<Programme>(tables, programmeTable.file)].map(({ id, name }) => [id, name]));
}

/** The pairings of other data sets in programmes of these names, by what twins have in common. */
async function storedPairings(
  programmes: ReadonlySet<string>,
  { database, dataset }: WarningContext,
): Promise<Map<string, Twin>> {
  const storedTwins = eb
    .selectFrom('pairing')
    .innerJoin('programme', 'programme.id', 'pairing.programmeId')
    .where('pairing.dataset', '!=', dataset)
    .where(anyOf(database, 'programme.name', [...programmes]));
  const read = database.read<AnyTables>();
  const pairings = (await read
    .selectFrom(
      storedTwins
        .select(['pairing.id as id', 'pairing.level as level', 'pairing.dataset as dataset', 'programme.name as name'])
        .as('row'),
    )
    .selectAll()
    .orderBy('id')
    .execute()) as (Twin & { level: string; name: string })[];
  const ids = storedTwins.select('pairing.id');
  const named = (await read.selectFrom('party').selectAll().where('record', 'in', ids).execute()) as PartyEntity[];
  const counted = (await read
    .selectFrom('countedParties')
    .selectAll()
    .where('record', 'in', ids)
    .execute()) as CountedParties[];
  const sides = Map.groupBy(
    [
      ...named.map(({ record, role, region, organisation }) => ({
        id: record,
        key: partyKey(role, region ?? organisation),
      })),
      ...counted.map(({ record, role, count, kind, regionId }) => ({
        id: record,
        key: countedKey(role, count, kind, regionId),
      })),
    ],
    ({ id }) => id,
  );
  return new Map(
    pairings.map(({ id, level, dataset: owner, name }) => [
      pairingKey(
        name,
        level,
        (sides.get(id) ?? []).map(({ key }) => key),
      ),
      { id, dataset: owner },
    ]),
  );
}
