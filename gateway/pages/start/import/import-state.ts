import { run, type Change, type Checked, type ChosenFile, type Loaded, type Refusal } from './import-api.js';

/** What runs on the page. */
export interface Running {
  readonly kind: 'check' | 'load' | 'undo';
  /** Files, or the data set. */
  readonly what: string;
  /** How many rows are written, and of how many; null where none is. */
  readonly progress: { readonly done: number; readonly total: number } | null;
}

/** How the last check, load or undo ended. */
export type Outcome =
  | { readonly of: 'check'; readonly result: Checked }
  | { readonly of: 'load'; readonly result: Loaded }
  | { readonly of: 'undo'; readonly dataset: string }
  | { readonly of: 'refusal'; readonly by: Running['kind'] | 'history' | 'template'; readonly refusal: Refusal }
  | { readonly of: 'unreadable'; readonly file: string }
  | { readonly of: 'noToken' };

/** Whether an outcome is that of a check. */
export const isOfCheck = (outcome: Outcome): boolean =>
  outcome.of === 'check' || (outcome.of === 'refusal' && outcome.by === 'check');

/** What the page knows. It is kept while other pages are looked at, in memory alone. */
export const state = {
  token: '',
  files: [] as readonly ChosenFile[],
  running: null as Running | null,
  outcome: null as Outcome | null,
  history: null as readonly Change[] | null,
};

const listeners = { changed: (): void => undefined };

/** Has the page drawn again when the state changes. */
export function whenChanged(draw: () => void): void {
  listeners.changed = draw;
}

/** Changes the state. */
function set(changes: Partial<typeof state>): void {
  Object.assign(state, changes);
  listeners.changed();
}

/** The names of the files that are chosen. */
export const fileNames = (): string => state.files.map(({ name }) => name).join(', ');

/** Reads files as they are now, and checks them. */
export async function choose(chosen: readonly File[]): Promise<void> {
  set({ files: [], outcome: null });
  const files: ChosenFile[] = [];
  for (const file of chosen) {
    try {
      files.push({ name: file.name, bytes: await file.arrayBuffer() });
    } catch {
      set({ outcome: { of: 'unreadable', file: file.name } });
      return;
    }
  }
  set({ files });
  await check();
}

/** Checks the files that are chosen. */
export async function check(): Promise<void> {
  if (!hasToken()) {
    return;
  }
  begin('check', fileNames());
  const end = await run('check', state.token, { files: state.files });
  set({
    running: null,
    outcome: end.kind === 'done' ? { of: 'check', result: end.result } : refused('check', end),
  });
  if (end.kind === 'done' && state.history === null) {
    await showHistory();
  }
}

/** Loads the files that were checked. */
export async function load(): Promise<void> {
  begin('load', fileNames());
  const end = await run('load', state.token, { files: state.files }, (done, total) => {
    set({ running: { kind: 'load', what: fileNames(), progress: { done, total } } });
  });
  set({
    running: null,
    outcome: end.kind === 'done' ? { of: 'load', result: end.result } : refused('load', end),
  });
  await showHistory();
}

/** Puts a data set back. */
export async function undo(dataset: string): Promise<void> {
  begin('undo', dataset);
  const end = await run('undo', state.token, { dataset });
  set({
    running: null,
    outcome: end.kind === 'done' ? { of: 'undo', dataset } : refused('undo', end),
  });
  await showHistory();
}

/** Gives a workbook with tables to fill in; null where it cannot be had, which the outcome says. */
export async function template(tables: readonly string[]): Promise<Blob | null> {
  if (!hasToken()) {
    return null;
  }
  const end = await run('template', state.token, { tables: tables.join() });
  if (end.kind !== 'done') {
    set({ outcome: refused('template', end) });
    return null;
  }
  const bytes = Uint8Array.from(atob(end.result), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

/** Reads the history; says why where it cannot be read and nothing else was said. */
export async function showHistory(): Promise<void> {
  if (!hasToken()) {
    return;
  }
  const end = await run('history', state.token);
  if (end.kind === 'done') {
    set({ history: end.result });
  } else {
    set({ outcome: state.outcome ?? refused('history', end) });
  }
}

/** Whether there is a token; where there is none, says so. */
function hasToken(): boolean {
  if (state.token === '') {
    set({ outcome: { of: 'noToken' } });
  }
  return state.token !== '';
}

function begin(kind: Running['kind'], what: string): void {
  set({ running: { kind, what, progress: null }, outcome: null });
}

const refused = (by: Extract<Outcome, { of: 'refusal' }>['by'], refusal: Refusal): Outcome => ({
  of: 'refusal',
  by,
  refusal,
});
