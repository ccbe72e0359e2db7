import { element } from '../element.js';
import { say } from '../language.js';

/** A place to drop files on, or to choose them by pointer or key. */
export function dropZone(choose: (files: readonly File[]) => void): {
  readonly element: HTMLElement;
  readonly setBusy: (isBusy: boolean) => void;
} {
  const input = element('input', { id: 'import-files', type: 'file', multiple: true, accept: '.xlsx,.xlsm,.zip,.csv' });
  const zone = element(
    'label',
    { class: 'drop', for: input.id },
    say('importDrop'),
    element('span', {}, say('importChoose')),
    input,
  );
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])];
    // So that the same file can be chosen again once it is mended.
    input.value = '';
    take(files);
  });
  const take = (files: readonly File[]): void => {
    if (files.length > 0 && !input.disabled) {
      choose(files);
    }
  };
  const mark = (isOver: boolean): void => {
    zone.classList.toggle('over', isOver);
  };
  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(true);
  });
  zone.addEventListener('dragleave', () => {
    mark(false);
  });
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(false);
    take([...(event.dataTransfer?.files ?? [])]);
  });
  return {
    element: zone,
    setBusy: (isBusy) => {
      input.disabled = isBusy;
    },
  };
}
