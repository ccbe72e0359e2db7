/** A record as the data place it in others of its type. */
export interface Placed {
  readonly id: string;
  readonly includedInId: string | null;
  readonly mayBeIncludedInId: string | null;
}

/** A record in another, at any depth. `isVague` where each way to it has a link that the source leaves open. */
export interface Inclusion {
  readonly record: string;
  readonly whole: string;
  readonly isVague: boolean;
}

/** What the data place in what, closed: a part of a part is a part. */
export function inclusionsOf(records: readonly Placed[]): Inclusion[] {
  const placed = records.filter((row) => row.includedInId !== null || row.mayBeIncludedInId !== null);
  const links = new Map(placed.map((row) => [row.id, row]));
  const closed = placed.flatMap(({ id: record }) => {
    const certain = reached(record, (id) => [links.get(id)?.includedInId]);
    const all = reached(record, (id) => [links.get(id)?.includedInId, links.get(id)?.mayBeIncludedInId]);
    return [...all].map((whole) => ({ record, whole, isVague: !certain.has(whole) }));
  });
  // Of records that may each be in the other, the one with the lower id is the whole, so that one of them counts.
  const vague = new Map(closed.map(({ record, whole, isVague }) => [`${record} ${whole}`, isVague]));
  return closed.filter(({ record, whole, isVague }) => {
    const back = vague.get(`${whole} ${record}`);
    return record !== whole && (!isVague || back === undefined || (back && record > whole));
  });
}

function reached(start: string, next: (id: string) => readonly (string | null | undefined)[]): Set<string> {
  const found = new Set<string>();
  const pending = [start];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    for (const each of next(id)) {
      if (each != null && !found.has(each)) {
        found.add(each);
        pending.push(each);
      }
    }
  }
  return found;
}
