import { SupergraphFault } from './fault.js';

/** Bytes that a supergraph may have: some forty times ours. */
export const sizeLimit = 10 * 2 ** 20;

/** Refuses a supergraph of so many bytes. */
export function tooLarge(): SupergraphFault {
  return new SupergraphFault(`It has more than ${sizeLimit} bytes.`);
}
