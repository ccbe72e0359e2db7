import type { QueryPlan, QueryPlanCache } from '@apollo/query-planner';
import { LRUCache } from 'lru-cache';

/** How the plans that were made are used. */
export interface PlanCounts {
  /** Operations whose plan was there. */
  readonly hits: number;
  /** Operations that had to be planned. */
  readonly misses: number;
  /** Plans that are kept. */
  readonly size: number;
}

/** Bytes of JSON that all kept plans may have. */
const capacity = 64 * 2 ** 20;

/** Keeps the plans of late, by what they are a plan of. */
export class PlanStore implements QueryPlanCache {
  private readonly plans = new LRUCache<string, QueryPlan>({
    maxSize: capacity,
    sizeCalculation: (plan) => JSON.stringify(plan).length,
  });

  constructor(private readonly tally: { hits: number; misses: number }) {}

  get(key: string): Promise<QueryPlan | undefined> {
    const plan = this.plans.get(key);
    if (plan) {
      this.tally.hits += 1;
    } else {
      this.tally.misses += 1;
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

  /** Forgets all plans: the gateway does so when its supergraph changes. */
  clear(): void {
    this.plans.clear();
  }

  counts(): PlanCounts {
    return { ...this.tally, size: this.plans.size };
  }
}
