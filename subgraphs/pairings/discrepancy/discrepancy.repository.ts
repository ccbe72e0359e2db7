import { maxPageSize } from '../../../platform/page.js';
import { rowsOf, type RequestScope } from '../../../platform/request-scope.js';
import { eb } from '../../../platform/sql.js';
import type { ListBelonging } from '../../../vocabulary/record/belonging.js';
import { Repository } from '../../../vocabulary/record/repository.js';
import type { Discrepancy, DiscrepancyRecord } from './discrepancy.entity.js';
import { discrepancyType } from './discrepancy.type.js';

/** Discrepancies that have a record of a type as a side. */
export const toRecordOf = (type: string): ListBelonging => ({
  link: 'discrepancyRecord',
  parent: 'record',
  child: 'discrepancy',
  where: eb('link.type', '=', type),
});

export class DiscrepancyRepository extends Repository<Discrepancy> {
  constructor(scope: RequestScope) {
    super(scope, discrepancyType);
  }

  /** The records that a discrepancy is between, in the order printed. */
  async between(discrepancy: string): Promise<readonly DiscrepancyRecord[]> {
    return rowsOf<DiscrepancyRecord>(this.scope, 'discrepancyRecord', 'discrepancy', discrepancy, 'place');
  }

  /** All discrepancies that belong to an owner. */
  async allOf(belonging: ListBelonging, owner: string): Promise<readonly Discrepancy[]> {
    return this.listOf(belonging, owner, { first: maxPageSize }).nodes;
  }
}
