import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ACTION } from '../src/cards/action-ids.ts';
import { codeOf, filesIn } from './support/imports.ts';
import { fileText } from './support/project.ts';

const REGISTRY = 'src/slack/registry.ts';
const ACTION_IDS = 'src/cards/action-ids.ts';
const LISTENERS = 'src/slack/listeners/';
const PAYLOADS = 'src/slack/payloads/';

const code = new Map(filesIn('src').map((file) => [file, codeOf(file)]));

const { features, settings } = parse(fileText('manifest.yml'));
const events: readonly string[] = settings.event_subscriptions.bot_events;
const shortcuts: readonly string[] = features.shortcuts.map(
  ({ callback_id }: { readonly callback_id: string }) => callback_id,
);

/** The files of src/ whose code says one of these, as whole words. */
function filesWith(...names: readonly string[]): string[] {
  const words = new RegExp(names.map((name) => `\\b${name.replace('.', '\\.')}\\b`).join('|'));
  return [...code].filter(([, text]) => words.test(text)).map(([file]) => file);
}

/** Those that are neither the registry, nor a listener, nor the shape of a payload, nor a card. */
const elsewhere = (files: readonly string[]): string[] =>
  files.filter(
    (file) =>
      file !== REGISTRY && ![LISTENERS, PAYLOADS, 'src/cards/'].some((folder) => file.startsWith(folder)),
  );

describe.each(Object.entries(ACTION))('the button %s', (key, id) => {
  const named = filesWith(`ACTION.${key}`, id);

  test('is named in action-ids.ts and in the registry', () => {
    expect(named).toEqual(expect.arrayContaining([ACTION_IDS, REGISTRY]));
  });

  test('touches no other part of the app than its listener and the cards that show it', () => {
    expect(elsewhere(named)).toEqual([]);
    const ofOneListener = named.filter((file) => file.startsWith(`${LISTENERS}actions/`));
    expect(ofOneListener.length).toBeLessThanOrEqual(1);
  });
});

describe.each([...shortcuts, ...events])('the shortcut or event %s', (name) => {
  const named = filesWith(name).filter((file) => file !== ACTION_IDS);

  test('is named in the registry as in the manifest', () => {
    expect(named).toContain(REGISTRY);
  });

  test('touches four files: the manifest, the registry, the shape of its payload, its listener', () => {
    expect(elsewhere(named)).toEqual([]);
    expect(named.length).toBeLessThanOrEqual(3);
  });
});
