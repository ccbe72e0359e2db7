import type { ListBelonging } from '../../../vocabulary/record/belonging.js';
import { listSize } from '../../../vocabulary/record/connection.js';
import type { FieldSpec } from '../../../vocabulary/record/field-spec.js';
import type { PairingsContext } from '../context.js';
import { PairingListArguments, pairingType } from './pairing.type.js';

/** The list of pairings that belong to the owner. */
export const pairingList = (belonging: ListBelonging, description: string): FieldSpec => ({
  type: () => pairingType.connection,
  nullable: true,
  description,
  directive: listSize,
  args: PairingListArguments,
  resolve: ({ id }, context, args) =>
    (context as PairingsContext).pairings.listOf(belonging, id, args as PairingListArguments),
});
