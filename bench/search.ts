import { eb, type AnyTables } from '../platform/sql.js';
import { beginsWith, folded, gramsOf, hasGrams } from '../platform/text-index.js';
import type { Graph } from '../platform/graph.js';
import { compare, type Comparison } from './compare.js';
import { subgraphOf } from './graph.js';

/** Typical search texts: names, pinyin, codes, places within places, typing errors. */
const texts =
  '西湖,xihu,xhq,恩施,enshi,酉阳,重庆 酉阳,重庆酉阳,沿河,yanhe,522228,鄂西,三亚,Tibet,阿坝,郫县,万州,朝阳,xian,新,贵州,貴州,杭州西湖,Xihu District,5206,张家港,zhangjiagng,宣思县,东西部,x'.split(
    ',',
  );

/** Search in the full register, next to the one statement that reads the index for the same text. */
export async function benchSearch(graph: Graph): Promise<readonly Comparison[]> {
  const { database, ask } = subgraphOf(graph, 'pairings');
  const search = ask(
    'query ($text: String!) { search(text: $text) { kind matched node { ... on Region { id name } } } }',
  );
  const textOf = (round: number): string => texts[round % texts.length] ?? '';
  const indexQuery = async (round: number): Promise<unknown> => {
    const text = folded(textOf(round));
    const grams = gramsOf(text);
    const begins = beginsWith(text);
    return database
      .read<AnyTables>()
      .selectFrom('searchForm as row')
      .selectAll()
      .where(grams.length === 0 ? begins : eb.or([begins, hasGrams(database, 'searchForm', grams)]))
      .limit(10)
      .execute();
  };
  const name = `search, ${texts.length} texts in turn, ${database.engine}`;
  return [
    await compare(
      name,
      async (round) => search({ text: textOf(round) }),
      { name: 'the index query', work: indexQuery },
      3000,
    ),
  ];
}
