import type { Database } from '../../../platform/database.js';
import type { SpelledRow, Spellings } from '../../../platform/import/spellings.js';
import { Loaders } from '../../../platform/loaders.js';
import { anyOf, eb, rowsWhere, type AnyTables } from '../../../platform/sql.js';
import { pathOf, type RegionRefEntity } from '../../../vocabulary/party/party-ref.js';
import { PartyRefRepository } from '../../../vocabulary/party/party-ref.repository.js';
import type { SearchForm } from '../search/search-form.entity.js';
import { SearchRepository } from '../search/search.repository.js';
import { Search } from '../search/search.js';
import { formerNames } from './former-names.js';
import type { RegionVersion } from './region-version.entity.js';
import { partsToLookUp, spelledNames } from './spelled-parts.js';

/** What of a region's forms is a name that people write in tables. */
const written: readonly SearchForm['match'][] = ['NAME', 'ALIAS', 'ENGLISH', 'FORMER_NAME'];

/** How people write regions: short names, other names, traditional characters, with any of the regions above them. */
export const regionSpellings: Spellings = {
  /** Five statements. */
  async rowsOf(database, texts) {
    const forms = await formsOf(database, [...new Set(texts.flatMap(partsToLookUp))]);
    const byText = new Map<string, SearchForm[]>();
    for (const form of forms) {
      for (const text of new Set([form.text, ...(form.match === 'ENGLISH' ? [] : [form.stem])])) {
        byText.set(text, [...(byText.get(text) ?? []), form]);
      }
    }
    const regions = new Map(
      (
        await rowsWhere<RegionRefEntity>(database, 'regionRef', 'id', [...new Set(forms.map(({ record }) => record))])
      ).map((row) => [row.id, row]),
    );
    const formerlyAbove = await formerlyAboveOf(database, [...regions.keys()]);
    const isIn = (id: string, above: string): boolean => {
      const path = pathOf(regions.get(id) ?? null).slice(0, -1);
      const named = byText.get(above) ?? [];
      return named.some(({ record, form }) => path.includes(record) || (formerlyAbove.get(id) ?? []).includes(form));
    };
    return new Map(
      texts.map((text): [string, readonly SpelledRow[]] => {
        const rows = spelledNames(text, (part) => byText.has(part)).flatMap(({ name, above }) =>
          (byText.get(name) ?? [])
            .filter(({ record }) => above.every((each) => isIn(record, each)))
            .map(({ record, match, form }) => ({
              id: record,
              name: match === 'FORMER_NAME' ? form : (regions.get(record)?.name ?? form),
            })),
        );
        return [text, rows];
      }),
    );
  },

  async nearest(database, text) {
    const scope = { database, loaders: new Loaders() };
    const refs = new PartyRefRepository(scope);
    const hits = await new Search(new SearchRepository(scope), refs).hits({ text, kinds: ['REGION'], within: null });
    return Promise.all(hits.slice(0, mostShown).map(async ({ record }) => labelOf(record, refs)));
  },
};

const mostShown = 3;

async function labelOf(id: string, refs: PartyRefRepository): Promise<string> {
  const region = await refs.region(id);
  const above = await Promise.all(
    pathOf(region)
      .slice(0, -1)
      .map(async (each) => (await refs.region(each))?.name ?? ''),
  );
  const name = `${region?.name ?? ''} ${region?.code ?? id}`;
  return above.length === 0 ? name : `${name} (${above.join(' ')})`;
}

/** The forms of regions that are one of the texts, or are so but for the kind of unit. */
async function formsOf(database: Database, texts: readonly string[]): Promise<SearchForm[]> {
  return (await database
    .read<AnyTables>()
    .selectFrom('searchForm')
    .selectAll()
    .where(eb.or([anyOf(database, 'text', texts), anyOf(database, 'stem', texts)]))
    .where('kind', '=', 'REGION')
    .where('match', 'in', written)
    .execute()) as unknown as SearchForm[];
}

/** The names of the regions that the former codes of regions say they were below. */
async function formerlyAboveOf(
  database: Database,
  regions: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const versions = await rowsWhere<RegionVersion>(database, 'regionVersion', 'regionId', regions);
  const codesAbove = new Map(
    Array.from(
      Map.groupBy(versions, ({ regionId }) => regionId),
      ([id, rows]) => [id, new Set(rows.flatMap(({ code }) => (code === null ? [] : formerNames.codesAbove(code))))],
    ),
  );
  const codes = [...new Set(Array.from(codesAbove.values()).flatMap((each) => [...each]))];
  const above = await rowsWhere<RegionVersion>(database, 'regionVersion', 'code', codes);
  const byCode = Map.groupBy(above, ({ code }) => code);
  return new Map(
    Array.from(codesAbove, ([id, of]) => [
      id,
      [...of].flatMap((code) => (byCode.get(code) ?? []).map(({ name }) => name)),
    ]),
  );
}
