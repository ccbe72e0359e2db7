import { isObject, own, type Data } from './data.js';

/** Where a fetch takes its objects from: names of fields, and `@` for all items of a list. */
export type Place = readonly string[];

/** The path of one object in the data. */
export type Path = readonly (string | number)[];

/** The objects at a place, in their order; one that is at several paths comes several times. */
export function objectsAt(data: Data, place: Place): Data[] {
  const found: Data[] = [];
  collect(data, place, 0, found);
  return found;
}

function collect(value: unknown, place: Place, from: number, found: Data[]): void {
  let at = value;
  for (let depth = from; depth < place.length; depth += 1) {
    const step = place[depth] ?? '';
    if (step === '@') {
      if (Array.isArray(at)) {
        for (const item of at) {
          collect(item, place, depth + 1, found);
        }
      }
      return;
    }
    at = own(at, step);
  }
  if (isObject(at)) {
    found.push(at);
  }
}

/** The paths of the objects that `objectsAt` gives. */
export function pathsAt(data: Data, place: Place): Path[] {
  const paths: Path[] = [];
  collectPaths(data, place, [], paths);
  return paths;
}

function collectPaths(value: unknown, place: Place, path: Path, paths: Path[]): void {
  const [step, ...rest] = place;
  if (step === undefined) {
    if (isObject(value)) {
      paths.push(path);
    }
  } else if (step !== '@') {
    collectPaths(own(value, step), rest, [...path, step], paths);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      collectPaths(item, rest, [...path, index], paths);
    });
  }
}
