import { describe, expect, test } from 'vitest';
import { infosPath } from '../../sandbox/conference/endpoints.ts';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { done, modalShown, topModal } from '../support/interactions.ts';
import { movedTime } from '../support/moved-time.ts';
import { asked, onStage, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';
import { HAN, linkOf, onPatientStage, POLLY, putLive, questions } from '../support/unknown-links.ts';

const LUCY = 'U0LUCY';

async function finds(stage: Stage, typed: string, userId = LUCY) {
  const { slack, appUrl } = stage;
  await done(stage, () => slack.globalShortcut({ appUrl, userId }));
  const view = topModal(stage, userId);
  const values = { meeting_find: typed };
  const answer = await done(stage, () => slack.submitView({ appUrl, view, values }));
  return { view, answer };
}

describe('the find form', () => {
  test('has one field, that says what it takes', async () => {
    const stage = await onStage();
    await done(stage, () => stage.slack.globalShortcut({ appUrl: stage.appUrl, userId: LUCY }));
    const { content, blocks } = topModal(stage, LUCY);
    expect(JSON.stringify(content)).toContain(en.findHint);
    expect(blocks.filter(({ type }) => type === 'input')).toHaveLength(1);
    expect(stage.slack.violations).toEqual([]);
  });

  test.each(['700001', '#700001', '７００００１', ' 70 00 01 ', '201501990001700001'])(
    'takes %s, and the card follows in the same modal',
    async (typed) => {
      const stage = await onStage();
      const { view } = await finds(stage, typed);
      expect(topModal(stage, LUCY)).toBe(view);
      expect(modalShown(stage, LUCY)).toContain('Quarterly review');
      expect(stage.slack.violations).toEqual([]);
    },
  );

  test('takes a link of a meeting that was seen', async () => {
    const stage = await onStage();
    await types(stage, '700001');
    await finds(stage, 'https://ntest.qsh1.cn/k/att700001?from=mail');
    expect(modalShown(stage, LUCY)).toContain('Quarterly review');
  });

  test('takes a link that nobody looked up of a meeting in the person’s own list', async () => {
    const stage = await onPatientStage();
    await finds(stage, linkOf(700_002), HAN);
    expect(modalShown(stage, HAN)).toContain('Design review');
    expect(questions(stage)).toEqual({ lists: 1, live: 0, meetings: 1 });
  });

  test('takes a link that nobody looked up of somebody else’s meeting that runs now', async () => {
    const stage = await onPatientStage();
    putLive(stage, [800_001]);
    await finds(stage, linkOf(800_001), POLLY);
    expect(modalShown(stage, POLLY)).toContain('Title of 800001');
    expect(questions(stage)).toEqual({ lists: 1, live: 1, meetings: 1 });
  });

  test.each([
    ['-5', en.noReference.sign],
    ['1.5', en.noReference.fraction],
    ['https://example.com/700001', en.noReference['foreign-link']],
    ['9'.repeat(40), en.noReference['too-long']],
  ])('marks %s at the field, and asks the endpoint nothing', async (typed, sentence) => {
    const stage = await onStage();
    const { view } = await finds(stage, typed);
    expect(view.errors).toEqual({ reference: sentence });
    expect(asked(stage)).toEqual([]);
    expect(stage.slack.violations).toEqual([]);
  });

  test.each([
    ['123456', en.failure['not-found'].what],
    ['words', `${en.noneWithWords} words`],
    [
      'https://ntest.qsh1.cn/k/unseen',
      `${en.failure['unknown-link'].what} ${en.searched(['agenda', 'live'])}`,
    ],
  ])('marks %s, that names no meeting, at the field', async (typed, sentence) => {
    const stage = await onStage();
    const { view } = await finds(stage, typed);
    expect(view.errors).toEqual({ reference: sentence });
  });

  test('waits with a line where the endpoint is slow, and fills the card in', async () => {
    const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '60000' } });
    stage.conference.fault({ kind: 'hold' }, Number.POSITIVE_INFINITY, infosPath);
    const { pass } = movedTime();
    const found = finds(stage, '700001');
    await until('it is asked', async () => asked(stage).length > 0);
    await pass(1500);
    stage.conference.heal();
    const { answer } = await found;
    expect(answer.text).toContain(en.lookingUp);
    expect(modalShown(stage, LUCY)).toContain('Quarterly review');
    expect(stage.slack.violations).toEqual([]);
  });

  test('says in the modal where the endpoint fails', async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'http', status: 500 });
    await finds(stage, '700001');
    expect(modalShown(stage, LUCY)).toContain(en.failure.unreachable.what);
    expect(stage.slack.violations).toEqual([]);
  });
});
