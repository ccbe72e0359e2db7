/** Whether inside a value lists and objects lie in each other deeper than so many levels. It looks no deeper. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  if (value === null || typeof value !== 'object') {
    return false;
  }
  return levels < 0 || Object.values(value).some((each) => isDeeperThan(levels - 1, each));
}
