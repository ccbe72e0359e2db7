import { isAsWide, rolesOf } from '../visibility/audience.js';
import { storedRoles, datasetTable, type DatasetEntity } from './dataset.js';
import type { IdOwners } from './id-owners.js';
import { moreText, referrersOf, rowsReferring, storedIds } from './lost-rows.js';
import { say } from './message.js';
import { found, type Problem } from './problem.js';
import type { ReadTable } from './table.js';
import type { ImportTarget } from './target.js';

/**
 * Problems of references from a row to one that not all may see who see the first: its name and what follows from it would
 * be told to them. The references of a folder, whose texts are ids, and those of other data sets to its rows.
 */
export async function narrowerRowProblems(
  targets: readonly ImportTarget[],
  dataset: Pick<DatasetEntity, 'id' | 'visibility'>,
  tables: ReadonlyMap<string, ReadTable>,
  owners: IdOwners,
): Promise<Problem[]> {
  const roles = await storedRoles(targets);
  return [
    ...problemsOfOwn(dataset, tables, owners, roles),
    ...(dataset.visibility === '' ? [] : await problemsOfOthers(targets, dataset, roles)),
  ];
}

type Roles = ReadonlyMap<string, readonly string[]>;

function problemsOfOwn(
  { id: own, visibility }: Pick<DatasetEntity, 'id' | 'visibility'>,
  tables: ReadonlyMap<string, ReadTable>,
  owners: IdOwners,
  roles: Roles,
): Problem[] {
  const ownRoles = rolesOf(visibility);
  if (![...roles.values()].some((each) => each.length > 0)) {
    return [];
  }
  const problems: Problem[] = [];
  for (const { table, rows } of tables.values()) {
    for (const { line, values } of rows ?? []) {
      for (const [name, column] of Object.entries(table.columns)) {
        if (name in values) {
          column.resolve?.(values[name], (id, files) => {
            for (const file of files) {
              const owner = owners(file, id);
              const needed = owner === undefined || owner === own ? [] : (roles.get(owner) ?? []);
              if (!isAsWide(ownRoles, needed)) {
                problems.push({
                  file: table.file,
                  line,
                  column: name,
                  found: say(
                    `${found(id)}, a row of the data set ${found(owner ?? '')}, which is for ${rolesText(needed)} alone`,
                    `${found(id)}，属于数据集 ${found(owner ?? '')}，只对 ${needed.join('、')} 可见`,
                  ),
                  expected: say(
                    `a row that all may see who may see this data set; else visibility ${found(needed.join(';'))} or some of it in ${datasetTable.file}`,
                    `凡能看到本数据集的人都能看到的一行；或在 ${datasetTable.file} 中写明 visibility ${found(needed.join(';'))} 或其中一部分`,
                  ),
                });
              }
            }
            return id;
          });
        }
      }
    }
  }
  return problems;
}

async function problemsOfOthers(
  targets: readonly ImportTarget[],
  { id: own, visibility }: Pick<DatasetEntity, 'id' | 'visibility'>,
  roles: Roles,
): Promise<Problem[]> {
  const ownRoles = rolesOf(visibility);
  const problems: Problem[] = [];
  for (const [file, referrers] of Map.groupBy(await referrersOf(targets), (each) => each.file)) {
    const ids = await storedIds(targets, file, own);
    for (const referrer of ids.length === 0 ? [] : referrers) {
      for (const { id, dataset: other, count, first } of await rowsReferring(referrer, ids, own)) {
        if (!isAsWide(roles.get(other) ?? [], ownRoles)) {
          problems.push({
            file: datasetTable.file,
            line: null,
            column: 'visibility',
            found: say(
              `${rolesText(ownRoles)} alone, while ${referrer.from} of the data set ${found(other)}, which is for ${rolesText(roles.get(other) ?? [])}, refers to ${found(id)} (${found(first)}${moreText(count - 1)})`,
              `只对 ${ownRoles.join('、')} 可见，而数据集 ${found(other)} 的 ${referrer.from} 引用 ${found(id)}（${found(first)} 等 ${count} 行），它对 ${inChineseOf(roles.get(other) ?? [])} 可见`,
            ),
            expected: say(
              `as many roles as before; else first narrow the data set ${found(other)}, or remove it with --remove ${other}`,
              `保留原有的可见范围；或先缩小数据集 ${found(other)} 的可见范围，或用 --remove ${other} 删除它`,
            ),
          });
        }
      }
    }
  }
  return problems;
}

const rolesText = (roles: readonly string[]): string => (roles.length === 0 ? 'everybody' : roles.join(', '));

const inChineseOf = (roles: readonly string[]): string => (roles.length === 0 ? '所有人' : roles.join('、'));
