import { ObjectType } from 'type-graphql';

import type { SideRole } from '../../../vocabulary/pairing/pairing-ref.js';

/** One side of a pairing. */
@ObjectType({
  description:
    'One side of a pairing: one named party nine times in ten, else several, or parties that are only counted.',
})
export class Side {
  readonly pairingId!: string;
  readonly role!: SideRole;
}
