import type { Register } from './registers.js';

/** A name and code, and the months of the first and last register that has them. */
export interface Span {
  readonly code: string;
  readonly name: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** Year of the change that ended it; null where it is unknown or has not ended. */
  readonly endedIn: string | null;
}

/** The history of a region in the registers: its spans, the earliest first. */
export interface Track {
  readonly spans: Span[];
  /** The code and name of its last span. */
  readonly code: string;
  readonly name: string;
  /** Codes of its successors; empty for a current region. */
  readonly into: readonly string[];
}

/** What became of a code and name that ended, from successions.csv. */
export interface Succession {
  readonly code: string;
  readonly name: string;
  readonly into: readonly string[];
  /** Whether it is the same region with a new code, the only one of `into`. */
  readonly same: boolean;
  readonly year: string | null;
}

/**
 * Follows every region through the registers. A region continues where its code and name stay, where a succession says so,
 * where its name appears under a new code of its province and level, where its name without the suffix does (富阳市,
 * 富阳区), and where its code has a new name. Throws for a code whose end is not explained.
 */
export function followRegions(registers: readonly Register[], successions: readonly Succession[]): readonly Track[] {
  const known = new Map(successions.map((succession) => [key(succession), succession]));
  const tracks: OpenTrack[] = [];
  const open = new Map<string, OpenTrack>();
  const dormant = new Map<string, OpenTrack>();
  for (const { month, names } of registers) {
    const missing = [...open].filter(([code, { name }]) => names.get(code) !== name);
    const added = new Map([...names].filter(([code, name]) => open.get(code)?.name !== name));
    for (const [code] of missing) {
      open.delete(code);
    }
    for (const track of open.values()) {
      track.seen(month);
    }
    const continueAs = (track: OpenTrack, code: string, year: string | null): void => {
      track.rename(code, added.get(code) ?? '', month, year);
      open.set(code, track);
      added.delete(code);
    };
    for (const [code, track] of dormant) {
      if (added.has(code)) {
        continueAs(track, code, null);
        dormant.delete(code);
      }
    }
    const unknown = missing.filter(([, track]) => {
      const succession = known.get(key(track));
      const [code] = succession?.into ?? [];
      if (!succession || code === undefined) {
        return true;
      }
      const running = open.get(code);
      if (!succession.same) {
        track.end(succession.into, succession.year);
      } else if (running) {
        running.spans.unshift(...track.spans);
        tracks.splice(tracks.indexOf(track), 1);
      } else if (added.has(code)) {
        continueAs(track, code, succession.year);
      } else {
        dormant.set(code, track);
      }
      return false;
    });
    const left = rules.reduce(
      (rest, rule) =>
        rest.filter(([, track]) => {
          const [code, ...others] = [...added].filter(([each, name]) => rule(track, each, name)).map(([each]) => each);
          if (code === undefined || others.length > 0) {
            return true;
          }
          continueAs(track, code, null);
          return false;
        }),
      unknown,
    );
    if (left.length > 0) {
      const list = left.map(([code, { name }]) => `${code} ${name}`).join(', ');
      throw new Error(
        `The registers do not show what became of these by ${month}; add them to successions.csv: ${list}`,
      );
    }
    for (const [code, name] of added) {
      const track = new OpenTrack(code, name, month);
      tracks.push(track);
      open.set(code, track);
    }
  }
  return tracks;
}

const key = ({ code, name }: { readonly code: string; readonly name: string }): string => `${code} ${name}`;

/** Rules that tell whether a region continues under a new code or name, the most reliable first. */
const rules: readonly ((track: OpenTrack, code: string, name: string) => boolean)[] = [
  (track, code, name) => name === track.name && isLike(code, track.code),
  (track, code, name) => stemOf(name) === stemOf(track.name) && isLike(code, track.code),
  (track, code) => code === track.code,
];

/** Whether two codes have the same province and level. */
function isLike(one: string, other: string): boolean {
  return one.slice(0, 2) === other.slice(0, 2) && one.endsWith('00') === other.endsWith('00');
}

/** A name without the suffix for the kind of region. */
function stemOf(name: string): string {
  const stem = name.replace(/(自治州|自治县|自治旗|地区|特区|盟|市|县|区|旗)$/, '');
  return stem === '' ? name : stem;
}

class OpenTrack implements Track {
  readonly spans: Span[];
  into: readonly string[] = [];

  constructor(
    public code: string,
    public name: string,
    month: string,
  ) {
    this.spans = [{ code, name, firstSeen: month, lastSeen: month, endedIn: null }];
  }

  /** Extends the last span, which is unchanged in the register of a month. */
  seen(month: string): void {
    this.change({ lastSeen: month });
  }

  rename(code: string, name: string, month: string, endedIn: string | null): void {
    this.change({ endedIn });
    this.code = code;
    this.name = name;
    this.spans.push({ code, name, firstSeen: month, lastSeen: month, endedIn: null });
  }

  end(into: readonly string[], endedIn: string | null): void {
    this.change({ endedIn });
    this.into = into;
  }

  private change(span: Partial<Span>): void {
    const last = this.spans.pop();
    if (last) {
      this.spans.push({ ...last, ...span });
    }
  }
}
