import { chosenIn, fieldOf } from './stored-settings.ts';

const WORKSPACE = fieldOf({ level: 'workspace' });

/** What was set for the workspace, and how many channels have settings of their own, a line each. */
export function describeSettings(fields: ReadonlyMap<string, string>): string {
  const chosen = Object.entries(chosenIn('workspace', fields.get(WORKSPACE)));
  const channels = [...fields.keys()].filter((field) => field !== WORKSPACE).length;
  return [
    ['settings', chosen.map(([key, value]) => `${key}=${value}`).join(' ') || '–'],
    ['channels', `${channels} with settings of their own`],
  ]
    .map(([label = '', value = '']) => `${label.padEnd(13)}${value}`)
    .join('\n');
}
