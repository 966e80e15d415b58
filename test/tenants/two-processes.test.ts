import { expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import {
  anotherProcess,
  browserAt,
  installs,
  onManyWorkspaces,
  typesIn,
} from '../support/many-workspaces.ts';

test('an installation that was begun at one process is completed by another, and its state is worth nothing at either then', async () => {
  const stage = await onManyWorkspaces();
  const other = await anotherProcess(stage);
  const here = browserAt(stage);
  const authorizeUrl = await here.begin();
  const cookies = [...here.cookies];
  const consent = { authorizeUrl, workspace: stage.slack };
  const comesBack = async (app: typeof stage) => {
    const browser = browserAt(app);
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    const { status, text } = await browser.open(stage.slack.tokens.consent(consent));
    return [status, /<h1>(.*)<\/h1>/.exec(text)?.[1]];
  };
  expect(await comesBack(other)).toEqual([200, en.installPages.installed.title]);
  for (const app of [stage, other]) expect(await comesBack(app)).toEqual([400, en.installPages.stale.title]);
  expect(stage.slack.tokens.latest(stage.slack)).toBe('xoxb-t0home-1');
});

test('a workspace that a process did not know is known there ten seconds after its installation at another, and at once at that one', async () => {
  const stage = await onManyWorkspaces();
  const { slack } = stage;
  const other = await anotherProcess(stage);
  for (const app of [stage, other]) expect(await typesIn(app, slack, '700001')).toBe(en.notInstalled);
  await installs(stage, slack);
  expect(await typesIn(stage, slack, '700001')).toContain('700001');
  stage.advance(10);
  expect(await typesIn(other, slack, '700001')).toContain('700001');
});
