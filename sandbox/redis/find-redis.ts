import { delimiter, join } from 'node:path';
import { canRun } from '../can-run.ts';

const usualPlaces = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/** Where `redis-server` is: on `path`, or else in a usual place that `path` may lack; `undefined` if it is not installed. */
export function findRedisServer(
  path = process.env.PATH ?? '',
  places: readonly string[] = usualPlaces,
): string | undefined {
  return [...path.split(delimiter), ...places]
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, 'redis-server'))
    .find(canRun);
}
