import { describe, expect, test } from 'vitest';
import { en } from '../../src/cards/words/en/index.ts';
import {
  asksForDetails,
  callsOf,
  done,
  modalShown,
  onlyUnfurl,
  paste,
  press,
  topModal,
} from '../support/interactions.ts';
import { loggedEvents, onStage, types } from '../support/on-stage.ts';

const LUCY = 'U0LUCY';
const limited = { kind: 'rate-limited', retryAfterSeconds: 1 } as const;

describe('a limit of Slack’s is waited out', () => {
  test('for a preview', async () => {
    const stage = await onStage();
    await types(stage, '700001', { userId: LUCY });
    stage.slack.fault('chat.unfurl', limited, 1);
    onlyUnfurl(await paste(stage, 'https://ntest.qsh1.cn/k/att700001'));
    expect(callsOf(stage, 'chat.unfurl')).toHaveLength(2);
    expect(loggedEvents(stage, 'answer-failed')).toEqual([]);
  });

  test('for a modal that is filled', async () => {
    const stage = await onStage();
    stage.slack.fault('views.update', limited, 1);
    await asksForDetails(stage, 'meeting 700001', { userId: LUCY });
    expect(modalShown(stage, LUCY)).toContain('Quarterly review');
  });

  test('for the Home tab', async () => {
    const stage = await onStage();
    stage.slack.fault('views.publish', limited, 1);
    await done(stage, () => stage.slack.openHome({ appUrl: stage.appUrl, userId: LUCY }));
    expect(stage.slack.homes.has(LUCY)).toBe(true);
  });

  test('for the card in a thread', async () => {
    const stage = await onStage();
    await asksForDetails(stage, 'meeting 700001', { userId: LUCY });
    stage.slack.fault('chat.postMessage', limited, 1);
    await press(stage, topModal(stage, LUCY), 'meeting_post_in_thread');
    expect(modalShown(stage, LUCY)).toContain(en.postedInThread);
  });
});
