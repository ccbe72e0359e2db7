import { CsvTable } from '../../../../schema/labels.json';
import type { EnumLabel } from '../../../../platform/enum-label.js';
import { element } from '../element.js';
import { label } from '../labels.js';
import { say } from '../language.js';
import { template } from './import-state.js';

const tables: Readonly<Record<string, EnumLabel>> = CsvTable;

/** A choice of tables, and a button that saves a workbook with them to fill in. */
export function templateChoice(): HTMLElement {
  // Every workbook has the first, which names the data set.
  const [, ...files] = Object.keys(tables);
  const boxes = files.map((file) =>
    element('input', { type: 'checkbox', value: file.replace('.csv', ''), id: `template-${file}` }),
  );
  const save = element('button', { type: 'button' }, say('importSaveTemplate'));
  save.addEventListener('click', () => {
    save.disabled = true;
    void template(boxes.filter(({ checked }) => checked).map(({ value }) => value)).then((workbook) => {
      save.disabled = false;
      if (workbook) {
        download(workbook);
      }
    });
  });
  const choices = boxes.map((box, place) =>
    element('label', { for: box.id }, box, ' ', label(tables, files[place] ?? '')),
  );
  return element(
    'details',
    { class: 'template' },
    element('summary', {}, say('importTemplate')),
    element('fieldset', {}, element('legend', {}, say('importTemplateTables')), ...choices),
    element('p', {}, save),
  );
}

function download(workbook: Blob): void {
  const address = URL.createObjectURL(workbook);
  element('a', { href: address, download: 'jiedui.xlsx' }).click();
  URL.revokeObjectURL(address);
}
