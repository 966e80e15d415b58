import { describe, expect, test } from 'vitest';
import { onlyUnfurl, paste } from '../support/interactions.ts';
import { messagesIn, onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';

const PASSWORD = '201501990002700001';

const surfaces = async (env: Readonly<Record<string, string>>) => {
  const stage = await onStage({ env });
  await types(stage, 'share 700001', { userId: 'U0HAN' });
  const [shared] = await messagesIn(stage, 'C0TEAM', 1);
  const message = await paste(stage, 'https://ntest.qsh1.cn/k/att700001', { userId: 'U0HAN' });
  const { answer } = await types(stage, '700001', { userId: 'U0POLLY' });
  expect(stage.slack.violations).toEqual([]);
  return {
    shared: shownIn(shared),
    unfurl: shownIn(onlyUnfurl(message)),
    stranger: answer.text,
    everything: JSON.stringify([shared, onlyUnfurl(message)]),
  };
};

describe('the attendee password', () => {
  test('is on shared cards and unfurls of a deployment that shows it there', async () => {
    const { shared, unfurl } = await surfaces({ CHANNEL_SHOWS_ATTENDEE_PASSWORD: 'true' });
    expect(shared).toContain(`*Attendee password* \`${PASSWORD}\``);
    expect(unfurl).toContain(PASSWORD);
  });

  test('is not on the private card of a stranger even there', async () => {
    const { stranger } = await surfaces({ CHANNEL_SHOWS_ATTENDEE_PASSWORD: 'true' });
    expect(stranger).not.toContain(PASSWORD);
  });

  test('is on no shared card otherwise', async () => {
    const { everything } = await surfaces({});
    expect(everything).not.toContain(PASSWORD);
  });

  test('comes alone: nothing else of the attendees', async () => {
    const { everything } = await surfaces({ CHANNEL_SHOWS_ATTENDEE_PASSWORD: 'true' });
    expect(everything).not.toMatch(/open-sesame|watch-4471|192\.168\.37|host700001|x1000|x1001|918273/);
  });
});
