/** Whether lists and objects in a value are nested deeper than `levels`. It looks no deeper than that. */
export function isNestedDeeper(levels: number, value: unknown): boolean {
  if (value === null || typeof value !== 'object') {
    return false;
  }
  return levels < 0 || Object.values(value).some((each) => isNestedDeeper(levels - 1, each));
}
