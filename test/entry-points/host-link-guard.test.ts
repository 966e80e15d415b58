import { describe, expect, test } from 'vitest';
import type { StoredMessage } from '../../sandbox/slack/state/surfaces.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { done, onlyUnfurl, paste } from '../support/interactions.ts';
import { lastEphemeral, onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage } from '../support/stage.ts';

const OPEN = 'https://ntest.qsh1.cn/k/att700001';
const HOST = 'https://ntest.qsh1.cn/k/host700001';
const LINKS = [
  ['the host', HOST, 'host'],
  ['a co-host', 'https://ntest.qsh1.cn/k/cohost700001', 'co-host'],
  ['a manager role', 'https://stest.qsh1.cn/a/r700001x1000', 'host'],
  ['an assistant role', 'https://stest.qsh1.cn/a/r700001x1001', 'co-host'],
  ['the host, with a query string', `${HOST}/?from=mail`, 'host'],
] as const;

async function stageThatKnows() {
  const stage = await onStage();
  await types(stage, '700001');
  return stage;
}

const told = ({ slack }: Stage): number =>
  slack.calls.filter(({ method }) => method === 'chat.postEphemeral').length;

describe.each(LINKS)('a pasted link of %s', (_whose, url, kind) => {
  test('shows the channel the public card, without the link', async () => {
    const stage = await stageThatKnows();
    const { blocks } = onlyUnfurl(await paste(stage, url, { userId: 'U0ANN' }));
    expect(JSON.stringify(blocks)).toContain('Quarterly review');
    expect(JSON.stringify(blocks)).toContain(OPEN);
    expect(JSON.stringify(blocks)).not.toMatch(/host700001|x1000|x1001/);
  });

  test('is told to who pasted it, alone, with the attendee link to use instead', async () => {
    const stage = await stageThatKnows();
    await paste(stage, url, { userId: 'U0ANN' });
    const shown = shownIn(lastEphemeral(stage));
    expect(lastEphemeral(stage)).toMatchObject({ userId: 'U0ANN', channelId: 'C0TEAM' });
    expect(shown).toContain(en.hostLinkPasted[kind]);
    expect(shown).toContain(`${en.useInstead}: <${OPEN}|${OPEN}>`);
    expect(shown).not.toContain(url);
    expect(stage.slack.channels.get('C0TEAM')?.messages).toHaveLength(1);
    expect(stage.slack.violations).toEqual([]);
  });
});

describe('the warning', () => {
  test.each(['C0NOBOT', 'G0SECRET'])(
    'comes as a direct message in %s, where the app is not a member',
    async (channelId) => {
      const stage = await stageThatKnows();
      await paste(stage, HOST, { userId: 'U0ANN', channelId });
      const messages: StoredMessage[] = [...stage.slack.channels.values()]
        .filter(({ kind, members }) => kind === 'im' && members.has('U0ANN'))
        .flatMap((direct) => direct.messages);
      expect(messages.map(shownIn).join()).toContain(en.hostLinkPasted.host);
      expect(stage.slack.channels.get(channelId)?.messages).toHaveLength(1);
      expect(stage.slack.violations).toEqual([]);
    },
  );

  test('is posted in the thread in which the link was pasted', async () => {
    const stage = await stageThatKnows();
    const { ts } = stage.slack.say({ text: 'hello' });
    await paste(stage, HOST, { userId: 'U0ANN', threadTs: ts });
    expect(lastEphemeral(stage)).toMatchObject({ threadTs: ts });
  });

  test('is given also if the meeting was shown in this channel a moment ago', async () => {
    const stage = await stageThatKnows();
    await paste(stage, OPEN, { userId: 'U0ANN' });
    expect(told(stage)).toBe(0);
    await paste(stage, HOST, { userId: 'U0ANN' });
    expect(told(stage)).toBe(1);
  });

  test('waits until the link is sent', async () => {
    const stage = await stageThatKnows();
    const { slack, appUrl } = stage;
    const { unfurlId } = await done(stage, () => slack.typeLinks({ appUrl, urls: [HOST], userId: 'U0ANN' }));
    expect(told(stage)).toBe(0);
    expect(JSON.stringify(slack.drafts.get(unfurlId)?.[0]?.blocks)).not.toContain('host700001');
  });

  test('that Slack refuses does not prevent the card', async () => {
    const stage = await stageThatKnows();
    stage.slack.fault('chat.postEphemeral', { kind: 'error', error: 'user_not_in_channel' });
    stage.slack.fault('conversations.open', { kind: 'error', error: 'user_disabled' });
    const message = await paste(stage, HOST, { userId: 'U0ANN' });
    expect(shownIn(onlyUnfurl(message))).toContain('Quarterly review');
  });
});
