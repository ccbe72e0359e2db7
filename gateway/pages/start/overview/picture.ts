import type { Missing } from '../graph.js';
import { say } from '../language.js';
import type { DrawnBand } from './bands.js';

/** What a picture needs beside its bands. */
export interface Picture {
  readonly open: (path: string) => void;
  /** The path that shows a band alone. */
  readonly pathOf: (band: DrawnBand) => string;
  readonly signal: AbortSignal;
}

/** A picture with its table, and what stands at the end of the page. */
export interface Shown {
  readonly content: HTMLElement;
  readonly after: readonly HTMLElement[];
  readonly missing: Missing;
}

/** A band in words. */
export function bandTitle({ donor, recipient, text, unconfirmed }: DrawnBand): string {
  const apart = unconfirmed > 0 ? ` · ${say('unconfirmedShort', unconfirmed)}` : '';
  return `${donor.name} → ${recipient.name}: ${text}${apart}`;
}
