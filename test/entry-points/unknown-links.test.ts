import { describe, expect, test } from 'vitest';
import { listPath } from '../../sandbox/conference/endpoints.ts';
import { until } from '../../sandbox/redis/until.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { openedHome } from '../support/home.ts';
import { paste } from '../support/interactions.ts';
import { movedTime } from '../support/moved-time.ts';
import { PLAIN, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';
import { twoProcesses } from '../support/two-processes.ts';
import {
  HAN,
  idsFrom,
  linkOf,
  onPatientStage,
  POLLY,
  putLive,
  questions,
  unfurled,
} from '../support/unknown-links.ts';

const TOMORROW = 700_002;

describe('a pasted link of a meeting that nobody looked up', () => {
  test('is found in the list of the person who pasted it', async () => {
    const stage = await onPatientStage();
    const message = await paste(stage, linkOf(TOMORROW), { userId: HAN });
    expect(unfurled(message)).toContain('Design review');
    expect(questions(stage)).toEqual({ lists: 1, live: 0, meetings: 1 });
  });

  test('is found among the meetings that run now', async () => {
    const stage = await onPatientStage();
    putLive(stage, idsFrom(800_001, 3));
    const message = await paste(stage, linkOf(800_002), { userId: PLAIN });
    expect(unfurled(message)).toContain('Title of 800002');
    expect(questions(stage)).toEqual({ lists: 0, live: 1, meetings: 3 });
  });

  test('is left alone where it is in neither, and costs nothing again for five minutes', async () => {
    const stage = await onPatientStage();
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: POLLY }))).toBe('');
    const asked = questions(stage);
    expect(asked).toEqual({ lists: 1, live: 1, meetings: 0 });
    stage.advance(299);
    await paste(stage, linkOf(TOMORROW), { userId: POLLY });
    expect(questions(stage)).toEqual(asked);
    stage.advance(1);
    await paste(stage, linkOf(TOMORROW), { userId: POLLY });
    expect(questions(stage)).toEqual({ lists: 2, live: 2, meetings: 0 });
  });

  test('is found for somebody whose list has it, though it was not for another, and then for that one too', async () => {
    const stage = await onPatientStage();
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: POLLY }))).toBe('');
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: HAN }))).toContain('Design review');
    const again = await paste(stage, linkOf(TOMORROW), { userId: POLLY, channelId: 'C0NOBOT' });
    expect(unfurled(again)).toContain('Design review');
  });

  test('is not searched in the list of somebody who is not proven', async () => {
    const stage = await onPatientStage();
    const email = 'meimei.han@example.com';
    stage.slack.people.set(HAN, person({ id: HAN, email, isEmailConfirmed: false }));
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: HAN }))).toBe('');
    expect(questions(stage).lists).toBe(0);
  });

  test('is searched again at once where the service did not answer', async () => {
    const stage = await onPatientStage();
    stage.conference.fault({ kind: 'http', status: 503 }, Number.POSITIVE_INFINITY, listPath);
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: HAN }))).toBe('');
    stage.conference.heal();
    stage.advance(6);
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: HAN }))).toContain('Design review');
  });

  test('is left alone where the account may not ask what runs now', async () => {
    const stage = await onPatientStage();
    putLive(stage, [800_001]);
    stage.conference.meetings.live.mayList(false);
    expect(unfurled(await paste(stage, linkOf(800_001), { userId: PLAIN }))).toBe('');
    expect(questions(stage)).toEqual({ lists: 0, live: 1, meetings: 0 });
  });

  test('costs nothing again in another process', async () => {
    const { one, other } = await twoProcesses();
    movedTime();
    await paste(one, linkOf(TOMORROW), { userId: POLLY });
    const asked = questions(one);
    await paste(other, linkOf(TOMORROW), { userId: POLLY });
    expect(questions(one)).toEqual(asked);
    await paste(other, linkOf(TOMORROW), { userId: HAN });
    expect(unfurled(await paste(one, linkOf(TOMORROW), { userId: POLLY, channelId: 'C0NOBOT' }))).toContain(
      'Design review',
    );
  });

  test('is shown as everybody may see it, whoever’s list taught it', async () => {
    const stage = await onPatientStage();
    const unfurl = unfurled(await paste(stage, linkOf(700_001), { userId: HAN }));
    expect(unfurl).toContain('Quarterly review');
    for (const secret of ['201501990001700001', '201501990002700001', 'k/host700001', 'k/cohost700001'])
      expect(unfurl).not.toContain(secret);
    const { shown } = await types(stage, linkOf(700_001));
    for (const secret of ['201501990001700001', '201501990002700001', 'k/host700001', 'k/cohost700001'])
      expect(shown).not.toContain(secret);
  });
});

describe('meetings that run now', () => {
  test('are asked about ten for one link, each once for all links, and thirty a minute', async () => {
    const stage = await onPatientStage();
    putLive(stage, idsFrom(800_001, 45));
    const asked: number[] = [];
    for (let nth = 0; nth < 4; nth += 1) {
      await paste(stage, `https://ntest.qsh1.cn/k/unseen${nth}`, { userId: PLAIN });
      asked.push(questions(stage).meetings);
    }
    expect(asked).toEqual([10, 20, 30, 30]);
  });

  test('are known by their links once they were asked about for another link', async () => {
    const stage = await onPatientStage();
    putLive(stage, idsFrom(800_001, 3));
    await paste(stage, 'https://ntest.qsh1.cn/k/unseen', { userId: PLAIN });
    const { meetings } = questions(stage);
    const message = await paste(stage, linkOf(800_003), { userId: PLAIN });
    expect(unfurled(message)).toContain('Title of 800003');
    await paste(stage, 'https://ntest.qsh1.cn/k/unseen2', { userId: PLAIN });
    expect(questions(stage).meetings).toBe(meetings);
  });

  test('are not asked about in vain twice, and one that ended is none of them', async () => {
    const stage = await onPatientStage();
    putLive(stage, idsFrom(800_001, 2));
    stage.conference.meetings.live.end(800_002);
    await paste(stage, 'https://ntest.qsh1.cn/k/unseen', { userId: PLAIN });
    expect(questions(stage).meetings).toBe(1);
  });
});

describe('a list that somebody read', () => {
  test.each([
    ['on their Home', (stage: Stage) => openedHome(stage, HAN), TOMORROW],
    ['with /meeting today', (stage: Stage) => types(stage, 'today', { userId: HAN }), 700_001],
  ])('%s teaches the links of its meetings', async (_where, read, id) => {
    const stage = await onPatientStage();
    await read(stage);
    await until('the links are learned', async () => {
      stage.advance(301);
      return unfurled(await paste(stage, linkOf(id), { userId: PLAIN })) !== '';
    });
    expect(questions(stage).lists).toBe(1);
  });
});
