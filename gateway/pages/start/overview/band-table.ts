import { element } from '../element.js';
import { capitalised, say } from '../language.js';
import { sortedTable, type Column } from '../lists/sorted-table.js';
import { leftOut, type Band, type DrawnBand } from './bands.js';
import type { Node } from './places.js';
import { stackedTable } from '../stacked-table.js';
import type { LeftOut } from './bands.js';

/** The bands of a picture as a table, with how many of their pairings are last confirmed before the day, if any are. */
export function bandTable(
  bands: readonly DrawnBand[],
  head: string,
  pathOf: (band: DrawnBand) => string,
  sorting: string,
  sorted: (sorting: string) => void,
): HTMLElement {
  const columns: Column<DrawnBand>[] = [
    { name: 'from', head: say('donor'), cell: ({ donor }) => nodeLink(donor), key: ({ donor }) => donor.name },
    {
      name: 'to',
      head: say('recipient'),
      cell: ({ recipient }) => nodeLink(recipient),
      key: ({ recipient }) => recipient.name,
    },
    {
      name: 'amount',
      head,
      cell: (band) => element('a', { href: pathOf(band) }, band.text),
      key: ({ amount }) => amount,
    },
    ...(bands.some(({ unconfirmed }) => unconfirmed > 0)
      ? [
          {
            name: 'unconfirmed',
            head: say('unconfirmedHead'),
            cell: ({ unconfirmed }: DrawnBand) => (unconfirmed > 0 ? String(unconfirmed) : ''),
            key: ({ unconfirmed }: DrawnBand) => unconfirmed,
          },
        ]
      : []),
  ];
  return sortedTable(say('asTable'), columns, bands, sorting, sorted);
}

const reasons = {
  bothUnknown: 'leftOutBoth',
  donorUnknown: 'leftOutDonor',
  recipientUnknown: 'leftOutRecipient',
  onlyShared: 'leftOutShared',
  noLowerEnd: 'leftOutNoLowerEnd',
  notAdded: 'leftOutNotAdded',
} as const satisfies Readonly<Record<LeftOut, string>>;

/** What is drawn as nobody's, how much it is, and why; null where all is drawn. */
export function leftOutTable(bands: readonly Band[]): HTMLElement | null {
  const rows = leftOut(bands).map(([{ donor, recipient, text }, reason]) => [
    `${donor?.name ?? say('notRecorded')} → ${recipient?.name ?? say('notRecorded')}`,
    text,
    say(reasons[reason]),
  ]);
  return rows.length === 0
    ? null
    : element(
        'details',
        { class: 'left-out' },
        element('summary', {}, say('leftOut', rows.length)),
        stackedTable(say('leftOutCaption'), [say('involved'), say('figure'), say('leftOutWhy')], rows),
      );
}

const nodeLink = ({ name, path }: Node): HTMLElement => element('a', { href: path }, capitalised(name));
