import { describe, expect, test } from 'vitest';
import { listPath } from '../../sandbox/conference/endpoints.ts';
import { until } from '../../sandbox/redis/until.ts';
import { person } from '../../sandbox/slack/state/people.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { openedHome } from '../support/home.ts';
import { asksForDetails, modalShown, paste } from '../support/interactions.ts';
import { loggedEvents, onStage, PLAIN, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';
import { HAN, idsFrom, linkOf, POLLY, putLive, questions, unfurled } from '../support/unknown-links.ts';

const TOMORROW = 700_002;
const UNKNOWN = en.failure['unknown-link'].what;

describe('a pasted link of a meeting that nobody looked up', () => {
  test('is found in the list of the person who pasted it', async () => {
    const stage = await onStage();
    const message = await paste(stage, linkOf(TOMORROW), { userId: HAN });
    expect(unfurled(message)).toContain('Design review');
    expect(questions(stage)).toEqual({ lists: 1, live: 0, meetings: 1 });
  });

  test('is found among the meetings that run now', async () => {
    const stage = await onStage();
    putLive(stage, idsFrom(800_001, 3));
    const message = await paste(stage, linkOf(800_002), { userId: PLAIN });
    expect(unfurled(message)).toContain('Title of 800002');
    expect(questions(stage)).toEqual({ lists: 0, live: 1, meetings: 3 });
  });

  test('is left alone where it is in neither, and costs nothing again for five minutes', async () => {
    const stage = await onStage();
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
    const stage = await onStage();
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: POLLY }))).toBe('');
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: HAN }))).toContain('Design review');
    const again = await paste(stage, linkOf(TOMORROW), { userId: POLLY, channelId: 'C0NOBOT' });
    expect(unfurled(again)).toContain('Design review');
  });

  test('is not searched in the list of somebody who is not proven', async () => {
    const stage = await onStage();
    const email = 'meimei.han@example.com';
    stage.slack.people.set(HAN, person({ id: HAN, email, isEmailConfirmed: false }));
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: HAN }))).toBe('');
    expect(questions(stage).lists).toBe(0);
  });

  test('is searched again at once where the service did not answer', async () => {
    const stage = await onStage();
    stage.conference.fault({ kind: 'http', status: 503 }, Number.POSITIVE_INFINITY, listPath);
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: HAN }))).toBe('');
    stage.conference.heal();
    stage.advance(6);
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: HAN }))).toContain('Design review');
  });

  test('is left alone where the account may not ask what runs now', async () => {
    const stage = await onStage();
    putLive(stage, [800_001]);
    stage.conference.meetings.live.mayList(false);
    expect(unfurled(await paste(stage, linkOf(800_001), { userId: PLAIN }))).toBe('');
    expect(questions(stage)).toEqual({ lists: 0, live: 1, meetings: 0 });
  });

  test('is shown as everybody may see it, whoever’s list taught it', async () => {
    const stage = await onStage();
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
    const stage = await onStage();
    putLive(stage, idsFrom(800_001, 45));
    const asked: number[] = [];
    for (let nth = 0; nth < 4; nth += 1) {
      await paste(stage, `https://ntest.qsh1.cn/k/unseen${nth}`, { userId: PLAIN });
      asked.push(questions(stage).meetings);
    }
    expect(asked).toEqual([10, 20, 30, 30]);
  });

  test('are known by their links once they were asked about for another link', async () => {
    const stage = await onStage();
    putLive(stage, idsFrom(800_001, 3));
    await paste(stage, 'https://ntest.qsh1.cn/k/unseen', { userId: PLAIN });
    const { meetings } = questions(stage);
    const message = await paste(stage, linkOf(800_003), { userId: PLAIN });
    expect(unfurled(message)).toContain('Title of 800003');
    await paste(stage, 'https://ntest.qsh1.cn/k/unseen2', { userId: PLAIN });
    expect(questions(stage).meetings).toBe(meetings);
  });

  test('are not asked about in vain twice, and one that ended is none of them', async () => {
    const stage = await onStage();
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
    const stage = await onStage();
    await read(stage);
    await until('the links are learned', async () => {
      stage.advance(301);
      return unfurled(await paste(stage, linkOf(id), { userId: PLAIN })) !== '';
    });
    expect(questions(stage).lists).toBe(1);
  });
});

describe('a typed link of a meeting that nobody looked up', () => {
  test('is found by the command and by the message shortcut', async () => {
    const stage = await onStage();
    expect((await types(stage, linkOf(TOMORROW), { userId: HAN })).shown).toContain('Design review');
    await asksForDetails(stage, linkOf(700_003), { userId: HAN });
    expect(modalShown(stage, HAN)).toContain('700003');
  });

  test('that is not found is answered with where it was searched', async () => {
    const stage = await onStage();
    const typed = await types(stage, linkOf(TOMORROW), { userId: POLLY });
    expect(typed.shown).toContain(UNKNOWN);
    expect(typed.shown).toContain(en.searched(['agenda', 'live']));
    await asksForDetails(stage, linkOf(TOMORROW), { userId: POLLY });
    expect(modalShown(stage, POLLY)).toContain(en.searched(['agenda', 'live']));
  });

  test('that nothing could be searched for is answered without such a line', async () => {
    const stage = await onStage();
    stage.conference.meetings.live.mayList(false);
    const { shown } = await types(stage, linkOf(TOMORROW));
    expect(shown).toContain(UNKNOWN);
    expect(shown).not.toContain('Searched');
  });

  test('of which the vendor was asked for in vain counts as a miss', async () => {
    const linkLookupPath = '/confopenapi/room/conference/bylink';
    const env = { CONFERENCE_LINK_LOOKUP_PATH: linkLookupPath, LOOKUPS_PER_MINUTE: '9' };
    const stage = await onStage({ env, conference: { linkLookupPath } });
    const shown: string[] = [];
    for (let nth = 0; nth < 10; nth += 1)
      shown.push((await types(stage, `https://ntest.qsh1.cn/k/unseen${nth}`)).shown);
    expect(shown[0]).toContain(en.searched(['live', 'link-lookup']));
    expect(shown.findIndex((text) => !text.includes(UNKNOWN))).toBe(9);
  });
});

describe('pasted links', () => {
  const message = (first: number, count: number) =>
    idsFrom(first, count)
      .map((nth) => `https://ntest.qsh1.cn/k/unseen${nth}`)
      .join(' ');
  const outcomes = (stage: Stage) =>
    loggedEvents(stage, 'answered').map((line) => /"outcome":"([\w-]+)"/.exec(line)?.[1]);

  test('over thirty a minute of one person are left alone and logged, and another person’s are shown', async () => {
    const stage = await onStage();
    await types(stage, String(TOMORROW));
    await paste(stage, message(1, 20), { userId: PLAIN });
    await paste(stage, message(21, 10), { userId: PLAIN });
    expect(outcomes(stage)).not.toContain('throttled');
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: PLAIN }))).toBe('');
    expect(outcomes(stage).at(-1)).toBe('throttled');
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: POLLY }))).toContain('Design review');
  });

  test('over three hundred a minute of a workspace are left alone, and typed lookups are not', async () => {
    const stage = await onStage();
    await types(stage, String(TOMORROW));
    for (let nth = 0; nth < 30; nth += 1)
      await paste(stage, message(nth * 10, 10), { userId: `U0P${Math.floor(nth / 3)}` });
    expect(outcomes(stage)).not.toContain('throttled');
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: HAN }))).toBe('');
    expect(outcomes(stage).at(-1)).toBe('throttled');
    expect((await types(stage, linkOf(TOMORROW), { userId: HAN })).shown).toContain('Design review');
  });
});
