import { coverage } from './coverage/coverage.record.js';
import { exchange } from './exchange/exchange.record.js';
import { outcome } from './outcome/outcome.record.js';
import { provision } from './provision/provision.record.js';

/** The types of records that this subgraph owns. */
export const records = [provision, exchange, outcome, coverage] as const;
