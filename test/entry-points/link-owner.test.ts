import { describe, expect, test } from 'vitest';
import { meeting, plainMeeting } from '../../sandbox/conference/meetings.ts';
import type { WireMeeting, WireRecord } from '../../sandbox/conference/wire.ts';
import { until } from '../../sandbox/redis/until.ts';
import { asksForDetails, modalShown, onlyUnfurl, paste } from '../support/interactions.ts';
import { onRedis } from '../support/on-redis.ts';
import { asked, onStage, types } from '../support/on-stage.ts';
import { shownIn } from '../support/reading.ts';
import type { Stage, StageOptions } from '../support/stage.ts';

const LINK = 'https://ntest.qsh1.cn/k/att700021';

const UNKNOWN = 'Meeting Cards does not know this link yet';

const titled = (eventId: number, overrides: WireRecord = {}): WireMeeting =>
  plainMeeting(eventId, { title: `Title of ${eventId}`, ...overrides });

/** A stage with these meetings, none of which anybody looked up yet. */
async function stageWith(meetings: readonly WireMeeting[], options: StageOptions = {}): Promise<Stage> {
  const stage = await onStage(options);
  stage.conference.meetings.put(...meetings);
  return stage;
}

async function learns(stage: Stage, ...ids: readonly number[]): Promise<void> {
  for (const id of ids) await types(stage, String(id));
}

const shownFor = async (stage: Stage, text: string): Promise<string> => (await types(stage, text)).shown;

describe('a link that another meeting has in a field by which nobody joins', () => {
  test.each(['livePullUrl', 'wcallurl'])('is not taken over by its %s', async (field) => {
    const stage = await stageWith([titled(700_021), titled(700_022, { [field]: LINK })]);
    await learns(stage, 700_021, 700_022);
    expect(await shownFor(stage, LINK)).toContain('Title of 700021');
  });

  test('is not that meeting’s even before its own is known', async () => {
    const stage = await stageWith([titled(700_021), titled(700_022, { livePullUrl: LINK })]);
    await learns(stage, 700_022);
    expect(await shownFor(stage, LINK)).toContain(UNKNOWN);
    await learns(stage, 700_021);
    expect(await shownFor(stage, LINK)).toContain('Title of 700021');
  });
});

describe('a link that two meetings join by', () => {
  const both = [
    titled(700_021),
    titled(700_022, { attendeeJoinUrl: LINK, webRTCUrl: `${LINK}?priority=web` }),
  ];

  test.each([[[700_021, 700_022]], [[700_022, 700_021]]])('is the first one’s: %j', async (order) => {
    const stage = await stageWith(both);
    await learns(stage, ...order);
    for (const end of ['', '?priority=web', '?from=mail']) {
      expect(await shownFor(stage, LINK + end)).toContain(`Title of ${order[0]}`);
    }
  });

  test('goes to the second once the first no longer has it', async () => {
    const stage = await stageWith(both);
    await learns(stage, 700_022, 700_021);
    stage.conference.meetings.put(titled(700_022));
    stage.advance(86_400);
    await learns(stage, 700_022);
    expect(await shownFor(stage, LINK)).toContain(UNKNOWN);
    stage.advance(86_400);
    await learns(stage, 700_021);
    expect(await shownFor(stage, LINK)).toContain('Title of 700021');
  });

  test('goes to the second once the vendor no longer knows the first', async () => {
    const stage = await stageWith(both);
    await learns(stage, 700_022);
    stage.conference.meetings.remove(700_022);
    stage.advance(3 * 86_400);
    expect(await shownFor(stage, LINK)).not.toContain('Title of');
    await learns(stage, 700_021);
    expect(await shownFor(stage, LINK)).toContain('Title of 700021');
  });

  test('is shown under a pasted message as the first one’s, also to another process', async () => {
    const redis = await onRedis();
    const stage = await stageWith(both, { env: { REDIS_URL: redis.url, LOOKUPS_PER_MINUTE: '1000' } });
    const other = await stage.startApp();
    for (const [{ appUrl }, text] of [
      [stage, '700008'],
      [other, '700009'],
    ] as const) {
      await until('the process uses its Redis', async () => {
        await types(stage, text, { appUrl });
        stage.advance(400);
        return (await redis.keys()).some((key) => key.includes(text));
      });
    }
    await learns(stage, 700_021);
    await types(stage, '700022', { appUrl: other.appUrl });
    expect(shownIn(onlyUnfurl(await paste(stage, LINK)))).toContain('Title of 700021');
    expect((await types(stage, LINK, { appUrl: other.appUrl })).shown).toContain('Title of 700021');
  });
});

describe('links of one page that differ after it', () => {
  const FORMS: readonly (readonly [string, (id: number | string) => string])[] = [
    ['in the query', (id) => `https://meet.qsh1.cn/join?id=${id}`],
    ['in the fragment', (id) => `https://meet.qsh1.cn/app#/room/${id}`],
    ['in the fragment at the root', (id) => `https://meet.qsh1.cn/#/room/${id}`],
  ];
  const ids = [700_021, 700_022, 700_023];

  describe.each(FORMS)('%s', (_where, linkOf) => {
    const meetings = ids.map((id) =>
      titled(id, { attendeeJoinUrl: linkOf(id), webRTCUrl: '', hostJoinUrl: '', joinHostUrl: '' }),
    );

    test('are each their own meeting’s', async () => {
      const stage = await stageWith(meetings);
      await learns(stage, ...ids);
      for (const id of ids) expect(await shownFor(stage, linkOf(id))).toContain(`Title of ${id}`);
      expect(await shownFor(stage, linkOf(4711))).toContain(UNKNOWN);
      expect(asked(stage)).toHaveLength(ids.length);
    });

    test('are not the one meeting’s that is known', async () => {
      const stage = await stageWith(meetings);
      await learns(stage, 700_021);
      expect(await shownFor(stage, linkOf(700_022))).toContain(UNKNOWN);
      expect(await shownFor(stage, linkOf(700_021))).toContain('Title of 700021');
    });

    test('are several meetings in one message', async () => {
      const stage = await stageWith(meetings);
      await learns(stage, ...ids);
      await asksForDetails(stage, ids.map(linkOf).join(' '));
      for (const id of ids) expect(modalShown(stage, 'U0HAN')).toContain(`Title of ${id}`);
    });
  });

  test('are each asked for, where the service can be asked by link', async () => {
    const linkLookupPath = '/confopenapi/room/conference/bylink';
    const linkOf = (id: number) => `https://meet.qsh1.cn/join?id=${id}`;
    const stage = await stageWith(
      ids.map((id) => titled(id, { attendeeJoinUrl: linkOf(id), webRTCUrl: '' })),
      { env: { CONFERENCE_LINK_LOOKUP_PATH: linkLookupPath }, conference: { linkLookupPath } },
    );
    const answers = await Promise.all(ids.map((id) => shownFor(stage, linkOf(id))));
    expect(answers.map((shown) => /Title of \d+/.exec(shown)?.[0])).toEqual(
      ids.map((id) => `Title of ${id}`),
    );
    for (const id of ids) expect(await shownFor(stage, linkOf(id))).toContain(`Title of ${id}`);
    expect(asked(stage)).toHaveLength(ids.length);
  });

  test('are asked for by link where the one that is known is another meeting’s', async () => {
    const linkLookupPath = '/confopenapi/room/conference/bylink';
    const linkOf = (id: number) => `https://meet.qsh1.cn/join?id=${id}`;
    const stage = await stageWith(
      ids.map((id) => titled(id, { attendeeJoinUrl: linkOf(id), webRTCUrl: '' })),
      { env: { CONFERENCE_LINK_LOOKUP_PATH: linkLookupPath }, conference: { linkLookupPath } },
    );
    await learns(stage, 700_021);
    expect(await shownFor(stage, linkOf(700_022))).toContain('Title of 700022');
    expect(await shownFor(stage, linkOf(700_021))).toContain('Title of 700021');
  });
});

test('a link of any occurrence is the meeting’s', async () => {
  const occurrence = (nth: number) =>
    titled(700_021, {
      calType: 'M',
      startTime: 1_924_911_000 + nth * 86_400,
      endTime: 1_924_914_600 + nth * 86_400,
      attendeeJoinUrl: `https://ntest.qsh1.cn/k/day${nth}`,
    });
  const stage = await stageWith([0, 1, 2].map(occurrence));
  await learns(stage, 700_021);
  for (const nth of [0, 1, 2, 1]) {
    expect(await shownFor(stage, `https://ntest.qsh1.cn/k/day${nth}`)).toContain('Title of 700021');
  }
});

test('a link that is left out of the card, since it is also a host’s, still finds the meeting', async () => {
  const stage = await stageWith([meeting({ attendeeJoinUrl: 'https://ntest.qsh1.cn/k/host700001' })]);
  await learns(stage, 700_001);
  expect(await shownFor(stage, 'https://ntest.qsh1.cn/k/host700001?x=1')).toContain('Quarterly review');
});
