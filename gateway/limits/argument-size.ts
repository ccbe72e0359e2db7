/** The size of the value of an argument. */
export interface ArgumentSize {
  /** Conditions of a filter: operators with their values, and empty filters. */
  readonly conditions: number;
  /** Values in lists. */
  readonly values: number;
}

const nothing: ArgumentSize = { conditions: 0, values: 0 };
const oneCondition: ArgumentSize = { conditions: 1, values: 0 };

/** Measures values of arguments. A value that is used several times, as that of a variable, is measured once. */
export class ArgumentSizes {
  private readonly known = new WeakMap<object, ArgumentSize>();

  of(value: unknown): ArgumentSize {
    if (typeof value !== 'object' || value === null) {
      return nothing;
    }
    const known = this.known.get(value);
    if (known) {
      return known;
    }
    const size = Array.isArray(value) ? this.ofList(value, nothing) : this.ofObject(value);
    this.known.set(value, size);
    return size;
  }

  private ofObject(value: object): ArgumentSize {
    const sum = Object.values(value).map((each) => this.within(each));
    const { conditions, values } = sum.reduce(add, nothing);
    return { conditions: Math.max(1, conditions), values };
  }

  private ofList(list: readonly unknown[], own: ArgumentSize): ArgumentSize {
    return list.some((each) => typeof each === 'object' && each !== null)
      ? list.map((each) => this.within(each)).reduce(add, nothing)
      : { ...own, values: list.length };
  }

  private within(value: unknown): ArgumentSize {
    return Array.isArray(value)
      ? this.ofList(value, oneCondition)
      : typeof value === 'object' && value !== null
        ? this.ofObject(value)
        : oneCondition;
  }
}

function add(one: ArgumentSize, other: ArgumentSize): ArgumentSize {
  return { conditions: one.conditions + other.conditions, values: one.values + other.values };
}
