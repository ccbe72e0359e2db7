import type { Subgraph } from '../platform/subgraph.js';
import { finance } from './finance/subgraph.js';
import { labour } from './labour/subgraph.js';
import { pairings } from './pairings/subgraph.js';
import { training } from './training/subgraph.js';

/** The parts of the graph. A new one is a folder beside these and a line here. */
export const subgraphs: readonly Subgraph[] = [pairings, finance, labour, training];
