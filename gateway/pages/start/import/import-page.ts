import { element, present } from '../element.js';
import { say } from '../language.js';
import type { View } from '../view.js';
import { dropZone } from './drop-zone.js';
import { historyContent } from './import-history.js';
import { checkedContent, loadedContent, refusalContent } from './import-outcome.js';
import {
  check,
  choose,
  fileNames,
  isOfCheck,
  load,
  showHistory,
  state,
  undo,
  whenChanged,
  type Outcome,
} from './import-state.js';
import { templateChoice } from './template-choice.js';

/** The page that checks files, shows what they would change, loads them, and undoes it. */
export function importPage(): View {
  const token = element('input', {
    id: 'import-token',
    type: 'password',
    value: state.token,
    autocomplete: 'off',
    'aria-describedby': 'import-token-hint',
  });
  token.addEventListener('input', () => {
    state.token = token.value.trim();
  });
  const checkButton = button(say('importCheck'), () => void check());
  const historyButton = button(say('importShowHistory'), () => void showHistory());
  const chosen = element('p', { class: 'chosen' });
  const told = element('p', { role: 'status', class: 'told' });
  const outcome = element('section', { 'aria-label': say('importOutcome'), tabindex: -1 });
  const history = element('section', {}, element('h2', {}, say('importHistory')));
  const past = element('div', { class: 'past' });
  history.append(historyButton, past);
  const zone = dropZone((files) => void choose(files));
  const draw = (): void => {
    const { running, files } = state;
    chosen.textContent = files.length === 0 ? '' : say('importChosen', fileNames());
    checkButton.disabled = files.length === 0 || running !== null;
    zone.setBusy(running !== null);
    told.replaceChildren(...present(runningContent()));
    outcome.replaceChildren(...present(state.outcome === null ? [] : outcomeContent(state.outcome)));
    historyButton.hidden = state.history !== null;
    past.replaceChildren(...(state.history === null ? [] : [historyContent(state.history, (each) => void undo(each))]));
    for (const each of history.querySelectorAll('button')) {
      each.disabled = running !== null;
    }
    if (state.outcome?.of === 'noToken') {
      token.focus();
    }
    // The button that was pressed is gone, or cannot have the focus.
    if (running === null && state.outcome !== null && document.activeElement === document.body) {
      outcome.focus({ preventScroll: true });
    }
  };
  whenChanged(draw);
  draw();
  // What the server says is in one language.
  if (state.running === null && state.outcome !== null && isOfCheck(state.outcome)) {
    void check();
  }
  return {
    title: say('importTitle'),
    content: [
      element('h1', { tabindex: -1 }, say('importTitle')),
      element('p', {}, say('importIntro')),
      element(
        'p',
        { class: 'token' },
        element('label', { for: token.id }, say('importToken')),
        token,
        element('span', { class: 'quiet', id: 'import-token-hint' }, say('importTokenHint')),
      ),
      templateChoice(),
      zone.element,
      chosen,
      element('p', {}, checkButton),
      told,
      outcome,
      history,
    ],
  };
}

function runningContent(): (Node | string | null)[] {
  const { running } = state;
  if (running === null) {
    return [];
  }
  const words = { check: 'importChecking', load: 'importLoading', undo: 'importUndoing' } as const;
  const { progress } = running;
  return [
    say(words[running.kind], running.what),
    progress && element('progress', { max: progress.total, value: progress.done, 'aria-label': say('importProgress') }),
  ];
}

function outcomeContent(outcome: Outcome): readonly (Node | null)[] {
  switch (outcome.of) {
    case 'unreadable':
      return [element('p', { class: 'notice', role: 'alert' }, say('importUnreadable', outcome.file))];
    case 'noToken':
      return [element('p', { class: 'notice', role: 'alert' }, say('importTokenNeeded'))];
    case 'refusal':
      return refusalContent(outcome.refusal);
    case 'undo':
      return [element('p', { class: 'done', role: 'status' }, say('importUndone', outcome.dataset))];
    case 'load':
      return loadedContent(outcome.result);
    case 'check':
      return [...checkedContent(outcome.result), outcome.result.isIn ? null : loadButton()];
  }
}

function loadButton(): HTMLElement {
  const made = button(say('importLoad'), () => void load());
  made.classList.add('main');
  return made;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, text);
  made.addEventListener('click', act);
  return made;
}
