import type { Register } from './registers.js';

/** A name and a code in the registers of a span of months, both ends included. */
export interface Span {
  readonly code: string;
  readonly name: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** The year of the change that ended it; null where it is not known or it has not ended. */
  readonly endedIn: string | null;
}

/** A region through the registers: its spans, the earliest first. */
export interface Track {
  readonly spans: Span[];
  /** The code and name of its last span. */
  readonly code: string;
  readonly name: string;
  /** The codes of the regions that took it over, when it ended. */
  readonly into: readonly string[];
}

/** What became of a code that ended, as known besides the registers. */
export interface Succession {
  readonly code: string;
  readonly name: string;
  readonly into: readonly string[];
  /** Whether the region went on under the one code that it went into. */
  readonly same: boolean;
  readonly year: string | null;
}

/**
 * Follows every region through the registers. One goes on where code and name stay, where a succession says so, where
 * its name appears under a new code of its province and level, where its name without the suffix does (富阳市, 富阳区),
 * and where a code has a new name. Throws for a code that ends and leads nowhere.
 */
export function followRegions(registers: readonly Register[], successions: readonly Succession[]): readonly Track[] {
  const known = new Map(successions.map((succession) => [key(succession), succession]));
  const tracks: OpenTrack[] = [];
  const open = new Map<string, OpenTrack>();
  const dormant = new Map<string, OpenTrack>();
  for (const { month, names } of registers) {
    const loose = [...open].filter(([code, { name }]) => names.get(code) !== name);
    const fresh = new Map([...names].filter(([code, name]) => open.get(code)?.name !== name));
    for (const [code] of loose) {
      open.delete(code);
    }
    for (const track of open.values()) {
      track.seen(month);
    }
    const goOn = (track: OpenTrack, code: string, year: string | null): void => {
      track.rename(code, fresh.get(code) ?? '', month, year);
      open.set(code, track);
      fresh.delete(code);
    };
    for (const [code, track] of dormant) {
      if (fresh.has(code)) {
        goOn(track, code, null);
        dormant.delete(code);
      }
    }
    const unknown = loose.filter(([, track]) => {
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
      } else if (fresh.has(code)) {
        goOn(track, code, succession.year);
      } else {
        dormant.set(code, track);
      }
      return false;
    });
    const left = rules.reduce(
      (rest, rule) =>
        rest.filter(([, track]) => {
          const [code, ...others] = [...fresh].filter(([each, name]) => rule(track, each, name)).map(([each]) => each);
          if (code === undefined || others.length > 0) {
            return true;
          }
          goOn(track, code, null);
          return false;
        }),
      unknown,
    );
    if (left.length > 0) {
      const list = left.map(([code, { name }]) => `${code} ${name}`).join(', ');
      throw new Error(`Nothing says what became of these by ${month}; add them to successions.csv: ${list}`);
    }
    for (const [code, name] of fresh) {
      const track = new OpenTrack(code, name, month);
      tracks.push(track);
      open.set(code, track);
    }
  }
  return tracks;
}

const key = ({ code, name }: { readonly code: string; readonly name: string }): string => `${code} ${name}`;

/** What tells that a region goes on under a new code or name, the surest first. */
const rules: readonly ((track: OpenTrack, code: string, name: string) => boolean)[] = [
  (track, code, name) => name === track.name && isLike(code, track.code),
  (track, code, name) => stemOf(name) === stemOf(track.name) && isLike(code, track.code),
  (track, code) => code === track.code,
];

/** Whether two codes are of one province and one level. */
function isLike(one: string, other: string): boolean {
  return one.slice(0, 2) === other.slice(0, 2) && one.endsWith('00') === other.endsWith('00');
}

/** A name without the suffix that says what kind of region it is. */
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

  /** Is as it was. */
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
