import { delimiter, join } from 'node:path';
import { canRun } from '../../../sandbox/can-run.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where Chromium or Chrome is: on `path`, or else in a usual place; `undefined` if neither is installed. */
export function findChromium(
  path = process.env.PATH ?? '',
  places: readonly string[] = USUAL_PLACES,
): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...places].find(canRun);
}
