import { ownerTypes } from '../../../vocabulary/owner-types.js';

/** The types of others that training adds fields to. */
export const owners = ownerTypes();
