import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { onStage, types } from '../support/on-stage.ts';

const OWN = /meeting_cards_[a-z_]+/g;

test('docs/operations.md explains the metrics that /metrics has, and no others', async () => {
  const stage = await onStage();
  await types(stage, '649128');
  const page = await (await fetch(`${stage.appUrl}/metrics`)).text();
  const offered = [...page.matchAll(/^# TYPE (meeting_cards_[a-z_]+) /gm)].map(([, name]) => name);
  const docs = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  expect([...new Set(docs.match(OWN))].sort()).toEqual([...new Set(offered)].sort());
});
