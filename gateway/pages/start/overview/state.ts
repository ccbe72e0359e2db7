import { PairingLevel } from '../../../../schema/labels.json';
import { chosenIn } from '../lists/filter-form.js';
import { anyTime, dayNamed, usualDay } from './days.js';

/** The pictures of the overview. */
export const viewNames = ['flow', 'matrix', 'map', 'rounds'] as const;
export type ViewName = (typeof viewNames)[number];

/** What the overview can show the amounts of. */
export const measureNames = ['pairings', 'fiscal', 'placed', 'stable', 'trained', 'trainings'] as const;
export type MeasureName = (typeof measureNames)[number];

/** In place of a year: all years, each by its own figures. */
export const eachYear = 'each';

/** What the overview shows; all of it stands in the address. */
export interface OverviewState {
  /** Null for pairings of any time. */
  readonly day: string | null;
  readonly view: ViewName;
  readonly measure: MeasureName;
  /** Id of a programme. */
  readonly programme: string | null;
  readonly level: keyof typeof PairingLevel | null;
  /** Of pairings: in place of a day. Of figures: those of the year, or of each; null for those of all time together. */
  readonly year: number | typeof eachYear | null;
  /** Ids of the regions in which those who help and who are helped lie. */
  readonly from: string | null;
  readonly to: string | null;
  readonly round: string | null;
}

/** The state in an address, and what the address has that is none. */
export function stateOf(search: string): { readonly state: OverviewState; readonly unknown: readonly string[] } {
  const values = new URLSearchParams(search);
  const unknown: string[] = [];
  const oneOf = <Value extends string>(name: string, all: readonly Value[], usual: Value): Value => {
    const given = values.get(name) ?? '';
    const found = all.find((each) => each === given);
    if (given !== '' && found === undefined) {
      unknown.push(given);
    }
    return found ?? usual;
  };
  const given = (name: string): string | null => {
    const value = values.get(name) ?? '';
    return value === '' ? null : value;
  };
  const on = values.get('on') ?? '';
  const day = on === '' ? usualDay : on === anyTime ? null : dayNamed(on);
  const level = chosenIn(PairingLevel, values, 'level');
  const year = values.get('year') ?? '';
  const isYear = /^(?:19|20)\d\d$/.test(year);
  if (level === null && values.get('level')) {
    unknown.push(values.get('level') ?? '');
  }
  if (year !== '' && !isYear && year !== eachYear) {
    unknown.push(year);
  }
  if (on !== '' && on !== anyTime && day === null) {
    unknown.push(on);
  }
  const state: OverviewState = {
    day: day ?? (on === anyTime ? null : usualDay),
    view: oneOf('view', viewNames, 'flow'),
    measure: oneOf('measure', measureNames, 'pairings'),
    programme: given('programme'),
    level,
    year: isYear ? Number(year) : year === eachYear ? eachYear : null,
    from: given('from'),
    to: given('to'),
    round: given('round'),
  };
  return { state, unknown };
}

/** The path of the overview with some of its state changed. What is as usual is not in it. */
export function pathOf(state: OverviewState, changes: Partial<OverviewState> = {}): string {
  const { day, view, measure, ...rest } = { ...state, ...changes };
  const values = {
    on: day === null ? anyTime : day === usualDay ? null : day,
    view: view === 'flow' ? null : view,
    measure: measure === 'pairings' ? null : measure,
    ...rest,
  };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== null) {
      search.set(name, String(value));
    }
  }
  return search.size > 0 ? `/?${search.toString()}` : '/';
}
