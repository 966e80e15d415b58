import { describe, expect, test } from 'vitest';
import type { Surface } from '../../sandbox/slack/state/surfaces.ts';
import { asked, lastEphemeral, messagesIn, onStage, PLAIN, types } from '../support/on-stage.ts';
import { labelsIn, optionsIn, shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

const press = ({ slack, appUrl }: Stage, surface: Surface, actionId: string, userId = PLAIN) =>
  slack.click({ appUrl, surface, actionId, userId });

const choose = (stage: Stage, surface: Surface, choice: string, { userId = PLAIN } = {}) => {
  const option = optionsIn(surface).find((value) => value.startsWith(`${choice}/`)) ?? '';
  const { slack, appUrl } = stage;
  return slack.click({ appUrl, surface, actionId: 'meeting_more', option, userId });
};

/** A card that `PLAIN` asked for and shared in #team. */
async function shared(stage: Stage) {
  await types(stage, '700001');
  await press(stage, lastEphemeral(stage), 'meeting_share');
  const [message] = await messagesIn(stage, 'C0TEAM', 1);
  if (message === undefined) throw new Error('nothing was shared');
  return message;
}

describe('a card', () => {
  test.each(['C0TEAM', 'C0NOBOT', 'G0SECRET', 'D0HAN', 'C0SHARED'])(
    'in %s is seen by its user alone',
    async (channelId) => {
      const stage = await onStage();
      await types(stage, '700001', { userId: 'U0ANN', channelId });
      expect(lastEphemeral(stage)).toMatchObject({ userId: 'U0ANN', channelId });
      for (const { messages } of stage.slack.channels.values()) expect(messages).toEqual([]);
    },
  );
});

describe('Share to channel', () => {
  test('posts the public card where the private one was, in the name of who pressed', async () => {
    const stage = await onStage();
    const message = await shared(stage);
    expect(shownIn(message)).toContain('Quarterly review');
    expect(shownIn(message)).toContain('Shared by <@U0PLAIN>');
    expect(message.text).toContain('Quarterly review');
    expect(labelsIn(message)).not.toContain('Share to channel');
    expect(stage.slack.violations).toEqual([]);
  });

  test('works where the bot is not a member', async () => {
    const stage = await onStage();
    await types(stage, '700001', { channelId: 'G0SECRET', userId: 'U0ANN' });
    await press(stage, lastEphemeral(stage), 'meeting_share', 'U0ANN');
    const [message] = await messagesIn(stage, 'G0SECRET', 1);
    expect(shownIn(message)).toContain('Shared by <@U0ANN>');
  });

  test('leaves the private card as it is, and asks the endpoint nothing', async () => {
    const stage = await onStage();
    await types(stage, '700001');
    const before = shownIn(lastEphemeral(stage));
    await press(stage, lastEphemeral(stage), 'meeting_share');
    await messagesIn(stage, 'C0TEAM', 1);
    expect(shownIn(lastEphemeral(stage))).toBe(before);
    expect(stage.slack.ephemerals).toHaveLength(1);
    expect(asked(stage)).toHaveLength(1);
  });

  test('tells who pressed, and no one else, when the meeting cannot be had', async () => {
    const stage = await onStage({ env: { CACHE_KEEP_SECONDS: '60' } });
    await types(stage, '700001', { userId: 'U0ANN' });
    stage.advance(100);
    stage.conference.fault({ kind: 'http', status: 500 });
    await press(stage, lastEphemeral(stage), 'meeting_share', 'U0ANN');
    await stage.slack.waitFor(({ ephemerals }) => ephemerals.length > 1);
    expect(shownIn(lastEphemeral(stage))).toContain('cannot be reached');
    expect(lastEphemeral(stage).userId).toBe('U0ANN');
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([]);
  });

  test.each([
    ['false', false],
    ['true', true],
  ])('with CHANNEL_SHOWS_ATTENDEE_PASSWORD=%s shows the attendee password: %s', async (value, isShown) => {
    const stage = await onStage({ env: { CHANNEL_SHOWS_ATTENDEE_PASSWORD: value } });
    const message = await shared(stage);
    expect(shownIn(message).includes('Attendee password* `201501990002700001`')).toBe(isShown);
    expect(JSON.stringify(message)).not.toContain('201501990001700001');
  });
});

describe('Refresh', () => {
  test('asks again and puts the new card in the place of the old one', async () => {
    const stage = await onStage();
    await types(stage, '700002');
    const [wire] = stage.conference.meetings.byEventId(700_002);
    stage.conference.meetings.put({ ...wire, title: 'A new title' });
    stage.advance(60);
    await choose(stage, lastEphemeral(stage), 'refresh');
    await stage.slack.waitFor(({ responses }) => responses.length > 0);
    await stage.slack.waitFor(({ ephemerals }) =>
      ephemerals.some((one) => shownIn(one).includes('A new title')),
    );
    expect(stage.slack.ephemerals).toHaveLength(1);
    expect(asked(stage)).toHaveLength(2);
    expect(stage.slack.violations).toEqual([]);
  });

  test('pressed again and again costs the endpoint one question in five seconds', async () => {
    const stage = await onStage();
    await types(stage, '700002');
    stage.advance(4);
    for (let times = 0; times < 3; times += 1) await choose(stage, lastEphemeral(stage), 'refresh');
    await stage.slack.waitFor(({ responses }) => responses.length === 3);
    expect(asked(stage)).toHaveLength(1);
  });

  test('of a shared card leaves it public and names who shared it', async () => {
    const stage = await onStage();
    const message = await shared(stage);
    const [wire] = stage.conference.meetings.byEventId(700_001);
    stage.conference.meetings.put({ ...wire, title: 'A new title' });
    stage.advance(60);
    await choose(stage, message, 'refresh', { userId: 'U0ANN' });
    await stage.slack.waitFor(() => shownIn(message).includes('A new title'));
    expect(shownIn(message)).toContain('Shared by <@U0PLAIN>');
    expect(stage.slack.channels.get('C0TEAM')?.messages).toEqual([message]);
    expect(stage.slack.violations).toEqual([]);
  });

  test('of a shared card that fails leaves it, and tells who pressed', async () => {
    const stage = await onStage({ env: { CACHE_KEEP_SECONDS: '60' } });
    const message = await shared(stage);
    const before = shownIn(message);
    stage.advance(100);
    stage.conference.fault({ kind: 'http', status: 500 });
    await choose(stage, message, 'refresh', { userId: 'U0ANN' });
    await stage.slack.waitFor(({ ephemerals }) => ephemerals.length > 1);
    expect(shownIn(lastEphemeral(stage))).toContain('cannot be reached');
    expect(lastEphemeral(stage).userId).toBe('U0ANN');
    expect(shownIn(message)).toBe(before);
    expect(stage.slack.violations).toEqual([]);
  });
});

test.each(['meeting_join', 'meeting_join_browser'])(
  'a press on %s is acknowledged, and says nothing',
  async (actionId) => {
    const stage = await onStage();
    await types(stage, '700001');
    const answer = await press(stage, lastEphemeral(stage), actionId);
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(stage.slack.responses).toEqual([]);
  },
);
