import { expect, test } from 'vitest';
import type { Fields } from '../../sandbox/slack/fields.ts';
import { clickInEphemeral, clickInMessage } from '../../sandbox/slack/payloads/block-actions.ts';
import { ATTENDEES, CO_HOSTS, HOSTS } from '../support/access.ts';
import { shares } from '../support/following.ts';
import { done, paste, press } from '../support/interactions.ts';
import { lastEphemeral, loggedEvents, onStage, types } from '../support/on-stage.ts';
import { FORM, post, signed } from '../support/post.ts';
import { buttonsIn, optionsIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

const forged = (stage: Stage, payload: Fields) => {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return done(stage, () => post(stage.appUrl, signed(body, FORM, { nowMs: stage.now() })));
};

const polly = { id: 'U0POLLY', name: 'polly', teamId: 'T0HOME' };

test.each([
  '700001 host',
  '{"eventId":"700001","audience":"host"}',
  '700001/host',
  'host',
  '',
  '700001&userId=88893351',
])('a button whose value is made into %s changes no right', async (value) => {
  const stage = await onStage();
  const { responseUrl } = await types(stage, '700001', { userId: 'U0POLLY' }).then(({ answer }) => answer);
  const action = {
    type: 'button',
    action_id: 'meeting_access',
    block_id: 'B1',
    value,
    action_ts: '1.000001',
  };
  const payload = clickInEphemeral({ user: polly, action, responseUrl });
  await forged(stage, { ...payload, audience: 'host', userId: '88893351' });
  expect(stage.slack.responses).toEqual([]);
  expect(JSON.stringify(stage.slack.ephemerals)).not.toMatch(ATTENDEES);
});

test('a number that somebody puts into a button shows that meeting as they may see it', async () => {
  const stage = await onStage();
  const { answer } = await types(stage, '700002', { userId: 'U0POLLY' });
  const action = {
    type: 'button',
    action_id: 'meeting_access',
    block_id: 'B1',
    value: '700001',
    action_ts: '1.000001',
  };
  await forged(stage, clickInEphemeral({ user: polly, action, responseUrl: answer.responseUrl }));
  expect(JSON.stringify(lastEphemeral(stage))).toContain('Quarterly review');
  for (const secrets of [ATTENDEES, CO_HOSTS, HOSTS])
    expect(JSON.stringify(stage.slack.ephemerals)).not.toMatch(secrets);
});

test('a shared card that somebody says is private is answered to them alone', async () => {
  const stage = await onStage();
  const message = await shares(stage, '700001', { userId: 'U0HAN' });
  const action = {
    type: 'button',
    action_id: 'meeting_refresh',
    block_id: 'B1',
    value: '700001',
    action_ts: '1.1',
  };
  const { answer } = await types(stage, '700002', { userId: 'U0HAN' });
  const payload = clickInMessage({ action, responseUrl: answer.responseUrl });
  await forged(stage, { ...payload, container: { type: 'message', is_ephemeral: true } });
  expect(stage.slack.responses.at(-1)?.body).toMatchObject({ response_type: 'ephemeral' });
  expect(JSON.stringify(message)).not.toMatch(ATTENDEES);
});

test('no button or choice of any card carries more than the number of its meeting and its start', async () => {
  const stage = await onStage();
  const { answer } = await types(stage, '700001', { userId: 'U0LI' });
  await press(stage, lastEphemeral(stage), 'meeting_access');
  const { unfurls } = await paste(stage, 'https://ntest.qsh1.cn/k/att700001');
  const surfaces = [answer.body, lastEphemeral(stage), ...unfurls.values()];
  const values = surfaces.flatMap(buttonsIn).flatMap(({ value }) => (value === undefined ? [] : [value]));
  expect(values.length).toBeGreaterThan(3);
  for (const value of values) expect(value).toBe('700001');
  const choices = surfaces.flatMap(optionsIn);
  expect(choices.length).toBeGreaterThan(1);
  for (const choice of choices) expect(choice).toMatch(/^[a-z]+\/700001\/[0-9]{10}$/);
});

test('one person’s button pressed by another shows the other what is theirs', async () => {
  const stage = await onStage();
  const message = await shares(stage, '700001', { userId: 'U0HAN' });
  const seen = async (userId: string) => {
    await press(stage, message, 'meeting_access', { userId });
    return JSON.stringify(lastEphemeral(stage));
  };
  expect(await seen('U0HAN')).toMatch(HOSTS);
  expect(await seen('U0LI')).not.toMatch(HOSTS);
  expect(await seen('U0POLLY')).not.toMatch(ATTENDEES);
  expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
});
