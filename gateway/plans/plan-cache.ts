import type { QueryPlan } from '@apollo/query-planner';
import { LRUCache } from 'lru-cache';

/** How the plan cache is used. */
export interface PlanCacheCounts {
  readonly hits: number;
  readonly misses: number;
  /** Cached plans. */
  readonly size: number;
}

/** Bytes that all cached plans may take together, with what is compiled of them. */
const capacity = 128 * 2 ** 20;

/** About how many bytes a plan takes for each character of its JSON. */
const bytesOfCharacter = 12;

/** A cache of query plans, with what is made of them, that evicts the least recently used. */
export class PlanCache<Planned extends { readonly plan: QueryPlan }> {
  private readonly plans = new LRUCache<string, Planned>({
    maxSize: capacity,
    sizeCalculation: ({ plan }) => JSON.stringify(plan).length * bytesOfCharacter,
  });

  /** `total` counts across the caches of all supergraphs that were served. */
  constructor(private readonly total: { hits: number; misses: number }) {}

  /** The plan of a key, which `make` makes where there is none. */
  get(key: string, make: () => Planned): Planned {
    const known = this.plans.get(key);
    if (known) {
      this.total.hits += 1;
      return known;
    }
    this.total.misses += 1;
    const planned = make();
    this.plans.set(key, planned);
    return planned;
  }

  counts(): PlanCacheCounts {
    return { ...this.total, size: this.plans.size };
  }
}
