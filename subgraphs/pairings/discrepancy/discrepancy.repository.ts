import { rowsOf, type RequestScope } from '../../../platform/request-scope.js';
import { maxPageSize } from '../../../platform/page.js';
import { eb } from '../../../platform/sql.js';
import { ofPairing, Repository } from '../../../vocabulary/record/repository.js';
import type { Discrepancy, DiscrepancyRecord } from './discrepancy.entity.js';
import { discrepancyFilterFields } from './discrepancy.inputs.js';

export class DiscrepancyRepository extends Repository<Discrepancy> {
  constructor(scope: RequestScope) {
    super(scope, 'Discrepancy', 'discrepancy', discrepancyFilterFields);
  }

  /** The records that a discrepancy is between, in the order printed. */
  async between(discrepancy: string): Promise<readonly DiscrepancyRecord[]> {
    return rowsOf<DiscrepancyRecord>(this.scope, 'discrepancyRecord', 'discrepancy', discrepancy, 'place');
  }

  /** The discrepancies that a record of a type is a side of. */
  async ofRecord(type: string, record: string): Promise<readonly Discrepancy[]> {
    const membership = {
      name: `record of type ${type}`,
      link: 'discrepancyRecord',
      parent: 'record',
      child: 'discrepancy',
      where: eb('link.type', '=', type),
    };
    return this.listOf(membership, record, { first: maxPageSize }).nodes;
  }

  /** The discrepancies that concern a pairing. */
  async concerning(pairing: string): Promise<readonly Discrepancy[]> {
    return this.listOf(ofPairing, pairing, { first: maxPageSize }).nodes;
  }
}
