import { describe, expect, test } from 'vitest';
import { listPath } from '../../sandbox/conference/endpoints.ts';
import { until } from '../../sandbox/redis/until.ts';
import { en } from '../../src/cards/words/en/index.ts';
import { asksForDetails, modalShown, paste } from '../support/interactions.ts';
import { loggedEvents, PLAIN, types } from '../support/on-stage.ts';
import type { Stage } from '../support/stage.ts';
import {
  HAN,
  idsFrom,
  linkOf,
  onPatientStage,
  POLLY,
  questions,
  unfurled,
} from '../support/unknown-links.ts';

const TOMORROW = 700_002;
const UNKNOWN = en.failure['unknown-link'].what;

describe('a typed link of a meeting that nobody looked up', () => {
  test('is found by the command and by the message shortcut', async () => {
    const stage = await onPatientStage();
    expect((await types(stage, linkOf(TOMORROW), { userId: HAN })).shown).toContain('Design review');
    await asksForDetails(stage, linkOf(700_003), { userId: HAN });
    expect(modalShown(stage, HAN)).toContain('700003');
  });

  test('that is not found is answered with where it was searched', async () => {
    const stage = await onPatientStage();
    const typed = await types(stage, linkOf(TOMORROW), { userId: POLLY });
    expect(typed.shown).toContain(UNKNOWN);
    expect(typed.shown).toContain(en.searched(['agenda', 'live']));
    await asksForDetails(stage, linkOf(TOMORROW), { userId: POLLY });
    expect(modalShown(stage, POLLY)).toContain(en.searched(['agenda', 'live']));
  });

  test('that nothing could be searched for is answered without such a line', async () => {
    const stage = await onPatientStage();
    stage.conference.meetings.live.mayList(false);
    const { shown } = await types(stage, linkOf(TOMORROW));
    expect(shown).toContain(UNKNOWN);
    expect(shown).not.toContain('Searched');
  });

  test('for which the vendor was asked in vain counts as a miss', async () => {
    const linkLookupPath = '/confopenapi/room/conference/bylink';
    const env = { CONFERENCE_LINK_LOOKUP_PATH: linkLookupPath, LOOKUPS_PER_MINUTE: '15' };
    const stage = await onPatientStage({ env, conference: { linkLookupPath } });
    const shown: string[] = [];
    for (let nth = 0; nth < 7; nth += 1)
      shown.push((await types(stage, `https://ntest.qsh1.cn/k/unseen${nth}`)).shown);
    expect(shown[0]).toContain(en.searched(['live', 'link-lookup']));
    expect(shown.findIndex((text) => !text.includes(UNKNOWN))).toBe(5);
  });
});

test('a pasted link whose search takes long leaves the person room for what they type', async () => {
  const env = { CONFERENCE_TIMEOUT_MS: '20000' };
  const limits = { lookupsOfOne: { atOnce: 1, waiting: 0, waitMs: 1 } };
  const stage = await onPatientStage({ env, limits });
  stage.conference.fault({ kind: 'hold' }, Number.POSITIVE_INFINITY, listPath);
  const pasted = paste(stage, linkOf(700_003), { userId: HAN });
  await until('her list is asked for', async () => questions(stage).lists === 1);
  expect((await types(stage, String(TOMORROW), { userId: HAN })).shown).toContain('Design review');
  stage.conference.heal();
  await pasted;
});

describe('pasted links', () => {
  const message = (first: number, count: number) =>
    idsFrom(first, count)
      .map((nth) => `https://ntest.qsh1.cn/k/unseen${nth}`)
      .join(' ');
  const outcomes = (stage: Stage) =>
    loggedEvents(stage, 'answered').map((line) => /"outcome":"([\w-]+)"/.exec(line)?.[1]);

  test('over thirty a minute of one person are left alone and logged, and another person’s are shown', async () => {
    const stage = await onPatientStage();
    await types(stage, String(TOMORROW));
    await paste(stage, message(1, 20), { userId: PLAIN });
    await paste(stage, message(21, 10), { userId: PLAIN });
    expect(outcomes(stage)).not.toContain('throttled');
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: PLAIN }))).toBe('');
    expect(outcomes(stage).at(-1)).toBe('throttled');
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: POLLY }))).toContain('Design review');
  });

  test('over three hundred a minute of a workspace are left alone, and typed lookups are not', async () => {
    const stage = await onPatientStage();
    await types(stage, String(TOMORROW));
    for (let nth = 0; nth < 30; nth += 1)
      await paste(stage, message(nth * 10, 10), { userId: `U0P${Math.floor(nth / 3)}` });
    expect(outcomes(stage)).not.toContain('throttled');
    expect(unfurled(await paste(stage, linkOf(TOMORROW), { userId: HAN }))).toBe('');
    expect(outcomes(stage).at(-1)).toBe('throttled');
    expect((await types(stage, linkOf(TOMORROW), { userId: HAN })).shown).toContain('Design review');
  });
});
