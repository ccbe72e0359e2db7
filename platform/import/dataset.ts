import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

import type { Database } from '../database.js';
import { rolesOf } from '../visibility/audience.js';
import { described, id, optional, text, type Column } from './columns.js';
import { csvTable } from './table.js';
import { visibilityColumn } from './visibility-column.js';

/** A data set in a subgraph's database. It is complete when every subgraph has it with the same content. */
@Entity({ tableName: 'dataset' })
export class DatasetEntity {
  @PrimaryKey({ type: 'string' }) id!: string;
  @Property({ type: 'string' }) title!: string;
  /** SHA-256 of all files of its folder. */
  @Property({ type: 'string' }) content!: string;
  /** The folder that it was read from, and is read from again after an interrupted import; empty where there is none. */
  @Property({ type: 'string' }) folder!: string;
  /** Who may see it: `visibilityText` of the roles. */
  @Property({ type: 'string', default: '' }) visibility!: string;
}

const standingZh = '各表中这一列留空的记录都按此填写';

/** A column with what holds for all records whose own cell is empty. */
const standing = (column: string): Column<string | null> =>
  described(`What \`${column}\` is in each record whose own cell is empty`, optional(text));

/** The file that makes a folder a data set: one row. */
export const datasetTable = csvTable({
  file: 'dataset.csv',
  description: 'The data set itself: one row. Its rows in all tables are replaced together.',
  columns: {
    id: described('Names the data set; an import replaces the data set of this id', id),
    title: described('Says for people what the data set is', text),
    visibility: visibilityColumn,
    pairings: standing('pairings'),
    basis: standing('basis'),
    from: standing('from'),
    to: standing('to'),
    status: standing('status'),
    sources: standing('sources'),
  },
  key: (row) => row.id,
  chinese: {
    names: ['数据集'],
    description: '数据集本身：一行。各表中属于它的行一起替换。',
    columns: {
      id: { names: ['编号', 'ID'], description: '数据集的编号；导入会替换这个编号的数据集' },
      title: { names: ['标题', '题名'], description: '这个数据集是什么' },
      visibility: {
        names: ['可见范围', '公开范围'],
        description: '谁可以看到这个数据集：所有人，或持有所列角色之一的密钥的人；不填即公开',
        example: 'province-zj',
      },
      pairings: { names: ['结对'], description: standingZh },
      basis: { names: ['口径', '统计口径'], description: standingZh },
      from: { names: ['起', '开始', '时间', '年份', '年度', '期间'], description: standingZh },
      to: { names: ['止', '截止'], description: standingZh },
      status: { names: ['状态', '完成情况'], description: standingZh },
      sources: { names: ['来源', '出处'], description: standingZh },
    },
  },
});

/** The data sets of a subgraph by id. */
async function datasetsIn(database: Database): Promise<Map<string, DatasetEntity>> {
  const rows = await database.read<{ dataset: DatasetEntity }>().selectFrom('dataset').selectAll().execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** The ids of the data sets that any of the databases has, sorted. */
export async function storedDatasets(databases: readonly Database[]): Promise<readonly string[]> {
  const stored = await Promise.all(databases.map(datasetsIn));
  return [...new Set(stored.flatMap((datasets) => [...datasets.keys()]))].toSorted();
}

/** The roles that may see each stored data set; none where everybody may. */
export async function storedRoles(
  targets: readonly { readonly database: Database }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const stored = await Promise.all(targets.map(({ database }) => datasetsIn(database)));
  return new Map(
    stored.flatMap((datasets) =>
      Array.from(datasets.values(), ({ id, visibility }) => [id, rolesOf(visibility)] as const),
    ),
  );
}

/** The title of a stored data set. */
export async function titleOf(targets: readonly { readonly database: Database }[], dataset: string): Promise<string> {
  const stored = await Promise.all(targets.map(({ database }) => datasetsIn(database)));
  return stored.map((datasets) => datasets.get(dataset)?.title).find((title) => title !== undefined) ?? dataset;
}

/** Id of the data set that every subgraph has with this content; null when there is none. */
export async function datasetWithContent(
  targets: readonly { readonly database: Database }[],
  content: string,
): Promise<string | null> {
  const stored = await Promise.all(targets.map(({ database }) => datasetsIn(database)));
  const dataset = [...(stored[0]?.values() ?? [])].find((each) => each.content === content)?.id ?? '';
  return stored.every((datasets) => datasets.get(dataset)?.content === content) ? dataset : null;
}

/**
 * Folders of interrupted imports by data set: those whose content differs between subgraphs, or is empty, as a migration
 * leaves it that needs the data to be imported again.
 */
export async function interruptedImports(databases: readonly Database[]): Promise<Map<string, string>> {
  const stored = await Promise.all(databases.map(datasetsIn));
  const folders = new Map<string, string>();
  for (const dataset of stored.flatMap((each) => [...each.values()])) {
    if (dataset.content === '' || stored.some((each) => each.get(dataset.id)?.content !== dataset.content)) {
      folders.set(dataset.id, dataset.folder);
    }
  }
  return folders;
}
