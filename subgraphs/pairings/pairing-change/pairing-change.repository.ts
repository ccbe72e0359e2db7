import { badUserInput } from '../../../platform/errors.js';
import { pageOf, pageRequest } from '../../../platform/page.js';
import { checkDaySpan } from '../../../platform/scalars.js';
import { List } from '../../../vocabulary/record/connection.js';
import type { PartyRow, PartyRowRepository } from '../owned-rows.js';
import type { Pairing } from '../pairing/pairing.entity.js';
import type { PairingRepository } from '../pairing/pairing.repository.js';
import type { PairingChangeArguments } from './pairing-change.inputs.js';
import type { PairingChange, PairingChangeKind } from './pairing-change.js';

/** Compares who helps whom on two days. */
export class PairingChangeRepository {
  constructor(
    private readonly pairings: PairingRepository,
    private readonly parties: PartyRowRepository,
  ) {}

  /** What changed for each recipient, by its id. Throws BAD_USER_INPUT. */
  list(args: PairingChangeArguments): List<PairingChange> {
    const { from, to } = checkDaySpan(args);
    const page = pageRequest('PairingChange', args.first, args.after);
    if (args.kinds?.length === 0) {
      throw badUserInput('kinds', 'a list with at least one value', args.kinds);
    }
    let read: Promise<readonly PairingChange[]> | undefined;
    const changes = async (): Promise<readonly PairingChange[]> => {
      const all = await (read ??= this.between(from, to, args));
      return all.filter(({ kind }) => args.kinds?.includes(kind) ?? true);
    };
    return new List('PairingChange', {
      page: async () => pageOf(await changes(), page),
      count: async () => (await changes()).length,
    });
  }

  private async between(from: string, to: string, args: PairingChangeArguments): Promise<PairingChange[]> {
    const days = await Promise.all([from, to].map((day) => this.pairings.holdingOn(day, args)));
    const [before = none, after = none] = await Promise.all(days.map((held) => this.byRecipient(held)));
    const recipients = [...new Set([...before.keys(), ...after.keys()])].sort();
    return recipients.flatMap((id) => change(id, before.get(id), after.get(id)) ?? []);
  }

  private async byRecipient(pairings: readonly Pairing[]): Promise<ReadonlyMap<string, Helped>> {
    const sides = await Promise.all(
      pairings.map(({ id }) => Promise.all([this.parties.of(id, 'DONOR'), this.parties.of(id, 'RECIPIENT')])),
    );
    const helped = new Map<string, Helped>();
    for (const [place, pairing] of pairings.entries()) {
      const [donors = [], recipients = []] = sides[place] ?? [];
      for (const recipient of recipients) {
        const held = helped.get(recipient.id) ?? { recipient, pairings: [], donors: new Set() };
        helped.set(recipient.id, held);
        held.pairings.push(pairing);
        // Donors that are only counted are told from others by their pairing.
        for (const donor of donors.length > 0 ? donors : [pairing]) {
          held.donors.add(donor.id);
        }
      }
    }
    return helped;
  }
}

/** A recipient on one day. */
interface Helped {
  readonly recipient: PartyRow;
  readonly pairings: Pairing[];
  readonly donors: Set<string>;
}

const none: ReadonlyMap<string, Helped> = new Map<string, Helped>();

function change(id: string, before: Helped | undefined, after: Helped | undefined): PairingChange | null {
  const recipient = (after ?? before)?.recipient;
  return recipient
    ? { id, recipient, kind: kindOf(before, after), before: before?.pairings ?? [], after: after?.pairings ?? [] }
    : null;
}

function kindOf(before: Helped | undefined, after: Helped | undefined): PairingChangeKind {
  if (!before || !after) {
    return before ? 'ENDED' : 'BEGUN';
  }
  const all = new Set([...before.donors, ...after.donors]);
  return all.size === before.donors.size && all.size === after.donors.size ? 'KEPT' : 'REPLACED';
}
