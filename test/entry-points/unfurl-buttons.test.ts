import { expect, test } from 'vitest';
import { fieldsAt } from '../../sandbox/slack/fields.ts';
import { callsOf, modalShown, onlyUnfurl, paste, press } from '../support/interactions.ts';
import { lastEphemeral, onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';

const LINK = 'https://ntest.qsh1.cn/k/att700002';

async function pasted() {
  const stage = await onStage();
  await types(stage, '700002');
  return { stage, message: await paste(stage, LINK) };
}

test('Details on a preview opens the full card in the presser’s own view', async () => {
  const { stage, message } = await pasted();
  await press(stage, onlyUnfurl(message), 'meeting_details', { userId: 'U0LUCY' });
  expect(modalShown(stage, 'U0LUCY')).toContain('*Your role* attendee');
  await press(stage, onlyUnfurl(message), 'meeting_details', { userId: 'U0POLLY' });
  expect(modalShown(stage, 'U0POLLY')).not.toContain('Your role');
  expect(stage.slack.violations).toEqual([]);
});

test('My access on a preview answers who pressed, alone', async () => {
  const { stage, message } = await pasted();
  await press(stage, onlyUnfurl(message), 'meeting_access', { userId: 'U0LUCY' });
  expect(lastEphemeral(stage)).toMatchObject({ userId: 'U0LUCY', channelId: 'C0TEAM' });
  expect(shownIn(lastEphemeral(stage))).toContain('You are an attendee of');
  expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([message]);
});

test('My access on a preview in a thread answers in the thread', async () => {
  const stage = await onStage();
  await types(stage, '700002');
  const { ts } = stage.slack.say({ text: 'hello' });
  const message = await paste(stage, LINK, { threadTs: ts });
  await press(stage, onlyUnfurl(message), 'meeting_access', { userId: 'U0LUCY' });
  expect(lastEphemeral(stage).threadTs).toBe(ts);
});

test('a preview names its message by unfurl_id and source', async () => {
  const { stage } = await pasted();
  const [call] = callsOf(stage, 'chat.unfurl');
  expect(Object.keys(call?.args ?? {}).sort()).toEqual(['source', 'unfurl_id', 'unfurls']);
  expect(Object.keys(fieldsAt(call?.args ?? {}, 'unfurls') ?? {})).toEqual([LINK]);
});
