/**
 * The cycles of files that import each other: the strongly connected components with more than one file, and files that
 * import themselves. Each cycle, and the list of them, is sorted.
 */
export function importCycles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles: string[][] = [];

  const lower = (file: string, value: number): void => {
    lowest.set(file, Math.min(lowest.get(file) ?? value, value));
  };
  // Tarjan's algorithm.
  const visit = (file: string): void => {
    order.set(file, order.size);
    lower(file, order.size - 1);
    stack.push(file);
    onStack.add(file);
    for (const target of imports.get(file) ?? []) {
      if (!imports.has(target)) {
        continue;
      }
      if (!order.has(target)) {
        visit(target);
        lower(file, lowest.get(target) ?? 0);
      } else if (onStack.has(target)) {
        lower(file, order.get(target) ?? 0);
      }
    }
    if (lowest.get(file) === order.get(file)) {
      const component = stack.splice(stack.indexOf(file));
      component.forEach((each) => onStack.delete(each));
      if (component.length > 1 || imports.get(file)?.includes(file)) {
        cycles.push(component.sort());
      }
    }
  };

  for (const file of imports.keys()) {
    if (!order.has(file)) {
      visit(file);
    }
  }
  return cycles.sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
}
