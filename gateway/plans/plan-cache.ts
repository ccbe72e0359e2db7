import type { QueryPlan, QueryPlanCache } from '@apollo/query-planner';
import { LRUCache } from 'lru-cache';

/** How the plan cache is used. */
export interface PlanCacheCounts {
  readonly hits: number;
  readonly misses: number;
  /** Cached plans. */
  readonly size: number;
}

/** Bytes of JSON that all cached plans may have together. */
const capacity = 64 * 2 ** 20;

/** A cache of query plans that evicts the least recently used. */
export class PlanCache implements QueryPlanCache {
  private readonly plans = new LRUCache<string, QueryPlan>({
    maxSize: capacity,
    sizeCalculation: (plan) => JSON.stringify(plan).length,
  });

  /** `total` counts across the caches of all supergraphs that were served. */
  constructor(private readonly total: { hits: number; misses: number }) {}

  get(key: string): Promise<QueryPlan | undefined> {
    const plan = this.plans.get(key);
    if (plan) {
      this.total.hits += 1;
    } else {
      this.total.misses += 1;
    }
    return Promise.resolve(plan);
  }

  set(key: string, plan: QueryPlan): Promise<void> {
    this.plans.set(key, plan);
    return Promise.resolve();
  }

  delete(key: string): Promise<boolean> {
    return Promise.resolve(this.plans.delete(key));
  }

  /** Empties the cache, as `@apollo/gateway` does when its supergraph changes. */
  clear(): void {
    this.plans.clear();
  }

  counts(): PlanCacheCounts {
    return { ...this.total, size: this.plans.size };
  }
}
