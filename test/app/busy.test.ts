import { describe, expect, test } from 'vitest';
import { accountsPath, infosPath } from '../../sandbox/conference/endpoints.ts';
import { until } from '../../sandbox/redis/until.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { zh } from '../../src/cards/words/zh-cn/index.ts';
import { metric } from '../faults/readiness.ts';
import { callsOf, press } from '../support/interactions.ts';
import { asked, lastEphemeral, loggedEvents, onStage, type Read, types } from '../support/on-stage.ts';
import { labelsIn, shownIn } from '../support/reading.ts';
import type { Stage, StageOptions } from '../support/stage.ts';

const A_DAY = 24 * 60 * 60 * 1000;
const QUESTIONS = { atOnce: 2, waiting: 1, waitMs: A_DAY };

const WARM = '649128';

/** Meetings that exist, each of which costs a question. */
const IDS = ['700001', '700002', '700003', '700004', '700005'];

/** Whether a meeting's card is shown, by its last line. */
const isCard = (shown: string): boolean => /meeting 70000\d · conference/.test(shown);

/** A stage that has answered before, and whose conference service now delays every answer about meetings. */
async function heldStage(options: StageOptions): Promise<Stage> {
  const stage = await onStage({ env: { CONFERENCE_TIMEOUT_MS: '20000' }, ...options });
  await types(stage, WARM);
  stage.conference.fault({ kind: 'hold' }, Number.POSITIVE_INFINITY, infosPath);
  return stage;
}

/** People without an e-mail address, so that nothing is asked about who they are. */
function strangers(stage: Stage, locale = 'en-US'): readonly string[] {
  const ids = IDS.map((_, nth) => `U0CROWD${nth}`);
  for (const id of ids) stage.slack.people.set(id, person({ id, locale }));
  return ids;
}

/** All of them at one moment, each for a meeting of their own. */
function crowd(stage: Stage, people: readonly string[]): Promise<readonly Read[]> {
  return Promise.all(people.map((userId, nth) => types(stage, IDS[nth] ?? '', { userId })));
}

/** What people read so far that is so, in the reply to their command or after it. */
const told = ({ slack }: Stage, isSo: (shown: string) => boolean): number =>
  slack.ephemerals.filter((message) => isSo(shownIn(message))).length;

const isBusy = (shown: string): boolean => [en, zh].some((words) => shown.includes(words.failure.busy.what));

describe('more people than there is room for, who ask for different meetings at one moment', () => {
  test('cost as many questions at once as the limit says; the last are told at once, the others get their cards', async () => {
    const stage = await heldStage({ limits: { questions: QUESTIONS } });
    const all = crowd(stage, strangers(stage));
    await until('two were turned away', async () => told(stage, isBusy) === 2);
    await stage.conference.waitForQuestions(1 + 2);
    expect(asked(stage)).toHaveLength(1 + 2);
    stage.conference.heal();
    expect((await all).filter(({ answer }) => answer.failure !== undefined)).toEqual([]);
    await until('the three others have their cards', async () => told(stage, isCard) === 3);
    expect(asked(stage)).toHaveLength(1 + 3);
    expect(stage.slack.violations).toEqual([]);
  });

  test('can try again with a button, and read why in Chinese', async () => {
    const stage = await heldStage({ limits: { questions: { ...QUESTIONS, waiting: 0 } } });
    const all = crowd(stage, strangers(stage, 'zh-CN'));
    await until('three were turned away', async () => told(stage, isBusy) === 3);
    const busy = lastEphemeral(stage);
    expect(shownIn(busy)).toContain(zh.failure.busy.what);
    expect(labelsIn(busy)).toEqual([zh.tryAgain]);
    stage.conference.heal();
    await all;
    await press(stage, busy, 'meeting_refresh');
    expect(shownIn(busy)).toMatch(/会议号 70000\d · 会议室号/);
  });

  test('are counted and logged as busy, and the service is not taken for broken', async () => {
    const stage = await heldStage({ limits: { questions: { ...QUESTIONS, waiting: 0 } } });
    const all = crowd(stage, strangers(stage));
    await until('three were turned away', async () => told(stage, isBusy) === 3);
    stage.conference.heal();
    await all;
    const busy = 'meeting_cards_answers_total{entry_point="command",outcome="busy"}';
    expect(await metric(stage.appUrl, busy)).toBe(3);
    expect(await metric(stage.appUrl, 'meeting_cards_endpoint_seconds_count{outcome="busy"}')).toBe(3);
    expect(loggedEvents(stage, 'answered').filter((line) => line.includes('"outcome":"busy"'))).toHaveLength(
      3,
    );
    expect(loggedEvents(stage, 'endpoint-state')).toEqual([]);
  });

  test('get the old copy, marked, of a meeting that was looked up before', async () => {
    const stage = await onStage({
      env: { CONFERENCE_TIMEOUT_MS: '20000' },
      limits: { questions: QUESTIONS },
    });
    await types(stage, '700002');
    stage.advance(20 * 3600);
    stage.conference.fault({ kind: 'hold' }, Number.POSITIVE_INFINITY, infosPath);
    const others = ['700003', '700004', '700005'].map((id) => types(stage, id));
    await stage.conference.waitForQuestions(3);
    const { shown } = await types(stage, '700002');
    expect(shown).toContain('Design review');
    expect(shown).toContain('details as of');
    stage.conference.heal();
    await Promise.all(others);
  });
});

describe('one person who asks for many meetings at one moment', () => {
  test('leaves room for another person', async () => {
    const stage = await heldStage({
      limits: {
        questions: { atOnce: 3, waiting: 0, waitMs: A_DAY },
        lookupsOfOne: { atOnce: 2, waiting: 0, waitMs: A_DAY },
      },
    });
    const [greedy = '', other = ''] = strangers(stage);
    const burst = IDS.slice(0, 4).map((text) => types(stage, text, { userId: greedy }));
    await stage.conference.waitForQuestions(1 + 2);
    const alone = types(stage, '700005', { userId: other });
    await stage.conference.waitForQuestions(1 + 3);
    stage.conference.heal();
    await Promise.all([alone, ...burst]);
    await until('the other person and two of the burst have cards', async () => told(stage, isCard) === 3);
    expect(told(stage, isBusy)).toBe(2);
  });
});

describe('more people at one moment than can be proven', () => {
  test('get their cards with the public view; Slack is asked about as many as the limit says', async () => {
    const stage = await onStage({ limits: { proofs: { atOnce: 1, waiting: 0, waitMs: A_DAY } } });
    stage.conference.fault({ kind: 'hold' }, Number.POSITIVE_INFINITY, accountsPath);
    const held = types(stage, '700001', { userId: 'U0HAN' });
    await stage.conference.waitForQuestions(2);
    const before = callsOf(stage, 'users.info').length;
    const { shown, answer } = await types(stage, '700001', { userId: 'U0LUCY' });
    expect(shown).toContain('Quarterly review');
    expect(shown).not.toContain('open-sesame');
    expect(answer.failure).toBeUndefined();
    expect(callsOf(stage, 'users.info')).toHaveLength(before);
    stage.conference.heal();
    await held;
    await types(stage, '700001', { userId: 'U0LUCY' });
    expect(callsOf(stage, 'users.info')).toHaveLength(before + 1);
  });

  test('does not slow the proof of somebody who was proven before', async () => {
    const stage = await onStage({ limits: { proofs: { atOnce: 1, waiting: 0, waitMs: A_DAY } } });
    await types(stage, '700001', { userId: 'U0LUCY' });
    stage.advance(60);
    stage.conference.fault({ kind: 'hold' }, Number.POSITIVE_INFINITY, accountsPath);
    const held = types(stage, '700001', { userId: 'U0HAN' });
    await stage.conference.waitForQuestions(4);
    const { answer } = await types(stage, '700001', { userId: 'U0LUCY' });
    expect(labelsIn(answer.body)).toContain('Join');
    expect(shownIn(answer.body)).toContain('Observer');
    stage.conference.heal();
    await held;
  });
});
